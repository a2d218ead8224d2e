/// Any page through the whole program: no crash, and every event stands in the text it is told to come from and can be written.
/// A byte from 128 on is a word of political news, one below is itself, so that parser, knowledge and frames all have work.

#include "base/utf8.h"
#include "coding/explanation.h"
#include "outputs/report_json.h"
#include "../text_of_words.h"

#include <attache/attache.h>

#include <array>
#include <cstdint>
#include <cstdio>

namespace {

using attache::fuzz::check;

constexpr std::array<const char*, 128> kWords = {
    "the",        "a",          "its",        "their",      "he",        "they",      "who",        "which",     "that",       "of",         "in",
    "to",         "from",       "with",       "by",         "for",       "on",        "over",       "against",   "between",    "and",        "or",
    "but",        "not",        "no",         "will",       "would",     "may",       "had",        "was",       "were",       "been",       "if",
    "after",      "before",     "France",     "French",     "Egypt",     "Egyptian",  "Kenya",      "Kenyan",    "Beijing",    "Moscow",     "US",
    "United",     "Nations",    "European",   "Union",      "North",     "South",     "Korea",      "Syrian",    "rebels",     "government", "president",
    "foreign",    "minister",   "ambassador", "army",       "troops",    "police",    "soldiers",   "fishermen", "protesters", "opposition", "leader",
    "parliament", "court",      "workers",    "civilians",  "officials", "group",     "said",       "told",      "says",       "denied",     "accused",
    "urged",      "warned",     "threatened", "agreed",     "refused",   "vowed",     "signed",     "met",       "visited",    "held",       "talks",
    "sanctions",  "ceasefire",  "agreement",  "aid",        "imposed",   "lifted",    "recalled",   "expelled",  "arrested",   "released",   "killed",
    "attacked",   "bombed",     "protested",  "rallied",    "withdrew",  "deployed",  "supported",  "condemned", "praised",    "rejected",   "demanded",
    "offered",    "sent",       "seized",     "shot",       "dead",      "wounded",   "20",         "dozens",    "Tuesday",    "May",        "2013",
    "yesterday",  "capital",    "border",     ",",          ".",         "\"",        "-"};

const attache::Attache& program() {
  static const attache::Attache opened = [] {
    auto attache = attache::Attache::open();
    if (!attache) std::fprintf(stderr, "%s\n", to_string(attache.error()).c_str());
    return std::move(attache).value();
  }();
  return opened;
}

/// A line end begins a new block, which is what a page's paragraphs are.
attache::Document page_of(const std::string& text) {
  attache::Document document;
  document.id = "fuzz";
  document.published = attache::day_from_iso("2013-05-22");
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end > start) document.blocks.push_back({attache::BlockKind::body, text.substr(start, end - start)});
    start = end + 1;
  }
  return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const attache::Document document = page_of(attache::fuzz::text_of_words(kWords, data, size));
  attache::coding::Explanation explanation;
  const attache::Analysis analysis = program().explain(document, explanation);
  std::string lines;
  for (const attache::Event& event : analysis.events) {
    check(event.confidence >= 0 && event.confidence <= 1);
    check(!event.type.empty() && event.cameo.size() >= 2 && !event.reason.empty());
    check(event.block_index < document.blocks.size());
    const std::size_t length = attache::count_code_points(document.blocks[event.block_index].text);
    check(event.start < event.end && event.end <= length);
    check(event.trigger_start < event.trigger_end && event.trigger_end <= length);
    for (const auto* side : {&event.actors, &event.recipients}) {
      for (const attache::Entity& entity : *side) check(entity.start <= entity.end && entity.end <= length);
    }
    check(!event.end_date || (event.date && *event.date <= *event.end_date));
    for (const attache::Magnitude& size_of : event.size) check(size_of.low <= size_of.high);
    attache::outputs::append_report_json(event, attache::citation_of(document), {}, lines);
  }
  check(attache::is_valid_utf8(lines));
  return 0;
}
