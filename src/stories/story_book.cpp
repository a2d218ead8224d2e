#include "stories/story_book.h"

#include "stories/day_shelf.h"
#include "stories/undo.h"

#include <algorithm>
#include <map>

namespace attache::stories {
namespace {

/// So much of a text must be its own for the document to be worth comparing with: less is a plain reprint.
constexpr double plain_reprint = 0.9;

/// Documents that tell one event in full need have less else in common to be of one story.
constexpr double enough_with_event = 0.3;

/// A name that more than this share of the documents around have says little, where there are enough documents to know.
constexpr double everyday_share = 0.08;
constexpr std::size_t enough_to_know = 200;

/// A day that so many documents did not ask for is not at work.
constexpr std::uint64_t documents_of_late = 20'000;

/// Days kept in memory, however few documents they have.
constexpr std::size_t most_shelves = 2000;

/// A full telling: both sides known, and the two agree in everything.
bool is_firm(const EventFacts& facts, const MergeRule& rule) {
  return !facts.actors.empty() && !facts.recipients.empty() && rule.actor == Agreement::same && rule.recipient == Agreement::same &&
         rule.place == Agreement::same && rule.date != Agreement::open && rule.mode != Agreement::open;
}

/// The document's names that are in the news of these days whatever happens: a capital, a president.
std::vector<std::uint32_t> everyday_names(const std::vector<DayShelf*>& window, const Fingerprint& print) {
  std::size_t documents = 0;
  for (const DayShelf* shelf : window) documents += shelf->documents_looked_at();
  std::vector<std::uint32_t> everyday;
  if (documents < enough_to_know) return everyday;
  for (const std::uint32_t name : print.names) {
    std::size_t with = 0;
    for (const DayShelf* shelf : window) with += shelf->documents_with(name);
    if (name != 0 && static_cast<double>(with) > everyday_share * static_cast<double>(documents)) everyday.push_back(name);
  }
  return everyday;
}

bool shares_rarer_name(const Fingerprint& one, const Fingerprint& other, std::span<const std::uint32_t> everyday) {
  return std::any_of(one.names.begin(), one.names.end(), [&](std::uint32_t name) {
    return name != 0 && std::find(everyday.begin(), everyday.end(), name) == everyday.end() &&
           std::find(other.names.begin(), other.names.end(), name) != other.names.end();
  });
}

}  // namespace

NewDocument prepare(const Document& document, std::span<const Event> events) {
  NewDocument prepared;
  prepared.id = document.id;
  prepared.print = fingerprint(document);
  prepared.reports.reserve(events.size());
  for (const Event& event : events) prepared.reports.push_back({event.id, event.same_as, facts_of(event)});
  return prepared;
}

/// A remembered document that shares keys with the new one.
struct Candidate {
  const DayShelf* shelf = nullptr;
  std::uint32_t number = 0;
  std::uint32_t keys = 0;

  const RememberedDocument& document() const { return shelf->document(number); }
  void expect() const { shelf->expect_document(number); }
};

struct StoryBook::Parts {
  DayLoader load;
  StoryLimits limits;
  std::map<std::int32_t, DayShelf> shelves;
  std::uint64_t clock = 0;
  std::size_t in_memory = 0;

