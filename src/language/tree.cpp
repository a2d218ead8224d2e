#include "language/tree.h"

#include "language/word_list.h"

#include <algorithm>

namespace attache {
namespace {

using language::word_list;

/// A walk up the governors never takes more steps than this; deeper control chains do not occur.
constexpr int most_steps = 16;

/// Verbs whose infinitive is controlled by their subject although they have an object: "promised them to leave".
constexpr auto subject_control = word_list({"promise", "threaten", "vow", "pledge", "swear", "use", "take", "spend"});

/// Nouns whose infinitive is done by whoever holds the noun, not by the noun: "Ruritania's plan to attack".
constexpr auto intention_nouns = word_list({
    "plan", "decision", "attempt", "effort", "agreement", "offer", "promise", "pledge", "vow", "threat", "refusal", "bid", "move", "intention",
    "willingness", "readiness", "desire", "ability", "right", "power", "promises", "proposal", "failure", "resolve", "commitment", "determination",
    "campaign", "mission", "operation", "opportunity", "chance", "reluctance", "deal", "need", "authority", "capacity", "obligation", "preparation",
    "vote", "steps", "step", "measure", "program", "programme", "pact", "urge", "wish", "will", "order",
});

constexpr auto negators = word_list({"not", "n't", "n\xE2\x80\x99t", "never", "hardly", "scarcely", "barely", "neither", "nor", "nt"});
constexpr auto negative_determiners = word_list({"no", "neither", "none", "nobody", "nothing"});

std::string_view lemma_of(const Token& token) { return token.lemma.empty() ? token.text : token.lemma; }

bool is_relative_pronoun(const Token& token) {
  static constexpr auto pronouns = word_list({"who", "whom", "which", "that", "whose", "whoever"});
  return (token.upos == Upos::pron || token.upos == Upos::det || token.upos == Upos::sconj) && pronouns.contains(token.text);
}

bool is_subject(Relation relation) {
  switch (relation) {
    case Relation::nsubj: case Relation::nsubj_pass: case Relation::nsubj_outer: case Relation::csubj: case Relation::csubj_pass: case Relation::csubj_outer:
      return true;
    default: return false;
  }
}

/// Verbs that stand between a quotation and its speaker: `"…," said Smith`.
constexpr auto speech_verbs = word_list({
    "say", "add", "ask", "write", "warn", "explain", "declare", "note", "insist", "reply", "continue", "argue", "claim", "comment", "conclude",
    "observe", "remark", "respond", "shout", "state", "stress", "tweet", "recall", "announce", "admit", "acknowledge", "suggest",
});

/// Verbs whose object is another's plan: "opposed the plan to attack".
constexpr auto others_plans = word_list({
    "reject", "oppose", "criticize", "criticise", "condemn", "denounce", "thwart", "foil", "block", "halt", "defeat", "welcome", "support", "back",
    "praise", "dismiss", "deplore", "protest", "veto", "resist", "hail", "endorse", "approve", "decry", "slam", "blast", "discuss", "stop", "prevent",
});

/// Forms of one tense in a coordination. Taggers confuse the past with the participle.
bool same_tense(std::string_view first, std::string_view second) {
  const auto past = [](std::string_view tag) { return tag == "VBD" || tag == "VBN"; };
  return first == second || (past(first) && past(second));
}

bool is_relative_clause(Relation relation) { return relation == Relation::acl_relcl; }

void append_word(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  for (const char c : word) words += language::lower_ascii(c);
}

}  // namespace

void Tree::rebuild(const Sentence& sentence) {
  sentence_ = &sentence;
  const auto count = sentence.tokens.size();
  heads_.resize(count);
  root_ = none;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t head = sentence.tokens[i].head;
    const bool valid = head >= 0 && static_cast<std::size_t>(head) < count && static_cast<std::size_t>(head) != i;
    heads_[i] = valid ? head : none;
    if (!valid && root_ == none) root_ = static_cast<Index>(i);
  }
  order_children();
  walk();
}

