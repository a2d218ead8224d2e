#include "columns/record_columns.h"

#include <string>
#include <vector>

namespace attache::columns {
namespace {

using arrow::ArrayBuilder;
using arrow::Status;

// Nothing known is null, as an absent field is in the record.

Status append(ArrayBuilder& builder, const std::string& text) {
  auto& column = static_cast<arrow::StringBuilder&>(builder);
  return text.empty() ? column.AppendNull() : column.Append(text);
}

Status append(ArrayBuilder& builder, std::string_view text) { return append(builder, std::string(text)); }

Status append(ArrayBuilder& builder, const std::optional<double>& number) {
  auto& column = static_cast<arrow::DoubleBuilder&>(builder);
  return number ? column.Append(*number) : column.AppendNull();
}

Status append(ArrayBuilder& builder, double number) { return static_cast<arrow::DoubleBuilder&>(builder).Append(number); }

Status append(ArrayBuilder& builder, bool holds) { return static_cast<arrow::BooleanBuilder&>(builder).Append(holds); }

Status append(ArrayBuilder& builder, std::uint32_t number) { return static_cast<arrow::Int64Builder&>(builder).Append(number); }

/// Days since 1970, as Arrow counts them.
Status append(ArrayBuilder& builder, const std::optional<Day>& day) {
  auto& column = static_cast<arrow::Date32Builder&>(builder);
  return day ? column.Append(static_cast<std::int32_t>(day->time_since_epoch().count())) : column.AppendNull();
}

/// A number that is unknown when it is 0.
Status append_known(ArrayBuilder& builder, std::uint64_t number) {
  auto& column = static_cast<arrow::Int64Builder&>(builder);
  return number ? column.Append(static_cast<std::int64_t>(number)) : column.AppendNull();
}

Status append(ArrayBuilder& builder, const std::vector<std::string>& texts) {
  auto& list = static_cast<arrow::ListBuilder&>(builder);
  ARROW_RETURN_NOT_OK(list.Append());
  auto& values = static_cast<arrow::StringBuilder&>(*list.value_builder());
  for (const std::string& text : texts) ARROW_RETURN_NOT_OK(values.Append(text));
  return Status::OK();
}

Status append(ArrayBuilder& builder, const std::vector<Entity>& entities) {
  auto& list = static_cast<arrow::ListBuilder&>(builder);
  ARROW_RETURN_NOT_OK(list.Append());
  auto& values = static_cast<arrow::StructBuilder&>(*list.value_builder());
  for (const Entity& entity : entities) {
    ARROW_RETURN_NOT_OK(values.Append());
    int at = 0;
    for (const std::string* text :
         {&entity.text, &entity.code, &entity.sector, &entity.identifier_id, &entity.identifier_text, &entity.office, &entity.via}) {
      ARROW_RETURN_NOT_OK(append(*values.field_builder(at++), *text));
    }
    ARROW_RETURN_NOT_OK(append(*values.field_builder(at++), entity.other_sectors));
    ARROW_RETURN_NOT_OK(append(*values.field_builder(at++), entity.start));
    ARROW_RETURN_NOT_OK(append(*values.field_builder(at), entity.end));
  }
  return Status::OK();
}

Status append(ArrayBuilder& builder, const std::vector<Magnitude>& sizes) {
  auto& list = static_cast<arrow::ListBuilder&>(builder);
  ARROW_RETURN_NOT_OK(list.Append());
  auto& values = static_cast<arrow::StructBuilder&>(*list.value_builder());
  for (const Magnitude& size : sizes) {
    ARROW_RETURN_NOT_OK(values.Append());
    ARROW_RETURN_NOT_OK(append(*values.field_builder(0), size.what));
    ARROW_RETURN_NOT_OK(append(*values.field_builder(1), size.low));
    ARROW_RETURN_NOT_OK(append(*values.field_builder(2), size.high));
  }
  return Status::OK();
}

std::shared_ptr<arrow::DataType> texts() { return arrow::list(arrow::utf8()); }

std::shared_ptr<arrow::DataType> entities() {
  return arrow::list(arrow::struct_({arrow::field("entity_text", arrow::utf8()), arrow::field("code", arrow::utf8()),
                                     arrow::field("sector", arrow::utf8()), arrow::field("identifier_id", arrow::utf8()),
                                     arrow::field("identifier_text", arrow::utf8()), arrow::field("office", arrow::utf8()),
                                     arrow::field("via", arrow::utf8()), arrow::field("other_sectors", texts()),
                                     arrow::field("start", arrow::int64()), arrow::field("end", arrow::int64())}));
}

std::shared_ptr<arrow::DataType> sizes() {
  return arrow::list(
      arrow::struct_({arrow::field("what", arrow::utf8()), arrow::field("low", arrow::float64()), arrow::field("high", arrow::float64())}));
}

/// The place where there is one; an empty one otherwise, whose fields are unknown.
const Location& place_of(const Report& report) {
  static const Location kNowhere;
  return report.event.location ? *report.event.location : kNowhere;
}

std::vector<Entity> attribution_of(const Report& report) {
  return report.event.attribution ? std::vector<Entity>{*report.event.attribution} : std::vector<Entity>();
}

const EventMentions& mentions_of(const Report& report) {
  static const EventMentions kNone;
  return report.mentions ? *report.mentions : kNone;
}

struct Column {
  const char* name;
  std::shared_ptr<arrow::DataType> type;
  Status (*append_value)(ArrayBuilder&, const Report&);
};

const std::vector<Column>& table() {
  using B = ArrayBuilder;
  using R = Report;
  static const std::vector<Column> kColumns = {
      {"id", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.id); }},
      {"same_as", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.same_as); }},
      {"date", arrow::date32(), [](B& b, const R& r) { return append(b, r.event.date); }},
      {"enddate", arrow::date32(), [](B& b, const R& r) { return append(b, r.event.end_date); }},
      {"date_precision", arrow::utf8(), [](B& b, const R& r) { return append(b, name_of(r.event.date_precision)); }},
      {"date_text", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.date_text); }},
      {"event", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.type); }},
      {"own_type", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.own_type); }},
      {"mode", texts(), [](B& b, const R& r) { return append(b, r.event.modes); }},
      {"context", texts(), [](B& b, const R& r) { return append(b, r.event.contexts); }},
      {"actor", entities(), [](B& b, const R& r) { return append(b, r.event.actors); }},
      {"recipient", entities(), [](B& b, const R& r) { return append(b, r.event.recipients); }},
      {"cameo", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.cameo); }},
      {"quad_code", arrow::int64(), [](B& b, const R& r) { return append_known(b, static_cast<std::uint64_t>(r.event.quad_code)); }},
      {"event_scale", arrow::float64(), [](B& b, const R& r) { return append(b, r.event.event_scale); }},
      {"goldstein", arrow::float64(), [](B& b, const R& r) { return append(b, r.event.goldstein); }},
      {"negation", arrow::boolean(), [](B& b, const R& r) { return append(b, r.event.modality.negation); }},
      {"future", arrow::boolean(), [](B& b, const R& r) { return append(b, r.event.modality.future); }},
      {"hypothetical", arrow::boolean(), [](B& b, const R& r) { return append(b, r.event.modality.hypothetical); }},
      {"historical", arrow::boolean(), [](B& b, const R& r) { return append(b, r.event.modality.historical); }},
      {"modality_cue", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.modality.cue); }},
      {"attribution", entities(), [](B& b, const R& r) { return append(b, attribution_of(r)); }},
      {"event_text", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.trigger); }},
      {"trigger_start", arrow::int64(), [](B& b, const R& r) { return append(b, r.event.trigger_start); }},
      {"trigger_end", arrow::int64(), [](B& b, const R& r) { return append(b, r.event.trigger_end); }},
      {"place", arrow::utf8(), [](B& b, const R& r) { return append(b, place_of(r).name); }},
      {"place_country", arrow::utf8(), [](B& b, const R& r) { return append(b, place_of(r).country); }},
      {"place_region", arrow::utf8(), [](B& b, const R& r) { return append(b, place_of(r).region); }},
      {"place_region_code", arrow::utf8(), [](B& b, const R& r) { return append(b, place_of(r).region_code); }},
      {"lat", arrow::float64(), [](B& b, const R& r) { return append(b, place_of(r).latitude); }},
      {"lon", arrow::float64(), [](B& b, const R& r) { return append(b, place_of(r).longitude); }},
      {"geonames_id", arrow::int64(), [](B& b, const R& r) { return append_known(b, place_of(r).geonames_id); }},
      {"resolution", arrow::utf8(), [](B& b, const R& r) { return append(b, place_of(r).resolution); }},
      {"size", sizes(), [](B& b, const R& r) { return append(b, r.event.size); }},
      {"text", arrow::utf8(), [](B& b, const R& r) { return append(b, r.event.text); }},
      {"sequence", arrow::int64(), [](B& b, const R& r) { return append(b, r.event.sequence); }},
      {"start", arrow::int64(), [](B& b, const R& r) { return append(b, r.event.start); }},
      {"end", arrow::int64(), [](B& b, const R& r) { return append(b, r.event.end); }},
      {"block", arrow::utf8(), [](B& b, const R& r) { return append(b, name_of(r.event.block)); }},
      {"block_index", arrow::int64(), [](B& b, const R& r) { return append(b, r.event.block_index); }},
      {"confidence", arrow::float64(), [](B& b, const R& r) { return append(b, r.event.confidence); }},
      {"reason", texts(), [](B& b, const R& r) { return append(b, r.event.reason); }},
      {"citation", arrow::utf8(), [](B& b, const R& r) { return append(b, r.citation.document); }},
      {"url", arrow::utf8(), [](B& b, const R& r) { return append(b, r.citation.url); }},
      {"title", arrow::utf8(), [](B& b, const R& r) { return append(b, r.citation.title); }},
      {"publication", arrow::utf8(), [](B& b, const R& r) { return append(b, r.citation.publication); }},
      {"language", arrow::utf8(), [](B& b, const R& r) { return append(b, r.citation.language); }},
      {"agencies", texts(), [](B& b, const R& r) { return append(b, r.citation.agencies); }},
      {"published", arrow::date32(), [](B& b, const R& r) { return append(b, r.citation.published); }},
      {"coder", arrow::utf8(), [](B& b, const R& r) { return append(b, r.coder.name); }},
      {"coder_version", arrow::utf8(), [](B& b, const R& r) { return append(b, r.coder.version); }},
      {"lexicon", arrow::utf8(), [](B& b, const R& r) { return append(b, r.coder.lexicon); }},
      {"model", arrow::utf8(), [](B& b, const R& r) { return append(b, r.coder.model); }},
      {"merged_event", arrow::utf8(), [](B& b, const R& r) { return append(b, mentions_of(r).event); }},
      {"story", arrow::utf8(), [](B& b, const R& r) { return append(b, mentions_of(r).story); }},
      {"reports", arrow::int64(), [](B& b, const R& r) { return append_known(b, mentions_of(r).reports); }},
      {"sources", arrow::int64(), [](B& b, const R& r) { return append_known(b, mentions_of(r).sources); }},
      {"articles", arrow::int64(), [](B& b, const R& r) { return append_known(b, mentions_of(r).articles); }},
  };
  return kColumns;
}

}  // namespace

std::shared_ptr<arrow::Schema> record_schema() {
  static const auto kSchema = [] {
    arrow::FieldVector fields;
    for (const Column& column : table()) fields.push_back(arrow::field(column.name, column.type));
    return arrow::schema(fields);
  }();
  return kSchema;
}

arrow::Result<std::unique_ptr<RecordColumns>> RecordColumns::make() {
  ARROW_ASSIGN_OR_RAISE(auto builder, arrow::RecordBatchBuilder::Make(record_schema(), arrow::default_memory_pool()));
  return std::unique_ptr<RecordColumns>(new RecordColumns(std::move(builder)));
}

Status RecordColumns::add(const Report& report) {
  int at = 0;
  for (const Column& column : table()) ARROW_RETURN_NOT_OK(column.append_value(*builder_->GetField(at++), report));
  ++rows_;
  return Status::OK();
}

arrow::Result<std::shared_ptr<arrow::RecordBatch>> RecordColumns::take() {
  rows_ = 0;
  return builder_->Flush();
}

}  // namespace attache::columns