  DayShelf& shelf_of(std::int32_t day);
  std::vector<DayShelf*> shelves_around(std::int32_t day);
  void let_go();
  std::vector<Candidate> candidates(const std::vector<DayShelf*>& window, std::span<const std::uint64_t> keys) const;
  bool story_is_open(const RememberedDocument& member, const Fingerprint& print) const;
  bool tell_one_event(const NewDocument& document, const RememberedDocument& other) const;
  void find_story(const NewDocument& document, const std::vector<Candidate>& candidates, std::span<const std::uint32_t> everyday,
                  DocumentDecision& decision) const;
  void find_event(const NewDocument& document, std::size_t at, const std::vector<DayShelf*>& window, DocumentDecision& decision) const;
  void remember(const NewDocument& document, DocumentDecision& decision);
};

DayShelf& StoryBook::Parts::shelf_of(std::int32_t day) {
  const auto [at, is_new] = shelves.try_emplace(day, limits);
  DayShelf& shelf = at->second;
  if (is_new && load) {
    const std::optional<Day> wanted = day == Fingerprint::no_day ? std::nullopt : std::optional<Day>(Day(std::chrono::days(day)));
    for (RememberedDocument& document : load(wanted, limits.most_a_day)) shelf.add(std::move(document));
    in_memory += shelf.size();
  }
  shelf.last_used = ++clock;
  return shelf;
}

/// The days that a document is compared with, its own first, then nearer ones before farther ones.
std::vector<DayShelf*> StoryBook::Parts::shelves_around(std::int32_t day) {
  std::vector<DayShelf*> window = {&shelf_of(day)};
  if (day == Fingerprint::no_day) return window;
  for (int away = 1; away <= limits.days_around; ++away) {
    window.push_back(&shelf_of(day - away));
    window.push_back(&shelf_of(day + away));
  }
  return window;
}

void StoryBook::Parts::let_go() {
  const std::size_t needed = 2 * static_cast<std::size_t>(limits.days_around) + 1;
  while ((in_memory > limits.most_in_memory || shelves.size() > most_shelves) && shelves.size() > needed && load) {
    const auto oldest = std::min_element(shelves.begin(), shelves.end(),
                                         [](const auto& a, const auto& b) { return a.second.last_used < b.second.last_used; });
    const bool at_work = clock - oldest->second.last_used < documents_of_late * needed;
    if (at_work && in_memory <= limits.most_at_work && shelves.size() <= most_shelves) return;
    in_memory -= oldest->second.size();
    shelves.erase(oldest);
  }
}

std::vector<Candidate> StoryBook::Parts::candidates(const std::vector<DayShelf*>& window, std::span<const std::uint64_t> keys) const {
  std::vector<Candidate> found;
  std::vector<std::uint32_t> numbers;
  for (const DayShelf* shelf : window) {
    numbers.clear();
    for (const std::uint64_t key : keys) shelf->expect(key);
    for (const std::uint64_t key : keys) shelf->visit_documents(key, [&](std::uint32_t number) { numbers.push_back(number); });
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (i == 0 || numbers[i] != numbers[i - 1]) found.push_back({shelf, numbers[i], 0});
      ++found.back().keys;
    }
  }
  // Stable: nearer days and earlier documents stay before others with as many keys.
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.keys > b.keys; });
  if (found.size() > limits.most_compared) found.resize(limits.most_compared);
  return found;
}

bool StoryBook::Parts::story_is_open(const RememberedDocument& member, const Fingerprint& print) const {
  if (member.story_day == Fingerprint::no_day || print.published == Fingerprint::no_day) return true;
  return std::abs(member.story_day - print.published) <= limits.days_of_story;
}

bool StoryBook::Parts::tell_one_event(const NewDocument& document, const RememberedDocument& other) const {
  for (const NewReport& report : document.reports) {
    for (const RememberedReport& told : other.reports) {
      if (report.facts.type != told.facts.type) continue;
      const auto rule = same_event(report.facts, told.facts);
      if (rule && is_firm(report.facts, *rule)) return true;
    }
  }
  return false;
}

/// What several members of a story have in common with a document, none of them enough by itself.
class Votes {
 public:
  void add(const RememberedDocument& member, const Comparison& comparison) {
    if (comparison.strength <= least_vote) return;
    Tally& tally = tallies_[member.story];
    if (!tally.closest || comparison.strength > tally.comparison.strength) {
      tally.closest = &member;
      tally.comparison = comparison;
    }
    if (tally.voters < most_voters) {
      ++tally.voters;
      tally.sum += comparison.strength - least_vote;
    }
  }