void Tree::order_children() {
  const std::size_t count = heads_.size();
  child_offsets_.assign(count + 1, 0);
  for (const Index head : heads_) {
    if (head != none) ++child_offsets_[static_cast<std::size_t>(head) + 1];
  }
  for (std::size_t i = 0; i < count; ++i) child_offsets_[i + 1] += child_offsets_[i];
  children_.resize(static_cast<std::size_t>(child_offsets_[count]));
  depths_.assign(child_offsets_.begin(), child_offsets_.end() - 1);  // work space: the next free place of each token
  for (std::size_t i = 0; i < count; ++i) {
    if (heads_[i] == none) continue;
    children_[static_cast<std::size_t>(depths_[static_cast<std::size_t>(heads_[i])]++)] = static_cast<Index>(i);
  }
}

void Tree::walk() {
  const std::size_t count = heads_.size();
  depths_.assign(count, 0);
  preorder_.assign(count, none);
  counts_.assign(count, 1);
  spans_.resize(count);
  order_.clear();
  order_.reserve(count);
  std::vector<Index>& pending = counts_;  // a stack needs at most one place a token, and the counts are filled only afterwards
  for (std::size_t start = 0; start < count; ++start) {
    if (heads_[start] != none) continue;
    std::size_t waiting = 0;
    pending[waiting++] = static_cast<Index>(start);
    while (waiting > 0) {
      const Index i = pending[--waiting];
      preorder_[static_cast<std::size_t>(i)] = static_cast<Index>(order_.size());
      order_.push_back(i);
      const auto below = children(i);
      for (auto child = below.rbegin(); child != below.rend(); ++child) {
        depths_[static_cast<std::size_t>(*child)] = depths_[static_cast<std::size_t>(i)] + 1;
        pending[waiting++] = *child;
      }
    }
  }
  if (order_.size() < count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (preorder_[i] == none) heads_[i] = none;  // on a cycle or below one
    }
    if (root_ == none) root_ = 0;
    order_children();
    return walk();
  }
  counts_.assign(count, 1);
  for (std::size_t i = 0; i < count; ++i) spans_[i] = {static_cast<Index>(i), static_cast<Index>(i) + 1};
  for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
    const Index head = heads_[static_cast<std::size_t>(*i)];
    if (head == none) continue;
    const Span& below = spans_[static_cast<std::size_t>(*i)];
    Span& above = spans_[static_cast<std::size_t>(head)];
    above.first = std::min(above.first, below.first);
    above.last = std::max(above.last, below.last);
    counts_[static_cast<std::size_t>(head)] += counts_[static_cast<std::size_t>(*i)];
  }
}

std::span<const Tree::Index> Tree::children(Index i) const {
  const auto begin = static_cast<std::size_t>(child_offsets_[static_cast<std::size_t>(i)]);
  const auto end = static_cast<std::size_t>(child_offsets_[static_cast<std::size_t>(i) + 1]);
  return {children_.data() + begin, end - begin};
}

Tree::Index Tree::child(Index i, Relation relation) const {
  for (const Index child : children(i)) {
    if (token(child).relation == relation) return child;
  }
  return none;
}

Tree::Index Tree::child(Index i, std::initializer_list<Relation> relations) const {
  for (const Relation relation : relations) {
    if (const Index found = child(i, relation); found != none) return found;
  }
  return none;
}

std::vector<Tree::Index> Tree::children(Index i, Relation relation) const {
  std::vector<Index> found;
  for (const Index child : children(i)) {
    if (token(child).relation == relation) found.push_back(child);
  }
  return found;
}

bool Tree::is_within(Index i, Index ancestor) const {
  const Index rank = preorder_[static_cast<std::size_t>(i)], first = preorder_[static_cast<std::size_t>(ancestor)];
  return first <= rank && rank < first + counts_[static_cast<std::size_t>(ancestor)];
}

std::vector<Tree::Index> Tree::governors(Index i) const {
  std::vector<Index> path;
  for (Index above = governor(i); above != none; above = governor(above)) path.push_back(above);
  return path;
}

Tree::Span Tree::span(Index i) const { return spans_[static_cast<std::size_t>(i)]; }

