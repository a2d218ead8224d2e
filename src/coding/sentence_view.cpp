#include "coding/sentence_view.h"

#include "language/inflections.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// The word of the lexicon that an inflected verb can be a form of, for lemmas that the lexicon does not know: the lemmatizer guesses at verbs it
/// never saw ("bombed", "strafed", "shelled"), while a trigger's own word leaves no doubt.
WordId uninflected(const Vocabulary& vocabulary, std::string_view form) {
  char word[48];
  const std::size_t ending = form.ends_with("ing") ? 3 : form.ends_with("ed") ? 2 : 0;
  if (ending == 0 || form.size() < ending + 3 || form.size() >= sizeof word) return unknown_word;
  std::size_t length = form.size() - ending;
  for (std::size_t i = 0; i < length; ++i) word[i] = form[i] >= 'A' && form[i] <= 'Z' ? static_cast<char>(form[i] - 'A' + 'a') : form[i];
  if (const WordId bare = vocabulary.find({word, length}); bare != unknown_word) return bare;
  word[length] = 'e';
  if (const WordId with_e = vocabulary.find({word, length + 1}); with_e != unknown_word) return with_e;
  return word[length - 1] == word[length - 2] ? vocabulary.find({word, length - 1}) : unknown_word;
}

template <typename Mention>
void lay_out(const std::vector<Mention>& mentions, std::vector<std::int32_t>& at, std::size_t tokens) {
  at.assign(tokens, -1);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    for (std::size_t i = mentions[m].first; i < mentions[m].last && i < tokens; ++i) {
      // Of nested mentions the smaller has the token: "[the government of [France]]".
      std::int32_t& slot = at[i];
      if (slot >= 0) {
        const auto& other = mentions[static_cast<std::size_t>(slot)];
        if (other.last - other.first <= mentions[m].last - mentions[m].first) continue;
      }
      slot = static_cast<std::int32_t>(m);
    }
  }
}

}  // namespace

void SentenceView::rebuild(const Sentence& sentence, const SentenceMentions& mentions, const Vocabulary& vocabulary) {
  sentence_ = &sentence;
  mentions_ = &mentions;
  tree_.rebuild(sentence);
  const std::size_t count = sentence.tokens.size();
  lemmas_.resize(count);
  forms_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Token& token = sentence.tokens[i];
    forms_[i] = vocabulary.find_lower(token.text);
    lemmas_[i] = token.lemma.empty() ? forms_[i] : vocabulary.find_lower(token.lemma);
    if (lemmas_[i] == unknown_word && (token.upos == Upos::verb || token.upos == Upos::adj)) lemmas_[i] = uninflected(vocabulary, token.text);
    // "Shot", "fled": a past that was left as it is, or cut as if it were regular.
    const bool past = token.upos == Upos::verb && token.xpos != "VB" && token.xpos != "VBG";
    if (past && (lemmas_[i] == unknown_word || token.lemma == token.text)) {
      if (const std::string irregular = irregular_verb_lemma(token.text); !irregular.empty()) lemmas_[i] = vocabulary.find(irregular);
    }
  }
  lay_out(mentions.actors, actor_at_, count);
  lay_out(mentions.places, place_at_, count);
  in_date_.assign(count, false);
  for (const DateMention& date : mentions.dates) {
    for (std::uint32_t i = date.first; i < date.last && i < count; ++i) in_date_[i] = true;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool introduces = sentence.tokens[i].relation == Relation::case_ && sentence.tokens[i].head >= 0 && in_date_[static_cast<std::size_t>(sentence.tokens[i].head)];
    if (introduces) in_date_[i] = true;
  }
}

bool SentenceView::is_one_of(Index i, const WordSet& words) const {
  const WordId by_lemma = lemma(i), by_form = form(i);
  return (by_lemma != unknown_word && std::binary_search(words.begin(), words.end(), by_lemma)) ||
         (by_form != unknown_word && by_form != by_lemma && std::binary_search(words.begin(), words.end(), by_form));
}

bool SentenceView::is_opposed(Index i) const {
  const auto is_anti = [](std::string_view text) { return text == "anti" || text == "Anti"; };
  const std::string_view text = token(i).text;
  if (text.size() > 5 && text[4] == '-') return is_anti(text.substr(0, 4));
  return i >= 2 && token(i - 1).text == "-" && is_anti(token(i - 2).text);
}

bool SentenceView::has_preposition(Index i, const std::vector<WordId>& phrase) const {
  for (const Index child : tree_.children(i)) {
    const Relation relation = tree_.relation(child);
    // "In defiance of sanctions threats", with "of" hung on the noun's first part.
    if (relation == Relation::compound && child < i && !tree_.has_child(i, Relation::case_) && has_preposition(child, phrase)) return true;
    if (relation != Relation::case_ && relation != Relation::mark) continue;
    if (!is_word(child, phrase.front())) continue;
    if (phrase.size() == 1) {
      if (!tree_.has_child(child, Relation::fixed)) return true;
      continue;
    }
    // The phrase's further words: fixed parts, or simply the words that follow, however they were attached.
    bool all = true;
    for (std::size_t k = 1; k < phrase.size() && all; ++k) {
      const Index next = child + static_cast<Index>(k);
      all = next < size() && is_word(next, phrase[k]);
    }
    if (all) return true;
  }
  return false;
}

bool is_clause_relation(Relation relation) {
  switch (relation) {
    case Relation::ccomp: case Relation::advcl: case Relation::advcl_relcl: case Relation::acl_relcl: case Relation::parataxis:
    case Relation::csubj: case Relation::csubj_pass: case Relation::csubj_outer:
      return true;
    default: return false;
  }
}

std::string joined_words(const SentenceView& view, std::vector<Index> words) {
  std::sort(words.begin(), words.end());
  std::string text;
  for (const Index word : words) {
    if (!text.empty()) text += ' ';
    text += view.token(word).text;
  }
  return text;
}

}  // namespace attache::coding
