#include "coding/coder.h"

#include "base/hash.h"
#include "coding/cameo_refinement.h"
#include "coding/circumstances.h"
#include "coding/composer.h"
#include "coding/confidence.h"
#include "coding/contexts.h"
#include "coding/frame_lexicon.h"
#include "coding/home_nation.h"
#include "coding/judgement/completion.h"
#include "coding/judgement/pair_opinions.h"
#include "coding/judgement/proposal.h"
#include "coding/judgement/verdict.h"
#include "coding/same_event.h"
#include "language/dateline.h"

#include <algorithm>

namespace attache {

using namespace coding;

namespace {

/// Where and when the report was written, as it says itself ("NAIROBI, May 3 (Reuters) -"); empty without one.
struct Dateline {
  const PlaceMention* place = nullptr;
  std::optional<Day> day;
};

Dateline dateline_of(std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions) {
  constexpr std::size_t looked_at = 4;
  Dateline dateline;
  for (std::size_t i = 0; i + 1 < std::min({sentences.size(), mentions.size(), looked_at}); ++i) {
    if (!language::is_dateline(sentences, i)) continue;
    if (!dateline.place && !mentions[i].places.empty()) dateline.place = &mentions[i].places.front();
    for (const DateMention& date : mentions[i].dates) {
      if (!dateline.day && date.start && date.precision == DatePrecision::day) dateline.day = date.start;
    }
  }
  return dateline;
}

Event to_event(const Draft& draft, const SentenceView& view, const Document& document, const Ontology& ontology, const std::vector<bool>& event_words, const Dateline& dateline,
               const ToldDates& told, double confidence) {
  const Sentence& sentence = view.sentence();
  Event event;
  event.type = name_of(draft.kind.type);
  event.own_type = draft.own_type;
  if (!draft.kind.mode.empty()) event.modes.push_back(draft.kind.mode);
  event.modes.insert(event.modes.end(), draft.kind.further_modes.begin(), draft.kind.further_modes.end());
  event.contexts = draft.kind.contexts;
  const auto entities = [](const Participants& participants) {
    std::vector<Entity> list;
    for (const auto& participant : participants) list.push_back(*participant.entity);
    return list;
  };
  event.actors = entities(draft.actor);
  event.recipients = entities(draft.recipient);
  event.cameo = draft.kind.cameo;
  event.quad_code = ontology.type(draft.kind.type).quad;
  event.event_scale = ontology.score(draft.kind.type, draft.kind.mode);
  event.goldstein = ontology.goldstein(draft.kind.cameo);
  event.modality.negation = (draft.moods & bit(Mood::negation)) != 0;
  event.modality.future = (draft.moods & bit(Mood::future)) != 0;
  event.modality.hypothetical = (draft.moods & bit(Mood::hypothetical)) != 0;
  event.modality.historical = (draft.moods & bit(Mood::historical)) != 0;
  event.modality.cue = draft.cue;
  if (draft.source) event.attribution = *draft.source;
  std::vector<Index> words = draft.match.words;
  words.insert(words.end(), draft.outer.begin(), draft.outer.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const Index word : words) {
    if (!event.trigger.empty()) event.trigger += ' ';
    event.trigger += view.token(word).text;
  }
  event.trigger_start = view.token(words.front()).start;
  event.trigger_end = view.token(words.back()).end;
  event.text = std::string(sentence.text);
  event.sequence = sentence.sequence;
  event.start = sentence.start;
  event.end = sentence.end;
  event.block = sentence.kind;
  event.block_index = sentence.block;
  set_date(event, draft, view, event_words, dateline.day ? dateline.day : document.published, told);
  set_location(event, draft, view, event_words, dateline.place);
  set_magnitudes(event, draft, view);
  event.confidence = confidence;
  const std::string trigger = "trigger \"" + draft.trace.trigger + "\"";
  event.reason.push_back(draft.proposed ? "no frame, " + trigger : "frame " + draft.frame->name + " (" + draft.frame->file + ":" + std::to_string(draft.frame->line) + "), " + trigger);
  for (const auto& role : draft.trace.roles) {
    if (!role.found.empty()) event.reason.push_back(role.role + " from " + role.place + ": " + role.found);
  }
  event.reason.insert(event.reason.end(), draft.trace.steps.begin(), draft.trace.steps.end());

  std::string identity = document.id + '\n' + std::to_string(sentence.sequence) + '\n' + std::to_string(event.trigger_start) + '\n' + event.trigger + '\n' + event.type;
  for (const auto& entity : event.actors) identity += "\na " + entity.code + ' ' + entity.sector + ' ' + entity.text;
  for (const auto& entity : event.recipients) identity += "\nr " + entity.code + ' ' + entity.sector + ' ' + entity.text;
  event.id = to_hex(stable_hash(identity));
  return event;
}

}  // namespace

Result<EventCoder> EventCoder::compile(const std::string& lexicon_dir) {
  auto lexicon = FrameLexicon::read(lexicon_dir);
  if (!lexicon) return tl::make_unexpected(lexicon.error());
  return EventCoder(std::make_shared<const FrameLexicon>(std::move(*lexicon)));
}

Result<EventCoder> EventCoder::open(std::span<const std::byte> image) {
  auto lexicon = FrameLexicon::open(image);
  if (!lexicon) return tl::make_unexpected(lexicon.error());
  return EventCoder(std::make_shared<const FrameLexicon>(std::move(*lexicon)));
}

std::string EventCoder::to_image() const { return lexicon_->to_image(); }

std::vector<Event> EventCoder::code(const Document& document, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions,
                                    Explanation* explanation, const PairModel* classifier) const {
  std::vector<Event> events;
  EntityStore store;
  EventMemory memory(home_nation(mentions));
  SentenceView view;
  Matches matches;
  SameEvents same_events;
  ContextFinder contexts(lexicon_->contexts(), sentences);
  std::optional<PairOpinions> opinions;
  if (classifier) opinions.emplace(*lexicon_, *classifier);
  const std::size_t count = std::min(sentences.size(), mentions.size());
  const Dateline dateline = dateline_of(sentences, mentions);
  ToldDates told;
  for (std::size_t i = 0; i < count; ++i) {
    if (!sentences[i].parsed || sentences[i].tokens.empty()) continue;
    view.rebuild(sentences[i], mentions[i], lexicon_->vocabulary());
    find_matches(view, *lexicon_, matches);
    if (matches.frames.empty() && matches.operators.empty()) continue;
    std::vector<bool> event_words(sentences[i].tokens.size());
    for (const Match& match : matches.frames) event_words[static_cast<std::size_t>(match.head())] = true;
    Composer composer(view, *lexicon_, store, memory);
    auto drafts = composer.compose(matches);
    if (opinions) {
      opinions->use(view, matches, drafts);
      Completion(*opinions).complete(drafts);
      Verdict(*lexicon_, *opinions).pass(drafts);
      Proposals(*lexicon_, *opinions).propose(matches, store, drafts);
    }
    std::vector<double> confidences(drafts.size());
    for (std::size_t d = 0; d < drafts.size(); ++d) {
      if (!drafts[d].alive()) continue;
      drafts[d].trace.evidence = evidence_of(drafts[d], sentences[i].margin, opinions ? opinions->of(drafts[d], drafts) : std::nullopt);
      const bool calibrated = classifier && !classifier->evidence_weights().telling.empty();
      confidences[d] = calibrated ? calibrated_confidence(drafts[d].trace.evidence, classifier->evidence_weights()) : plain_confidence(drafts[d], sentences[i].margin);
    }
    for (Draft& draft : drafts) {
      if (draft.alive()) {
        if (draft.frame->reciprocal && !draft.composed) {
          draft.actor.insert(draft.actor.end(), draft.recipient.begin(), draft.recipient.end());
          draft.recipient.clear();
        }
        draft.kind.cameo = cameo_in_context(lexicon_->cameo_detail(), draft, view, lexicon_->ontology());
        events.push_back(to_event(draft, view, document, lexicon_->ontology(), event_words, dateline, told, confidences[static_cast<std::size_t>(&draft - drafts.data())]));
        contexts.add_to(events.back(), draft.kind.type, i);
        std::vector<std::string> lemmas;
        for (const Index word : draft.match.words) lemmas.emplace_back(view.token(word).lemma);
        told.remember(events.back(), std::move(lemmas));
        same_events.link_last(events, telling_of(draft, view, lexicon_->modality().repetition));
      }
      if (explanation) {
        draft.trace.coded = draft.alive();
        draft.trace.why_not = draft.why_not;
        if (draft.alive()) draft.trace.type = std::string(name_of(draft.kind.type)) + (draft.kind.mode.empty() ? "" : " " + draft.kind.mode);
        explanation->frames.push_back(std::move(draft.trace));
      }
    }
  }
  return events;
}

}  // namespace attache