std::vector<Tree::Index> Tree::yield(Index i) const {
  const auto begin = order_.begin() + preorder_[static_cast<std::size_t>(i)];
  std::vector<Index> tokens(begin, begin + counts_[static_cast<std::size_t>(i)]);
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

std::string_view Tree::text(Span span) const {
  if (span.first >= span.last) return {};
  const std::string_view first = token(span.first).text, last = token(span.last - 1).text;
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

Tree::Index Tree::head(Span span) const {
  Index found = none;
  for (Index i = span.first; i < span.last; ++i) {
    if (governor(i) != none && span.contains(governor(i))) continue;
    if (found == none || depth(i) < depth(found)) found = i;
  }
  return found;
}

Tree::Span Tree::phrase(Index i) const {
  const auto leaves_phrase = [](Relation relation) {
    switch (relation) {
      case Relation::acl: case Relation::acl_relcl: case Relation::advcl: case Relation::advcl_relcl: case Relation::parataxis: case Relation::appos:
      case Relation::conj: case Relation::cc: case Relation::cc_preconj: case Relation::punct: case Relation::case_: case Relation::mark: case Relation::cop:
      case Relation::aux: case Relation::aux_pass: case Relation::discourse: case Relation::dep: case Relation::list: case Relation::orphan:
        return true;
      default: return is_subject(relation);
    }
  };
  const auto below = children(i);
  Span phrase{i, i + 1};
  // Outwards from the head on either side, up to the first dependent that is merely attached; marks inside ("Jean-Paul") do not stop it.
  const auto behind_head = std::upper_bound(below.begin(), below.end(), i);
  for (auto child = behind_head; child != below.end(); ++child) {
    if (token(*child).relation == Relation::punct) continue;
    if (leaves_phrase(token(*child).relation)) {
      if (token(*child).relation == Relation::case_ && token(*child).joined) continue;  // "Ruritania's" ends before its clitic
      break;
    }
    phrase.first = std::min(phrase.first, span(*child).first);  // a title may hang from a later part of the name
    phrase.last = span(*child).last;
  }
  for (auto child = behind_head; child != below.begin();) {
    --child;
    if (token(*child).relation == Relation::punct) continue;
    if (leaves_phrase(token(*child).relation)) break;
    phrase.first = span(*child).first;
  }
  return phrase;
}

Tree::Index Tree::first_conjunct(Index i) const {
  while (token(i).relation == Relation::conj && governor(i) != none) i = governor(i);
  return i;
}

std::vector<Tree::Index> Tree::conjuncts(Index i) const {
  std::vector<Index> members{i};
  for (std::size_t next = 0; next < members.size(); ++next) {
    for (const Index child : children(members[next])) {
      if (token(child).relation == Relation::conj) members.push_back(child);
    }
  }
  std::sort(members.begin(), members.end());
  return members;
}

Tree::Index Tree::subject(Index predicate) const {
  for (const Index child : children(predicate)) {
    if (is_subject(token(child).relation)) return child;
  }
  if (const Index dummy = personal_dummy(predicate); dummy != none) return dummy;
  return inverted_speaker(predicate);
}

/// Parsers take the "it" of "Chad said it was ready to talk" for a dummy. One without a clause to stand for is somebody.
Tree::Index Tree::personal_dummy(Index predicate) const {
  const Index dummy = child(predicate, Relation::expl);
  if (dummy == none || lemma_of(token(dummy)) == "there" || (token(dummy).text != "it" && token(dummy).text != "It")) return none;
  const bool stands_for_clause = child(predicate, {Relation::csubj, Relation::csubj_pass, Relation::ccomp}) != none;
  return stands_for_clause || relation(predicate) == Relation::root ? none : dummy;
}

Tree::Index Tree::inverted_speaker(Index predicate) const {
  const Token& verb = token(predicate);
  if (verb.xpos != "VBD" && verb.xpos != "VBZ" && verb.xpos != "VBN") return none;
  if (!speech_verbs.contains(lemma_of(verb)) || has_child(predicate, Relation::aux) || has_child(predicate, Relation::aux_pass)) return none;
  const Index speaker = child(predicate, Relation::obj);
  if (speaker == none || speaker < predicate) return none;
  if (verb.relation == Relation::parataxis) return speaker;
  for (const Relation said : {Relation::ccomp, Relation::parataxis}) {
    if (const Index clause = child(predicate, said); clause != none && clause < predicate) return speaker;
  }
  return none;
}

/// Headlines and captions, which leave auxiliaries out, end without a full stop.
bool Tree::ends_as_sentence() const { return size() > 0 && token(size() - 1).text == "."; }

bool Tree::is_passive(Index predicate) const {
  for (int steps = 0; steps < most_steps; ++steps) {
    bool auxiliary = false, own_subject = false, passive_subject = false;
    for (const Index child : children(predicate)) {
      switch (token(child).relation) {
        case Relation::aux_pass: return true;
        case Relation::nsubj_pass: case Relation::csubj_pass: passive_subject = true; break;
        case Relation::aux: case Relation::cop: auxiliary = true; break;
        case Relation::nsubj: case Relation::csubj: own_subject = true; break;
        default: break;
      }
    }
    const Token& word = token(predicate);
    // A past tense is no passive, whatever the subject's label says: "the leader called on him to go".
    if (passive_subject) return auxiliary || (word.xpos != "VBD" && word.xpos != "VBZ" && word.xpos != "VBP" && !(word.relation == Relation::root && ends_as_sentence() && word.text.ends_with("ed")));
    // Headlines leave the auxiliary out: "Peacekeepers taken hostage". Only participles that are no past tense show it.
    if ((word.xpos == "VBN" || word.xpos == "VBD") && own_subject && !auxiliary && (word.text.ends_with("en") || word.text.ends_with("wn"))) return true;
    if (word.xpos != "VBN" || auxiliary || own_subject) return false;
    switch (word.relation) {
      case Relation::acl: case Relation::advcl: case Relation::xcomp: return true;
      case Relation::conj: predicate = governor(predicate); break;
      default: return false;
    }
    if (predicate == none) return false;
  }
  return false;
}

Tree::Index Tree::agent(Index predicate) const {
  if (!is_passive(predicate)) return none;
  for (const Index child : children(predicate, Relation::obl_agent)) {
    if (preposition(child) == "by") return child;
  }
  return oblique(predicate, "by");
}

bool Tree::is_negated(Index predicate) const {
  for (const Index child : children(predicate)) {
    const Token& word = token(child);
    if ((word.relation == Relation::advmod || word.relation == Relation::cc_preconj) && (negators.contains(word.text) || negators.contains(lemma_of(word)))) return true;
    if (word.relation == Relation::advmod && lemma_of(word) == "long") {
      for (const Index below : children(child)) {
        if (language::equals_ignoring_case(token(below).text, "no")) return true;  // "no longer"
      }
    }
    if (is_subject(word.relation) || word.relation == Relation::obj) {
      if (negative_determiners.contains(word.text)) return true;
      if (const Index determiner = this->child(child, Relation::det); determiner != none && negative_determiners.contains(token(determiner).text)) return true;
    }
  }
  return false;
}

Tree::Index Tree::antecedent(Index i) const {
  if (!is_relative_pronoun(token(i))) return i;
  const Index clause = nearest(governor(i), [&](Index above) { return is_relative_clause(token(above).relation); });
  if (clause == none || governor(clause) == none || i > clause) return i;
  // A second clause in between has the pronoun for its own: "who said that …".
  return governor(clause) < i ? governor(clause) : i;
}

Tree::Index Tree::understood_subject(Index predicate) const { return subject_or_controller(predicate, 0); }

Tree::Index Tree::subject_or_controller(Index predicate, int steps) const {
  if (steps > most_steps) return none;
  if (const Index own = subject(predicate); own != none) return antecedent(own);
  return controller(predicate, steps + 1);
}

Tree::Index Tree::controller(Index predicate, int steps) const {
  const Index above = governor(predicate);
  if (above == none) return none;
  switch (token(predicate).relation) {
    case Relation::conj: return subject_or_controller(above, steps);
    case Relation::xcomp: {
      const Index object = child(above, {Relation::obj, Relation::iobj});
      const bool nominal = object != none && (token(object).upos == Upos::noun || token(object).upos == Upos::propn || token(object).upos == Upos::pron ||
                                              token(object).upos == Upos::num || token(object).upos == Upos::det);
      if (nominal && object < predicate && !subject_control.contains(lemma_of(token(above)))) return antecedent(object);
      return subject_or_controller(above, steps);
    }
    case Relation::advcl: {
      const bool verbal = token(above).upos == Upos::verb || token(above).upos == Upos::aux || subject(above) != none;
      if (!verbal) return none;
      // "was used by the attacker to gain entry": a purpose is the agent's.
      const Index by = token(predicate).xpos == "VB" ? agent(above) : none;
      return by != none ? by : subject_or_controller(above, steps);
    }
    case Relation::acl: {
      if (token(predicate).xpos == "VB" && intention_nouns.contains(lemma_of(token(above)))) {
        if (const Index holder = child(above, Relation::nmod_poss); holder != none) return holder;
        const Index clause = governor(above);
        const bool held = token(above).relation == Relation::obj ? !others_plans.contains(lemma_of(token(clause)))
                                                                 : token(above).relation == Relation::obl && preposition(above).starts_with("in");
        return held ? subject_or_controller(clause, steps) : none;
      }
      // "took a step toward improving ties": whose step it is, does it.
      if (const std::string by = marker(predicate); !by.empty() && by != "to" && by != "as" && token(predicate).xpos == "VBG") {
        if (const Index holder = child(above, Relation::nmod_poss); holder != none) return holder;
        const Index clause = governor(above);
        return clause != none && token(above).relation == Relation::obj ? subject_or_controller(clause, steps) : none;
      }
      return above;
    }
    case Relation::ccomp: {
      // A participle or infinitive complement parsed as a full clause: "denied firing".
      const std::string_view form = token(predicate).xpos;
      return form == "VBG" || form == "VB" ? subject_or_controller(above, steps) : none;
    }
    case Relation::acl_relcl: return above;  // without a subject of its own, it is the subject that is relative
    default: return none;
  }
}

Tree::Index Tree::logical_subject(Index predicate) const { return is_passive(predicate) ? agent(predicate) : understood_subject(predicate); }

Tree::Index Tree::logical_object(Index predicate) const {
  if (is_passive(predicate)) return understood_subject(predicate);
  if (const Index own = object(predicate); own != none) return own == inverted_speaker(predicate) ? none : antecedent(own);
  if (is_relative_clause(token(predicate).relation)) {
    // "the man they arrested": the antecedent is the object when the clause has a subject of its own and no other place for a gap.
    const Index own_subject = subject(predicate);
    if (own_subject == none || antecedent(own_subject) != own_subject || token(predicate).upos != Upos::verb) return none;
    for (const Index child : children(predicate)) {
      switch (token(child).relation) {
        case Relation::advmod: case Relation::obl:
          if (token(child).xpos == "WRB" || token(child).upos == Upos::adp || is_relative_pronoun(token(child))) return none;
          break;
        case Relation::ccomp: case Relation::xcomp: return none;
        default: break;
      }
    }
    return governor(predicate);
  }
  return shared_object(predicate);
}

Tree::Index Tree::shared_object(Index predicate) const {
  if (token(predicate).relation == Relation::conj) {
    const Index first = first_conjunct(predicate);
    const Index shared = object(first);
    return shared > predicate && !is_passive(first) ? antecedent(shared) : none;
  }
  // Parsers also hang it on the last of two verbs that stand close together.
  const Index next = child(predicate, Relation::conj);
  if (next == none || next - predicate > 2 || subject(next) != none || !same_tense(token(next).xpos, token(predicate).xpos)) return none;
  for (const Relation complement : {Relation::obl, Relation::ccomp, Relation::xcomp}) {
    if (has_child(predicate, complement)) return none;
  }
  const Index shared = object(next);
  return shared == none ? none : antecedent(shared);
}

std::string Tree::introduced_by(Index i, Relation relation) const {
  std::string words;
  for (const Index child : children(i)) {
    if (token(child).relation != relation || token(child).joined) continue;  // the clitic of a possessive is no preposition
    append_word(words, lemma_of(token(child)));
    for (const Index part : children(child)) {
      if (token(part).relation == Relation::fixed) append_word(words, lemma_of(token(part)));
    }
  }
  return words;
}

std::string Tree::preposition(Index nominal) const { return introduced_by(nominal, Relation::case_); }

std::string Tree::marker(Index clause) const { return introduced_by(clause, Relation::mark); }

std::vector<Tree::Oblique> Tree::obliques(Index i) const {
  std::vector<Oblique> found;
  for (const Index child : children(i)) {
    switch (token(child).relation) {
      case Relation::obl: case Relation::obl_agent: case Relation::nmod: case Relation::nmod_desc: found.push_back({child, preposition(child)}); break;
      default: break;
    }
  }
  return found;
}

Tree::Index Tree::oblique(Index i, std::string_view wanted) const {
  for (const Index child : children(i)) {
    switch (token(child).relation) {
      case Relation::obl: case Relation::obl_agent: case Relation::nmod: case Relation::nmod_desc:
        if (preposition(child) == wanted) return child;
        break;
      default: break;
    }
  }
  return none;
}

}  // namespace attache
