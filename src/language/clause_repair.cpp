#include "language/clause_repair.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace attache::language {
namespace {

using Index = std::int32_t;

bool is_nominal(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

/// "Detained", or a plain form that was taken for a part of a name: "hold" of "Egypt, Sudan hold talks".
bool is_participle_or_plain(const Token& token) {
  return token.upos == Upos::verb &&
         (token.xpos == "VBN" || token.xpos == "VBD" || token.xpos == "VBP" || token.xpos == "VBZ" || token.xpos == "VB");
}

/// What hangs in the sentence, for the few questions that are asked here.
class Links {
 public:
  explicit Links(const Sentence& sentence) : tokens_(sentence.tokens) {}

  bool has_child(Index head, std::initializer_list<Relation> relations) const {
    for (const Token& token : tokens_) {
      if (token.head != head) continue;
      for (const Relation relation : relations) {
        if (token.relation == relation) return true;
      }
    }
    return false;
  }
  bool is_within(Index token, Index ancestor) const {
    for (std::size_t steps = 0; token >= 0 && steps <= tokens_.size(); token = tokens_[static_cast<std::size_t>(token)].head, ++steps) {
      if (token == ancestor) return true;
    }
    return false;
  }

 private:
  const std::vector<Token>& tokens_;
};

class ClauseRepair {
 public:
  explicit ClauseRepair(Sentence& sentence) : tokens_(sentence.tokens), links_(sentence) {}

  void repair(Index head) {
    if (!lacks_predicate(head)) return;
    const auto described = participle_before(head);
    for (Index subject = 0; subject < size(); ++subject) {
      if (at(subject).head != head || at(subject).relation != Relation::nsubj) continue;
      // "[Authorities] blocked [websites]": the subject was seen, the verb was not.
      if (described && subject < *described && take_back_phrase(head, subject, *described)) make_clause(head, *described, subject, head);
      return;
    }
    if (links_.has_child(head, {Relation::case_})) return;
    if (described) {
      if (const auto subject = noun_before(*described, head)) return make_clause(head, *described, *subject, head);
    }
    for (Index noun = head + 1; noun < size(); ++noun) {
      const bool bare =
          at(noun).head == head && is_nominal(at(noun)) &&
          (at(noun).relation == Relation::nmod || at(noun).relation == Relation::appos || at(noun).relation == Relation::nmod_unmarked);
      if (!bare || links_.has_child(noun, {Relation::case_, Relation::det, Relation::punct})) continue;
      const auto verb = participle_before(noun);
      if (verb && *verb > head) return make_clause(head, *verb, head, noun);
    }
    for (Index verb = head + 1; verb < size(); ++verb) {
      if (at(verb).head == head && at(verb).relation == Relation::acl && is_active(verb))
        return make_clause(head, verb, head, std::nullopt);
    }
  }

 private:
  Token& at(Index i) { return tokens_[static_cast<std::size_t>(i)]; }
  Index size() const { return static_cast<Index>(tokens_.size()); }

  bool lacks_predicate(Index head) {
    return is_nominal(at(head)) &&
           !links_.has_child(head, {Relation::cop, Relation::nsubj_pass, Relation::aux, Relation::csubj, Relation::obj});
  }

  /// A participle that is said to describe the noun, not joined to the word before by a hyphen: "Russia-backed rebels".
  std::optional<Index> participle_before(Index noun) {
    for (Index verb = 0; verb < noun; ++verb) {
      const Token& token = at(verb);
      if (token.head != noun || !is_participle_or_plain(token) ||
          (token.relation != Relation::amod && token.relation != Relation::compound))
        continue;
      const bool hyphened = verb > 0 && at(verb - 1).text == "-";
      if (!hyphened && token.text.find('-') == std::string_view::npos) return verb;
    }
    return std::nullopt;
  }

  /// The noun right before the verb but for adverbs, in the phrase of the head.
  std::optional<Index> noun_before(Index verb, Index head) {
    Index noun = verb - 1;
    while (noun >= 0 && (at(noun).upos == Upos::adv || at(noun).upos == Upos::aux)) --noun;
    if (noun < 0 || !is_nominal(at(noun)) || !links_.is_within(noun, head)) return std::nullopt;
    // Up to what hangs on the head or the verb itself: of "police in Bern" the police.
    while (at(noun).head != head && at(noun).head != verb) noun = at(noun).head;
    return noun < verb && is_nominal(at(noun)) ? std::optional(noun) : std::nullopt;
  }

  /// "[Authorities] in Minsk blocked [websites]", with "in" hung on the websites and Minsk on the verb: both are the subject's. False where
  /// the head has a preposition that is not so explained.
  bool take_back_phrase(Index head, Index subject, Index verb) {
    for (Index word = 0; word < size(); ++word) {
      if (at(word).head != head || at(word).relation != Relation::case_) continue;
      Index noun = word + 1;
      while (noun < verb && !(at(noun).head == verb && is_nominal(at(noun)))) ++noun;
      if (word < subject || noun >= verb) return false;
      at(noun).head = subject;
      at(noun).relation = Relation::nmod;
      at(word).head = noun;
    }
    return true;
  }

  /// A participle behind its noun that cannot be passive.
  bool is_active(Index verb) {
    const Token& token = at(verb);
    if (token.xpos != "VBN" && token.xpos != "VBD") return false;
    if (links_.has_child(verb, {Relation::mark, Relation::aux_pass, Relation::aux, Relation::obl_agent})) return false;
    return token.xpos == "VBD" || links_.has_child(verb, {Relation::obj}) || has_no_passive(verb);
  }

  /// Nothing is protested or fled to: such a participle is no passive. "Called" is none before "for" and "on".
  bool has_no_passive(Index verb) {
    static constexpr std::array<std::string_view, 22> without = {
        "protest", "riot", "march",     "demonstrate", "rally",   "clash",    "flee",      "arrive", "agree",   "apply",    "appeal",
        "resign",  "vote", "apologise", "apologize",   "retreat", "complain", "surrender", "rebel",  "compete", "collapse", "intervene"};
    if (std::find(without.begin(), without.end(), at(verb).lemma) != without.end()) return true;
    const bool followed = verb + 1 < size() && (at(verb + 1).text == "for" || at(verb + 1).text == "on");
    return at(verb).lemma == "call" && followed;
  }

  void make_clause(Index head, Index verb, Index subject, std::optional<Index> object) {
    const Index above = at(head).head;
    const Relation relation = at(head).relation;
    for (Index i = 0; i < size(); ++i) {
      if (at(i).head != head || i == verb || i == subject) continue;
      const Relation place = at(i).relation;
      if (object == head && i < verb) {
        // What stood before the verb describes the subject.
        at(i).head = place == Relation::punct || place == Relation::advmod || place == Relation::cc ? verb : subject;
      } else if (i > verb &&
                 (place == Relation::punct || place == Relation::parataxis || (place == Relation::conj && at(i).upos == Upos::verb))) {
        at(i).head = verb;
      } else if (object != head && i > verb && object && i > *object) {
        at(i).head = *object;
      }
    }
    Token& predicate = at(verb);
    predicate.head = above;
    predicate.relation = relation;
    predicate.upos = Upos::verb;
    if (predicate.xpos == "VBN") predicate.xpos = "VBD";
    if (predicate.xpos == "VB") predicate.xpos = "VBP";
    at(subject).head = verb;
    at(subject).relation = Relation::nsubj;
    if (object) {
      at(*object).head = verb;
      at(*object).relation = Relation::obj;
    }
  }

  std::vector<Token>& tokens_;
  Links links_;
};

}  // namespace

void repair_clauses(Sentence& sentence) {
  ClauseRepair repair(sentence);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Relation relation = sentence.tokens[i].relation;
    if (relation == Relation::root || relation == Relation::ccomp) repair.repair(static_cast<Index>(i));
  }
}

}  // namespace attache::language