  /// The member closest to the document of the story that most speaks for, and how it compares; nullptr when no story is spoken for enough.
  const RememberedDocument* elected(Comparison& comparison) const {
    const Tally* most = nullptr;
    for (const auto& [story, tally] : tallies_) {
      if (tally.sum >= enough_votes && (!most || tally.sum > most->sum)) most = &tally;
    }
    if (!most) return nullptr;
    comparison = most->comparison;
    return most->closest;
  }

 private:
  /// Below this strength a member says nothing; so much above it in all is as good as one that is enough by itself.
  static constexpr double least_vote = 0.4;
  static constexpr double enough_votes = 0.24;
  static constexpr int most_voters = 4;

  struct Tally {
    const RememberedDocument* closest = nullptr;
    Comparison comparison;
    double sum = 0;
    int voters = 0;
  };
  std::map<std::string_view, Tally> tallies_;
};

void StoryBook::Parts::find_story(const NewDocument& document, const std::vector<Candidate>& candidates,
                                  std::span<const std::uint32_t> everyday, DocumentDecision& decision) const {
  Comparison best;
  const RememberedDocument* closest = nullptr;
  Votes votes;
  constexpr std::size_t ahead = 2;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i + ahead < candidates.size()) candidates[i + ahead].expect();
    const RememberedDocument& other = candidates[i].document();
    if (!story_is_open(other, document.print)) continue;
    Comparison comparison = compare(document.print, other.print);
    const bool anew = comparison.likeness == Likeness::same_story || comparison.likeness == Likeness::different;
    if (anew && !shares_rarer_name(document.print, other.print, everyday)) continue;
    if (comparison.likeness == Likeness::different) {
      votes.add(other, comparison);
      if (comparison.strength < enough_with_event || !tell_one_event(document, other)) continue;
      comparison.likeness = Likeness::same_story;
      comparison.because = "the same event in full, and much else";
    }
    const bool closer =
        !closest || comparison.likeness < best.likeness || (comparison.likeness == best.likeness && comparison.strength > best.strength);
    if (!closer) continue;
    best = comparison;
    closest = &other;
  }
  if (!closest) {
    closest = votes.elected(best);
    best.likeness = Likeness::same_story;
    best.because = "something in common with several reports";
  }
  if (!closest) {
    decision.story = story_id(document.id);
    decision.story_day = document.print.published;
    return;
  }
  decision.story = closest->story;
  decision.story_day = closest->story_day;
  decision.like = closest->id;
  decision.likeness = best.likeness;
  decision.correction = best.correction;
  decision.strength = best.strength;
  decision.because = best.because;
}

