#include "store/fields.h"

namespace attache::store {
namespace {

// Participants beyond code and sector: the reports in which such an entity stands on that side.
constexpr std::string_view kActors = "$ IN (SELECT p.report FROM entities e JOIN participants p ON p.entity = e.number AND p.side = 0 WHERE ";
constexpr std::string_view kRecipients = "$ IN (SELECT p.report FROM entities e JOIN participants p ON p.entity = e.number AND p.side = 1 WHERE ";
constexpr std::string_view kSources = "$ IN (SELECT p.report FROM entities e JOIN participants p ON p.entity = e.number AND p.side = 2 WHERE ";
constexpr std::string_view kEvidence = "r.sentence IN (SELECT evidence.rowid FROM evidence WHERE evidence MATCH ";
constexpr std::string_view kSizes = "$ IN (SELECT m.report FROM magnitudes m WHERE ";
constexpr std::string_view kCoders = "d.coder IN (SELECT c.number FROM coders c WHERE ";
constexpr std::string_view kStories = "d.story IN (SELECT t.number FROM stories t WHERE ";
constexpr std::string_view kEvents = "r.event IN (SELECT v.number FROM events v WHERE ";

using enum FieldKind;

constexpr Field kFields[] = {
    {"id", id, Scope::report, "r.id", {}, "the record's id"},
    {"same_as", id, Scope::report, "r.same_as", {}, "id of the page's first report of the same event"},
    {"date", day, Scope::facts, "f.day", {}, "day of the event"},
    {"enddate", day, Scope::report, "r.end_date", {}, "last day of an event that lasts"},
    {"date_precision", precision, Scope::report, "r.date_precision", {}, "day, week, month, year, decade or unknown"},
    {"date_text", text, Scope::report, "r.date_text", {}, "the words the date came from"},
    {"type", term, Scope::facts, "f.type", {}, "PLOVER type"},
    {"own_type", text, Scope::report, "r.own_type", {}, "a type of your own that the classifier was taught"},
    {"mode", list, Scope::report, "r.modes", {}, "PLOVER mode"},
    {"context", list, Scope::report, "r.contexts", {}, "PLOVER context"},
    {"actor", party, Scope::facts, "actor", {}, "who did it: FRA, FRA/GOV or /GOV"},
    {"actor.sector", term, Scope::facts, "f.actor_sector", {}, "PLOVER sector of an actor"},
    {"actor.name", text, Scope::report, "e.identifier_text", kActors, "canonical name of an actor"},
    {"actor.identifier_id", text, Scope::report, "e.identifier_id", kActors, "Wikidata item of an actor"},
    {"actor.office", text, Scope::report, "e.office", kActors, "office of an actor"},
    {"actor.other_sectors", list, Scope::report, "e.other_sectors", kActors, "further sector of an actor"},
    {"actor.text", text, Scope::report, "p.text", kActors, "an actor's words"},
    {"actor.via", text, Scope::report, "p.via", kActors, "how an actor was resolved"},
    {"recipient", party, Scope::facts, "recipient", {}, "to whom: FRA, FRA/GOV or /GOV"},
    {"recipient.sector", term, Scope::facts, "f.recipient_sector", {}, "PLOVER sector of a recipient"},
    {"recipient.name", text, Scope::report, "e.identifier_text", kRecipients, "canonical name of a recipient"},
    {"recipient.identifier_id", text, Scope::report, "e.identifier_id", kRecipients, "Wikidata item of a recipient"},
    {"recipient.office", text, Scope::report, "e.office", kRecipients, "office of a recipient"},
    {"recipient.other_sectors", list, Scope::report, "e.other_sectors", kRecipients, "further sector of a recipient"},
    {"recipient.text", text, Scope::report, "p.text", kRecipients, "a recipient's words"},
    {"recipient.via", text, Scope::report, "p.via", kRecipients, "how a recipient was resolved"},
    {"either", either, Scope::facts, "", {}, "actor or recipient"},
    {"cameo", term, Scope::facts, "f.cameo", {}, "CAMEO code; 19* for all that begin so"},
    {"quad_code", number, Scope::facts, "f.quad", {}, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"},
    {"event_scale", hundredths, Scope::facts, "f.scale", {}, "PLOVER score"},
    {"goldstein", hundredths, Scope::facts, "f.goldstein", {}, "Goldstein value"},
    {"modality", modality, Scope::facts, "f.modality", {}, "asserted, negation, future, hypothetical or historical"},
    {"modality_cue", text, Scope::report, "r.modality_cue", {}, "the words that say so"},
    {"attribution", text, Scope::report, "e.code", kSources, "country code of who says so"},
    {"attribution.sector", text, Scope::report, "e.sector", kSources, "sector of who says so"},
    {"attribution.name", text, Scope::report, "e.identifier_text", kSources, "canonical name of who says so"},
    {"attribution.text", text, Scope::report, "p.text", kSources, "words of who says so"},
    {"event_text", text, Scope::report, "r.trigger_text", {}, "the trigger's words"},
    {"place", term, Scope::facts, "f.country", {}, "country in which it happened"},
    {"place.name", text, Scope::place, "l.name", {}, "name of the place"},
    {"place.region", text, Scope::place, "l.region", {}, "first-order division"},
    {"place.region_code", text, Scope::place, "l.region_code", {}, "its code"},
    {"place.lat", number, Scope::place, "l.latitude", {}, "degrees north"},
    {"place.lon", number, Scope::place, "l.longitude", {}, "degrees east"},
    {"place.geonames_id", number, Scope::place, "l.geonames", {}, "GeoNames number"},
    {"place.resolution", text, Scope::place, "l.resolution", {}, "how precise the place is"},
    {"size", size, Scope::report, "m.high", kSizes, "people counted, as in size.dead>=5"},
    {"text", match, Scope::report, "", kEvidence, "full-text query over the sentences: ceasefire, \"prison sentence\", bomb* OR blast"},
    {"sequence", number, Scope::sentence, "s.sequence", {}, "number of the sentence in its document"},
    {"block", block, Scope::sentence, "s.block", {}, "headline, lead, body or caption"},
    {"document", text, Scope::document, "d.id", {}, "the document's id"},
    {"url", text, Scope::document, "d.url", {}, "address of the page"},
    {"title", text, Scope::document, "d.title", {}, "title of the page"},
    {"publication", text, Scope::document, "d.publication", {}, "newspaper or site"},
    {"language", text, Scope::document, "d.language", {}, "language of the page"},
    {"agency", list, Scope::document, "d.agencies", {}, "news agency"},
    {"published", day, Scope::document, "d.published", {}, "day of publication"},
    {"relation", text, Scope::document, "d.relation", {}, "what the page is to an earlier one, such as reprint"},
    {"confidence", thousandths, Scope::facts, "f.confidence", {}, "0 to 1"},
    {"reason", text, Scope::report, "r.reason", {}, "the frame and the rules that fired"},
    {"coder", text, Scope::document, "c.name", kCoders, "name of the coder"},
    {"coder.version", text, Scope::document, "c.version", kCoders, "its version"},
    {"coder.lexicon", text, Scope::document, "c.lexicon", kCoders, "its lexicon's version"},
    {"coder.model", text, Scope::document, "c.model", kCoders, "its model's version"},
    {"event_id", id, Scope::report, "v.id", kEvents, "id of the event it is a report of"},
    {"merge_rule", text, Scope::report, "r.merge_rule", {}, "why it is a report of that event"},
    {"story", id, Scope::document, "t.id", kStories, "id of the story"},
    {"run", number, Scope::report, "r.run", {}, "number of the ingest that brought it"},
};

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field* field_named(std::string_view name) {
  if (name.starts_with("size.")) name = "size";
  for (const auto& field : kFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

}  // namespace attache::store
