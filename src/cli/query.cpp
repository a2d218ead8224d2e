/// `attache query`: reports out of a database, or panels over them.

#include "cli/export_options.h"
#include "cli/profile.h"
#include "outputs/event_csv.h"
#include "outputs/report_json.h"
#include "store/panel_request.h"
#include "store/reader.h"
#include "store/table_text.h"

#include <cstdio>
#include <fmt/format.h>
#include <memory>

namespace attache::cli {
namespace {

struct QueryArguments {
  std::string database;
  std::vector<std::string> where;
  std::string from, to;
  std::string profile = "recall";
  bool asserted = false;
  std::string merge = "events";
  std::vector<std::string> by;
  std::vector<std::string> show;
  bool fill = false, quads = false, retired = false, merges = false, fields = false;
  std::uint32_t rolling = 1, movers = 0;
  std::uint64_t limit = 0;
  FormatOptions format = {.name = "table"};

  bool for_people() const { return format.name == "table"; }
};

/// Options that stand for a condition: `--actor FRA` for `actor=FRA`.
struct Shorthand {
  const char* option;
  const char* field;
  const char* help;
};
constexpr Shorthand kShorthands[] = {
    {"--actor", "actor=", "Who did it: FRA, FRA/GOV or /GOV; several with commas"},
    {"--recipient", "recipient=", "To whom"},
    {"--either", "either=", "Who did it or to whom"},
    {"--type", "type=", "PLOVER type; several with commas"},
    {"--mode", "mode=", "PLOVER mode"},
    {"--place", "place=", "Country in which it happened"},
    {"--quad", "quad_code=", "Quad class, 1 to 4"},
    {"--text", "text~", "Full-text query over the sentences: ceasefire, \"prison sentence\", bomb* OR blast"},
    {"--coder", "coder=", "Name of the coder, where several are in one database"},
};

int complain(const std::string& message) {
  std::fprintf(stderr, "attache: %s\n", message.c_str());
  return usage;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_table(const Panel& table, const FormatOptions& format) {
  if (format.in_columns()) print(store::table_heading(table));
  print(format.name == "csv" ? store::table_csv(table) : format.name == "table" ? store::table_text(table) : store::table_jsonl(table));
}

std::string side(const std::vector<Entity>& entities) {
  std::string text;
  for (const auto& entity : entities) {
    if (!text.empty()) text += ", ";
    text += entity.code.empty() && entity.sector.empty() ? entity.text : entity.code + (entity.sector.empty() ? "" : "/" + entity.sector);
  }
  return text;
}

std::string modality(const Modality& modality) {
  std::string text;
  for (const auto& [holds, name] : {std::pair(modality.negation, "negation"), {modality.future, "future"}, {modality.hypothetical, "hypothetical"}, {modality.historical, "historical"}}) {
    if (!holds) continue;
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += text.empty() ? item : ", " + item;
  return text;
}

/// A report as a row for people.
std::vector<store::Cell> row_of(const store::StoredReport& stored) {
  const auto& event = stored.report.event;
  return {event.date ? to_iso(*event.date) : std::string(), event.type, joined(event.modes), side(event.actors), side(event.recipients),
          event.location ? event.location->name : std::string(), modality(event.modality), static_cast<std::int64_t>(stored.report.mentions->reports), event.id, event.text};
}

/// Why a report is one of its event, as a row for people.
std::vector<store::Cell> merge_row(const store::StoredReport& stored) {
  const auto& mentions = *stored.report.mentions;
  return {mentions.event, stored.report.event.id, stored.report.citation.document, stored.merge_rule, stored.merged_with, stored.beside, stored.contradiction, mentions.story};
}

/// A table for people is gathered before it is drawn; so many rows and no more.
constexpr std::uint64_t kMostDrawn = 10'000;

int list_reports(store::Reader& reader, store::ReportQuery query, const QueryArguments& arguments) {
  const bool drawn = arguments.merges || arguments.for_people();
  if (drawn && query.limit == 0) query.limit = kMostDrawn;
  store::Table table;
  table.columns = arguments.merges ? std::vector<std::string>{"event", "report", "document", "rule", "joined to", "contradicts", "in", "story"}
                                   : std::vector<std::string>{"date", "type", "mode", "actor", "recipient", "place", "modality", "reports", "id", "text"};
  std::string lines;
  const bool as_csv = arguments.format.name == "csv";
  if (as_csv && !drawn) outputs::append_event_csv_header(lines);
  const auto given = reader.for_each_report(query, [&](const store::StoredReport& stored) {
    if (drawn) {
      table.rows.push_back(arguments.merges ? merge_row(stored) : row_of(stored));
    } else if (as_csv) {
      outputs::append_event_csv(stored.report.event, stored.report.citation, lines);
    } else {
      outputs::append_report_json(stored.report, lines);
    }
    if (lines.size() < (1U << 16)) return true;
    print(lines);
    lines.clear();
    return std::ferror(stdout) == 0;
  });
  if (!given) {
    report(given.error());
    return nothing_done;
  }
  print(lines);
  if (drawn) print_table(table, arguments.format);
  if (drawn && *given == kMostDrawn && arguments.limit == 0) {
    std::fprintf(stderr, "attache: the first %llu; %s\n", static_cast<unsigned long long>(kMostDrawn), arguments.merges ? "--limit gives more" : "--format csv or jsonl gives all");
  }
  return done;
}

int count(store::Reader& reader, const std::vector<std::string>& where, const QueryArguments& arguments) {
  PanelRequest request{where, arguments.merge, arguments.by, arguments.show, arguments.fill, arguments.rolling, arguments.movers};
  if (request.show.empty()) request.show = {"count"};
  if (arguments.quads) request.show.insert(request.show.end(), {"quad1", "quad2", "quad3", "quad4"});
  const auto query = store::panel_query(request);
  if (!query) return complain(query.error().message);
  auto table = store::count_panel(reader.connection(), *query);
  if (!table) {
    report(table.error());
    return table.error().kind == ErrorKind::malformed && table.error().place.file.empty() ? usage : nothing_done;
  }
  if (arguments.limit > 0 && table->rows.size() > arguments.limit) table->rows.resize(arguments.limit);
  print_table(*table, arguments.format);
  if (table->undated > 0) std::fprintf(stderr, "attache: left out, because their day is not known: %llu\n", static_cast<unsigned long long>(table->undated));
  return done;
}

int list_fields() {
  for (const auto& field : store::fields()) print(fmt::format("{:<26}{}\n", field.name, field.meaning));
  return done;
}

int query_database(const QueryArguments& arguments) {
  if (arguments.fields) return list_fields();
  store::ReportQuery query;
  query.merge = arguments.merges ? stories::Policy::none : *stories::policy_named(arguments.merge);
  query.limit = arguments.limit;
  query.retired = arguments.retired;
  auto conditions = arguments.where;
  if (!arguments.from.empty()) conditions.push_back("date>=" + arguments.from);
  if (!arguments.to.empty()) conditions.push_back("date<=" + arguments.to);
  if (arguments.asserted) conditions.emplace_back("modality=asserted");
  if (arguments.profile != "recall") conditions.push_back("confidence>=" + std::to_string(least_confidence(arguments.profile)));
  auto parsed = store::parse_conditions(conditions);
  if (!parsed) return complain(parsed.error().message + " (attache query --fields lists the fields)");
  query.conditions = std::move(*parsed);
  auto reader = store::Reader::open(arguments.database);
  if (!reader) {
    report(reader.error());
    return nothing_done;
  }
  auto format = arguments.format;
  format.panel = arguments.merges || !arguments.by.empty();
  auto output = OutputFile::open(format);
  if (!output) return nothing_done;
  return output->close(arguments.by.empty() ? list_reports(**reader, std::move(query), arguments) : count(**reader, conditions, arguments));
}

}  // namespace

void add_query(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("query", "Asks a database: events, or counts of them by who, whom, what, where and when");
  command->footer(
      "Without --by it lists reports, with it counts them:\n"
      "  attache query --db news.db --actor FRA/GOV --type CONSULT,AGREE --from 2013-01 --to 2013-06\n"
      "  attache query --db news.db --by dyad,month --show count,goldstein_mean --quads --fill --format csv\n"
      "  attache query --db news.db --by actor,week --movers 20\n"
      "  attache query --db news.db --where 'size.dead>=5' --where 'text~market OR bazaar'");
  const auto arguments = std::make_shared<QueryArguments>();
  command->add_option("--db", arguments->database, "The database");
  command->add_option("--where", arguments->where, "A condition on a field, such as confidence>=0.6, mode!=arrest, title~visa, recipient= (unknown); several must all hold")->allow_extra_args(false);
  for (const auto& shorthand : kShorthands) {
    const std::string field = shorthand.field;
    command->add_option_function<std::string>(shorthand.option, [arguments, field](const std::string& value) { arguments->where.push_back(field + value); }, shorthand.help);
  }
  command->add_option("--from", arguments->from, "First day, month or year: 2013-05-22, 2013-05, 2013");
  command->add_option("--to", arguments->to, "Last day, month or year");
  add_profile_option(*command, arguments->profile);
  command->add_flag("--asserted", arguments->asserted, "Only events reported as having happened");
  command->add_option("--merge", arguments->merge, "What counts as one. none: every report. reports: an event once in every text, reprints left out. one-a-day: one day, actor, recipient and code. events: "
                                                   "reports found to tell one event")
      ->capture_default_str()
      ->check(CLI::IsMember({"none", "reports", "one-a-day", "events"}));
  command->add_option("--by", arguments->by, "Count by these: dyad, actor, recipient, actor_sector, recipient_sector, actor_name, recipient_name, type, mode, cameo, quad, place, publication, language, "
                                             "coder; and one of day, week, month, quarter, year")
      ->delimiter(',');
  command->add_option("--show", arguments->show, "What is counted: count, reports, quad1 to quad4, scale_sum, scale_mean, scale_median (PLOVER), goldstein_sum, goldstein_mean, goldstein_median, share (of a "
                                                 "thousand events of that time)")
      ->delimiter(',');
  command->add_flag("--quads", arguments->quads, "Show the counts of the four quad classes too");
  command->add_flag("--fill", arguments->fill, "Every combination in every period, zeros included");
  command->add_option("--rolling", arguments->rolling, "Each period with those before it, so many together")->check(CLI::Range(1, 100000));
  command->add_option("--movers", arguments->movers, "The so many that changed most: the last period against the mean of those before");
  command->add_option("--limit", arguments->limit, "At most so many rows");
  command->add_flag("--retired", arguments->retired, "What earlier versions said and the last does not");
  command->add_flag("--merges", arguments->merges, "Why each report is one of its event");
  command->add_flag("--fields", arguments->fields, "List the fields that conditions can name");
  command->add_option("--format", arguments->format.name, "table; csv; jsonl (full records); parquet and arrow, which need --output and the program attache-arrow")
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "csv", "jsonl", "parquet", "arrow"}));
  command->add_option("-o,--output", arguments->format.output, "The file to write instead of standard output");
  command->callback([arguments, &status] {
    if (arguments->database.empty() && !arguments->fields) throw CLI::RequiredError("--db");
    status = query_database(*arguments);
  });
}

}  // namespace attache::cli