void StoryBook::Parts::find_event(const NewDocument& document, std::size_t at, const std::vector<DayShelf*>& window,
                                  DocumentDecision& decision) const {
  const NewReport& report = document.reports[at];
  ReportDecision& told = decision.reports[at];
  told.report = report.id;
  if (!report.same_as.empty()) {
    for (std::size_t i = 0; i < at; ++i) {
      if (document.reports[i].id != report.same_as) continue;
      told.event = decision.reports[i].event;
      told.with = report.same_as;
      told.rule.told_again = true;
      return;
    }
  }
  // A page that tells two events tells two: an event that another report of this page was joined to is taken, unless both say it in the
  // same word of the same sides.
  const auto is_taken = [&](const std::string& event) {
    for (std::size_t i = 0; i < at; ++i) {
      if (decision.reports[i].event == event && document.reports[i].facts.sentence != report.facts.sentence) return true;
    }
    return false;
  };
  // Of the story's events the one whose closest report agrees most; of several that with most reports that agree.
  struct Rival {
    const RememberedReport* closest = nullptr;
    MergeRule rule;
    int agreeing = 0;
  };
  std::vector<std::pair<std::string_view, Rival>> rivals;
  const auto rival_named = [&](std::string_view event) -> Rival& {
    const auto known = std::find_if(rivals.begin(), rivals.end(), [&](const auto& rival) { return rival.first == event; });
    return known == rivals.end() ? rivals.emplace_back(event, Rival{}).second : known->second;
  };
  if (!decision.like.empty()) {
    const std::uint64_t key = DayShelf::story_key(decision.story, report.facts.type);
    for (const DayShelf* shelf : window) {
      shelf->visit_reports(key, [&](const RememberedReport& other) {
        const auto rule = same_event(report.facts, other.facts);
        const bool sure = rule && rule->same_word && rule->actor <= Agreement::refined && rule->recipient <= Agreement::refined;
        if (rule && (sure || !is_taken(other.event))) {
          Rival& rival = rival_named(other.event);
          ++rival.agreeing;
          if (rival.closest && rival.rule.looseness() <= rule->looseness()) return;
          rival.closest = &other;
          rival.rule = *rule;
        } else if (!rule && told.beside.empty()) {
          told.contradiction = conflicting_field(report.facts, other.facts);
          if (!told.contradiction.empty()) told.beside = other.id;
        }
      });
    }
  }
  const auto best = std::min_element(rivals.begin(), rivals.end(), [](const auto& a, const auto& b) {
    const int looser = a.second.rule.looseness() - b.second.rule.looseness();
    return looser != 0 ? looser < 0 : a.second.agreeing > b.second.agreeing;
  });
  told.event = report.id;
  if (best == rivals.end()) return;
  told.event = best->second.closest->event;
  told.with = best->second.closest->id;
  told.rule = best->second.rule;
  told.beside.clear();
  told.contradiction = {};
}

/// What a later document could not do without: texts that are no plain reprints, and of reprints' reports those that say more.
void StoryBook::Parts::remember(const NewDocument& document, DocumentDecision& decision) {
  RememberedDocument kept{document.id, decision.story, decision.story_day, document.print, {}};
  for (std::size_t i = 0; i < document.reports.size(); ++i) {
    ReportDecision& told = decision.reports[i];
    told.remembered = told.with.empty() || (!told.rule.told_again && told.rule.looseness() > 0);
    if (told.remembered) kept.reports.push_back({told.report, told.event, document.reports[i].facts});
  }
  decision.remembered = decision.likeness != Likeness::reprint || decision.strength < plain_reprint || !kept.reports.empty();
  if (!decision.remembered) return;
  DayShelf& shelf = shelf_of(document.print.published);
  shelf.add(std::move(kept));
  ++in_memory;
  if (!shelf.is_half_stale()) return;
  in_memory -= shelf.size();
  shelf = std::move(shelf).without_stale();
  in_memory += shelf.size();
}

StoryBook::StoryBook(DayLoader load, StoryLimits limits) : parts_(std::make_unique<Parts>()) {
  parts_->load = std::move(load);
  parts_->limits = limits;
}
StoryBook::StoryBook(StoryBook&&) noexcept = default;
StoryBook& StoryBook::operator=(StoryBook&&) noexcept = default;
StoryBook::~StoryBook() = default;

DocumentDecision StoryBook::add(const NewDocument& document) {
  const std::vector<DayShelf*> window = parts_->shelves_around(document.print.published);
  std::vector<const EventFacts*> facts;
  for (const NewReport& report : document.reports) facts.push_back(&report.facts);
  const std::vector<std::uint32_t> everyday = everyday_names(window, document.print);
  const std::vector<std::uint64_t> keys = keys_of(document.print, facts, everyday);
  DocumentDecision decision;
  decision.document = document.id;
  parts_->find_story(document, parts_->candidates(window, keys), everyday, decision);
  decision.reports.resize(document.reports.size());
  for (std::size_t i = 0; i < document.reports.size(); ++i) parts_->find_event(document, i, window, decision);
  parts_->remember(document, decision);
  parts_->let_go();
  return decision;
}

void StoryBook::forget() {
  parts_->shelves.clear();
  parts_->in_memory = 0;
}

std::size_t StoryBook::documents_in_memory() const { return parts_->in_memory; }

}  // namespace attache::stories
