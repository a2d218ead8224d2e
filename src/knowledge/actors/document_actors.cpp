#include "knowledge/actors/document_actors.h"

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/document_names.h"
#include "knowledge/actors/misspelt_names.h"
#include "knowledge/actors/name_matcher.h"
#include "knowledge/actors/nation_focus.h"
#include "knowledge/actors/page_nations.h"
#include "knowledge/actors/phrases.h"
#include "knowledge/actors/references.h"

#include <utility>

namespace attache::knowledge {
namespace {

/// Nations in sentences without a tree: they say what the page is about.
void foresee_names(const AtomContext& context, const SentenceNames& names, NationFocus& focus, References& references) {
  for (const Atom& atom : names.atoms) {
    const bool nation = atom.kind == AtomKind::nation || atom.kind == AtomKind::demonym || atom.kind == AtomKind::capital || atom.kind == AtomKind::people;
    if (!nation || !atom.use) continue;
    const ActorRecord& actor = context.lexicon->actor(atom.use->target);
    focus.foresee(actor.code.view(), 1);
    references.know_nation(context.lexicon->text(actor.name));
  }
}

}  // namespace

void find_actors(const ActorLexicon& lexicon, const Gazetteer& gazetteer, const Document& document, std::span<const Sentence> sentences, std::vector<SentenceMentions>& mentions) {
  AtomContext context;
  context.lexicon = &lexicon;
  context.gazetteer = &gazetteer;
  if (document.published) context.day = static_cast<std::int32_t>(document.published->time_since_epoch().count());
  RespellingMemo respellings;
  context.respellings = &respellings;
  PageNations page;
  std::vector<SentenceNames> matched;
  matched.reserve(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) page.count(context, matched.emplace_back(match_names(context, sentences[i].tokens)), mentions[i].places);
  context.page = &page;
  NationFocus focus;
  References references(lexicon, context.day, focus);
  DocumentNames names(lexicon, context.day);
  Tree tree;

  std::vector<std::vector<ActorDraft>> drafts(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (matched[i].page_decides) matched[i] = match_names(context, sentences[i].tokens);
    if (!sentences[i].parsed) {
      foresee_names(context, matched[i], focus, references);
      continue;
    }
    tree.rebuild(sentences[i]);
    const auto atoms = find_atoms(context, sentences[i], std::move(matched[i]), mentions[i].places);
    drafts[i] = compose_phrases(context, tree, atoms);
    names.learn_acronyms(tree, drafts[i], sentences[i].sequence);
    for (const ActorDraft& draft : drafts[i]) {
      names.learn(draft, sentences[i].sequence);
      for (const Entity& entity : draft.mention.entities) focus.foresee(entity.code, 1);
      if (draft.kind == DraftKind::agent && draft.mention.entities.size() == 1) focus.foresee_noun(draft.lemma, draft.mention.entities.front().code);
      if (draft.kind == DraftKind::nation) references.know_nation(draft.mention.entities.front().identifier_text);
    }
  }

  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].parsed) {
      tree.rebuild(sentences[i]);
      names.add_known_words(tree, drafts[i], sentences[i].sequence);
      for (ActorDraft& draft : drafts[i]) names.resolve(draft, sentences[i].sequence);
      references.resolve(tree, mentions[i].places, sentences[i].sequence, drafts[i]);
      for (ActorDraft& draft : drafts[i]) mentions[i].actors.push_back(std::move(draft.mention));
    }
    focus.next_sentence();
  }
}

}  // namespace attache::knowledge
