#include "outputs/explanation_text.h"

#include "language/conllu.h"

#include <fmt/format.h>

#include <algorithm>

namespace attache::outputs {
namespace {

std::string words_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string words;
  for (std::uint32_t i = first; i < last && i < sentence.tokens.size(); ++i) {
    if (i > first && sentence.tokens[i - 1].space_after) words += ' ';
    words += sentence.tokens[i].text;
  }
  return words;
}

std::string who(const Entity& entity) {
  std::string line = entity.code.empty() ? "---" : entity.code;
  if (!entity.sector.empty()) line += " " + entity.sector;
  for (const auto& sector : entity.other_sectors) line += "+" + sector;
  if (!entity.identifier_text.empty()) line += ", " + entity.identifier_text;
  if (!entity.office.empty()) line += ", " + entity.office;
  return line;
}

std::string how(const Entity& entity) {
  std::string line = "by " + (entity.via.empty() ? std::string("nothing") : entity.via);
  if (!entity.reason.empty()) line += ": " + entity.reason;
  return line;
}

std::string dates_of(const DateMention& date) {
  if (!date.start) return "not resolved";
  std::string line = to_iso(*date.start);
  if (date.end) line += " to " + to_iso(*date.end);
  return line + " (" + std::string(name_of(date.precision)) + ")";
}

void append_mentions(const Sentence& sentence, const SentenceMentions& mentions, std::string& out) {
  for (const auto& actor : mentions.actors) {
    const std::string words = words_of(sentence, actor.first, actor.last);
    if (actor.entities.empty()) out += fmt::format("  who    {:<32} not resolved\n", words);
    for (const auto& entity : actor.entities) out += fmt::format("  who    {:<32} {}  [{}]\n", words, who(entity), how(entity));
  }
  for (const auto& place : mentions.places) {
    out += fmt::format("  where  {:<32} {}, {}  [{}]\n", place.text, place.location.name, place.location.country, place.location.reason);
  }
  for (const auto& date : mentions.dates) out += fmt::format("  when   {:<32} {}  [{}]\n", date.text, dates_of(date), date.reason);
  for (const auto& quantity : mentions.quantities) {
    out += fmt::format("  many   {:<32} {} to {} {}\n", words_of(sentence, quantity.first, quantity.last), quantity.low, quantity.high, quantity.unit);
  }
}

void append_frames(const coding::Explanation& explanation, std::uint32_t sequence, std::string& out) {
  for (const auto& trace : explanation.frames) {
    if (trace.sequence != sequence) continue;
    out += fmt::format("  frame  {:<32} {}\n", trace.trigger, trace.frame);
    for (const auto& role : trace.roles) {
      out += fmt::format("           {} ({}): {}\n", role.role, role.place, role.found.empty() ? "nobody" : role.found);
    }
    for (const auto& step : trace.steps) out += "           " + step + "\n";
    out += trace.coded ? "           coded: " + trace.type + "\n" : "           not coded: " + trace.why_not + "\n";
  }
}

std::string participants(const std::vector<Entity>& entities) {
  if (entities.empty()) return "nobody";
  std::string line;
  for (const auto& entity : entities) {
    if (!line.empty()) line += " & ";
    line += entity.text + " (" + who(entity) + ")";
  }
  return line;
}

std::string modality_of(const Modality& modality) {
  if (modality.asserted()) return "asserted";
  std::string line;
  const auto add = [&](bool holds, const char* name) {
    if (holds) line += (line.empty() ? "" : ", ") + std::string(name);
  };
  add(modality.negation, "negation");
  add(modality.future, "future");
  add(modality.hypothetical, "hypothetical");
  add(modality.historical, "historical");
  return modality.cue.empty() ? line : line + " (“" + modality.cue + "”)";
}

void append_event(const Event& event, std::string& out) {
  std::string type = event.own_type.empty() ? event.type : event.type + ":" + event.own_type;
  for (const auto& mode : event.modes) type += " " + mode;
  out += fmt::format("  event  {}: {} → {}\n", type, participants(event.actors), participants(event.recipients));
  out += fmt::format("           when {}{}, {}\n", event.date ? to_iso(*event.date) : "unknown",
                     event.date_text.empty() ? "" : " (“" + event.date_text + "”)", modality_of(event.modality));
  if (event.location) out += fmt::format("           where {}, {}\n", event.location->name, event.location->country);
  if (event.attribution) out += fmt::format("           according to {} ({})\n", event.attribution->text, who(*event.attribution));
  out += fmt::format("           confidence {:.2f}\n", event.confidence);
  for (const auto& reason : event.reason) out += "           because " + reason + "\n";
}

}  // namespace

std::string explanation_text(const Document& document, const Analysis& analysis, const coding::Explanation& explanation) {
  std::string out = fmt::format("{}\npublished {}\n", document.title.empty() ? document.id : document.title,
                                document.published ? to_iso(*document.published) : "unknown");
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const auto& sentence = analysis.sentences[i];
    out += fmt::format("\n{} {} ({})\n", sentence.sequence, sentence.text, name_of(sentence.kind));
    if (!sentence.parsed) {
      out += "  not parsed: the lexical scan sees no event here\n";
      continue;
    }
    out += to_tree_text(sentence);
    if (i < analysis.mentions.size()) append_mentions(sentence, analysis.mentions[i], out);
    append_frames(explanation, sentence.sequence, out);
    for (const auto& event : analysis.events) {
      if (event.sequence == sentence.sequence) append_event(event, out);
    }
  }
  return out;
}

}  // namespace attache::outputs
