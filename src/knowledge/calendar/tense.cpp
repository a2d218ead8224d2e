#include "knowledge/calendar/tense.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace attache::knowledge {
namespace {

bool equals(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower_words) {
  return std::any_of(lower_words.begin(), lower_words.end(), [&](std::string_view word) { return equals(text, word); });
}

/// Auxiliaries that put what follows after the time of speaking.
bool is_prospective_auxiliary(std::string_view text) {
  return is_one_of(text, {"will", "'ll", "’ll", "wo", "would", "shall", "should", "can", "could", "may", "might", "must", "'d"});
}

/// Words whose infinitive or noun lies ahead: "plans to visit", "is expected to meet", "is due in Rome on Friday".
bool is_prospective_verb(std::string_view lemma_or_text) {
  return is_one_of(lemma_or_text, {"plan",     "plans",    "planned",  "planning", "expect",   "expects",  "expected",  "schedule", "schedules", "scheduled", "intend",
                                   "intends",  "intended", "hope",     "hopes",    "hoped",    "vow",      "vows",      "vowed",    "promise",   "promises",  "promised",
                                   "agree",    "agrees",   "agreed",   "decide",   "decides",  "decided",  "threaten",  "threatens", "threatened", "prepare",  "prepares",
                                   "prepared", "preparing", "set",     "due",      "slated",   "likely",   "ready",     "poised",   "go",        "going",     "want",
                                   "wants",    "wanted",   "pledge",   "pledges",  "pledged",  "invite",   "invites",   "invited",  "urge",      "urges",     "urged",
                                   "ask",      "asks",     "asked",    "order",    "orders",   "ordered",  "offer",     "offers",   "offered",   "propose",   "proposes",
                                   "proposed", "aim",      "aims",     "aimed",    "call",     "calls",    "called",    "demand",   "demands",   "demanded"});
}

/// Reports of speech stand in the present without a timetable being meant.
bool is_verb_of_saying(std::string_view text) {
  return is_one_of(text, {"says", "say", "reports", "report", "writes", "claims", "notes", "adds", "tells", "shows", "is", "are", "has", "have"});
}

/// Verbs whose past is written like their present.
bool has_one_form(std::string_view text) {
  return is_one_of(text, {"put", "cut", "hit", "set", "shut", "let", "quit", "cost", "hurt", "split", "spread", "beat", "burst", "shed", "bid", "cast", "read", "broadcast"});
}

/// No tree is deeper in sensible text; a damaged one must not send us round in circles.
constexpr int deepest = 64;

/// What the verb at this token says by itself.
std::optional<Direction> own_direction(const Sentence& sentence, std::uint32_t at) {
  const Token& verb = sentence.tokens[at];
  bool have = false, modal = false, past_aux = false, past_be = false, present_aux = false, infinitive = verb.xpos == "VB";
  bool marked_to = false;
  for (std::uint32_t i = at < 12 ? 0 : at - 12; i < sentence.tokens.size() && i < at + 8; ++i) {
    const Token& word = sentence.tokens[i];
    if (word.head != static_cast<std::int32_t>(at)) continue;
    if (word.relation == Relation::mark && equals(word.text, "to")) marked_to = true;
    if (word.relation != Relation::aux && word.relation != Relation::aux_pass && word.relation != Relation::cop) continue;
    modal = modal || word.xpos == "MD" || is_prospective_auxiliary(word.text);
    if (is_one_of(word.text, {"have", "has", "had", "'ve", "’ve"})) have = true;
    if (word.xpos == "VBD" || is_one_of(word.text, {"was", "were", "did", "had"})) past_aux = true;
    if (is_one_of(word.text, {"was", "were"})) past_be = true;
    if (word.xpos == "VBZ" || word.xpos == "VBP") present_aux = true;
  }
  if (modal && have && verb.xpos == "VBN") return Direction::past;  // "may have killed", "should have been freed"
  if (modal || verb.xpos == "MD") return Direction::future;
  if (infinitive && marked_to) {
    if (present_aux && !have) return Direction::future;
    if (past_be && !have) return Direction::intended;  // "was to meet"
    return std::nullopt;  // as the verb above it says
  }
  if (marked_to && present_aux && !have) return Direction::future;  // "is to be held"
  if (have || past_aux) return Direction::past;
  if (verb.xpos == "VBD") return Direction::past;
  // "Firefighters put the fire out on Saturday": the past has no form of its own, and reports tell of the past.
  if (verb.xpos == "VBP" && !present_aux && has_one_form(verb.text)) return Direction::past;
  const bool heading = sentence.kind == BlockKind::headline;
  if (verb.xpos == "VBN") return present_aux ? std::optional(heading ? Direction::past : Direction::unknown) : Direction::past;
  if (verb.xpos == "VBZ" || verb.xpos == "VBP") return heading || sentence.kind == BlockKind::caption ? Direction::past : Direction::unknown;
  if (present_aux) return verb.xpos == "VBG" ? Direction::unknown : (heading ? Direction::past : Direction::unknown);
  return std::nullopt;
}

/// What a word that looks ahead says: "is expected to" the future, "was expected to" what lay ahead then.
Direction prospect(const Sentence& sentence, std::uint32_t at) {
  const Token& word = sentence.tokens[at];
  if (is_one_of(word.text, {"was", "were"})) return Direction::intended;
  const bool participle = word.xpos == "VBN" || word.upos == Upos::adj;  // and no "vowed to", which somebody did then and there
  return participle && own_direction(sentence, at) == Direction::past ? Direction::intended : Direction::future;
}

Direction from_tree(const Sentence& sentence, std::uint32_t token) {
  std::int32_t at = sentence.tokens[token].head;
  bool below_infinitive = false;
  const Token* child = &sentence.tokens[token];
  for (int depth = 0; at >= 0 && at < static_cast<std::int32_t>(sentence.tokens.size()) && depth < deepest; ++depth) {
    const Token& word = sentence.tokens[static_cast<std::size_t>(at)];
    const bool verbal = word.upos == Upos::verb || word.upos == Upos::aux || word.xpos.starts_with("VB") || word.xpos == "MD";
    const bool planned = is_prospective_verb(word.lemma.empty() ? word.text : word.lemma);
    const bool is_to = is_one_of(word.text, {"is", "are", "was", "were", "am", "'s", "’s"});  // "is to travel"
    const auto token_at = static_cast<std::uint32_t>(at);
    if (below_infinitive && (planned || (is_to && child->xpos == "VB"))) return prospect(sentence, token_at);
    if (!verbal && is_one_of(word.text, {"due", "set", "likely", "ready", "slated", "scheduled"})) return prospect(sentence, token_at);
    const auto own = own_direction(sentence, token_at);
    if (own) {
      // "The summit opens on Friday": a day hung on a present tense is a timetable.
      const bool timetable = depth == 0 && *own == Direction::unknown && (word.xpos == "VBZ" || word.xpos == "VBP") && !is_verb_of_saying(word.text);
      if (timetable) return Direction::timetable;
      const bool participle = word.xpos == "VBN" && is_one_of(word.text, {"scheduled", "expected", "planned", "due", "slated", "set"});
      if (participle) return prospect(sentence, token_at);
      return *own;
    }
    below_infinitive = verbal || child->relation == Relation::nmod;
    child = &word;
    at = word.head;
  }
  return Direction::unknown;
}

/// Without a tree: the nearest auxiliary before the token in its clause, else the nearest after it.
Direction from_words(const Sentence& sentence, std::uint32_t token) {
  const auto prospective = [&](std::uint32_t i) {
    const std::string_view text = sentence.tokens[i].text;
    if (equals(text, "may") && text.front() == 'M' && i > 0) return false;  // the month
    if (is_prospective_auxiliary(text)) return true;
    const bool before_to = i + 1 < sentence.tokens.size() && equals(sentence.tokens[i + 1].text, "to");
    if (before_to && is_one_of(text, {"is", "are", "'s", "am"})) return true;
    if (is_one_of(text, {"scheduled", "slated", "due"})) return true;
    const bool after_be = i > 0 && is_one_of(sentence.tokens[i - 1].text, {"is", "are", "'s", "was", "were", "be"});
    if (after_be && is_one_of(text, {"expected", "planned"})) return true;
    return before_to && is_prospective_verb(text) && !is_one_of(text, {"called", "calls", "call"});
  };
  const auto retrospective = [&](std::uint32_t i) {
    // Most English past tenses end so; the words that merely look it ("need", "hundred") are rare beside them.
    const bool passive = i > 0 && is_one_of(sentence.tokens[i - 1].text, {"be", "is", "are", "being", "get"});
    if (passive) return false;
    if (sentence.tokens[i].text.size() > 4 && sentence.tokens[i].text.ends_with("ed")) return true;
    return is_one_of(sentence.tokens[i].text, {"was", "were", "had", "did", "said", "has", "have", "told", "met", "held", "began", "took", "came", "went", "left",
                                               "fell", "rose", "won", "lost", "became", "gave", "made", "got", "saw", "led", "struck", "fled", "broke", "fought",
                                               "sent", "brought", "bought", "ran", "spoke", "wrote", "died", "grew", "found", "drew", "withdrew", "shot", "sank"});
  };
  for (std::uint32_t i = token; i-- > 0;) {
    const std::string_view text = sentence.tokens[i].text;
    if (prospective(i)) return Direction::future;
    if (retrospective(i)) return Direction::past;
    if (text == ";" || text == ":") break;
  }
  for (std::uint32_t i = token + 1; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].text == ";" || is_one_of(sentence.tokens[i].text, {"and", "but", "says"})) break;
    if (prospective(i)) return Direction::future;
    if (retrospective(i)) return Direction::past;
  }
  return Direction::unknown;
}

}  // namespace

Direction direction_at(const Sentence& sentence, std::uint32_t token) {
  if (token >= sentence.tokens.size()) return Direction::unknown;
  return sentence.parsed ? from_tree(sentence, token) : from_words(sentence, token);
}

}  // namespace attache::knowledge
