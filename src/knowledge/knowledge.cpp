#include "knowledge/knowledge.h"

#include "base/image.h"
#include "base/utf8.h"
#include "knowledge/actors/document_actors.h"
#include "knowledge/actors/lexicon_builder.h"
#include "knowledge/actors/lexicon_files.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/calendar/dates.h"
#include "knowledge/places/outlet.h"
#include "knowledge/places/places.h"
#include "knowledge/quantities/quantities.h"
#include "language/dateline.h"
#include "language/scan.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <set>

namespace attache {
namespace {

/// Bytes at an address that is a multiple of 64, where images are read in place.
class AlignedBytes {
 public:
  explicit AlignedBytes(std::string_view bytes) : memory_(bytes.size() + alignment), size_(bytes.size()) {
    void* start = memory_.data();
    std::size_t room = memory_.size();
    std::align(alignment, size_, start, room);
    offset_ = static_cast<std::size_t>(static_cast<char*>(start) - memory_.data());
    if (!bytes.empty()) std::memcpy(start, bytes.data(), size_);
  }
  std::span<const std::byte> bytes() const { return {reinterpret_cast<const std::byte*>(memory_.data() + offset_), size_}; }

 private:
  static constexpr std::size_t alignment = 64;
  std::vector<char> memory_;
  std::size_t size_;
  std::size_t offset_ = 0;
};

/// What the scan must know an actor by: every name, nationality and seat. Names with diacritics are also written without.
std::set<std::string> scan_names(const knowledge::LexiconSource& source) {
  std::set<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) names.insert(name);
  };
  for (const auto& actor : source.actors) {
    add(actor.name);
    add(actor.capital);
    add(actor.surname);
    for (const auto* list : {&actor.names, &actor.demonyms, &actor.people, &actor.metonyms}) std::for_each(list->begin(), list->end(), add);
    if (actor.kind == knowledge::ActorKind::person) add(actor.name.substr(actor.name.rfind(' ') + 1));
    for (const auto& demonym : actor.demonyms) add(demonym + "s");
  }
  std::set<std::string> plain;
  for (const auto& name : names) {
    std::string words;
    for (const auto& word : knowledge::lexicon_words(name)) words += (words.empty() ? "" : " ") + word.text;
    plain.insert(std::move(words));
  }
  // In small letters a short acronym is another word: those are kept as written only.
  std::erase_if(plain, [](const std::string& name) { return name.size() <= 4; });
  names.merge(plain);
  return names;
}

std::set<std::string> scan_agents(const knowledge::LexiconSource& source) {
  std::set<std::string> agents;
  for (const auto& agent : source.agents) {
    if (!agent.in_names && !agent.needs_owner) agents.insert(agent.agent);
  }
  return agents;
}

std::string lines_of(const std::set<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

template <typename Give>
void for_each_line(std::string_view text, Give give) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return give(text);
    give(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
}

/// A dateline stands among so many of a page's first sentences.
constexpr std::size_t dateline_within = 4;

/// The day in a page's dateline ("TOKYO, May 20 —"), as far as its first paragraphs have one.
std::optional<Day> dateline_day(std::span<const Sentence> sentences, const knowledge::CalendarContext& context) {
  for (std::size_t i = 0; i + 1 < std::min(sentences.size(), dateline_within); ++i) {
    if (!language::is_dateline(sentences, i)) continue;
    std::vector<DateMention> dates;
    knowledge::find_dates(sentences[i], context, dates);
    for (const DateMention& date : dates) {
      if (date.start && date.precision == DatePrecision::day) return date.start;
    }
  }
  return std::nullopt;
}

/// The "China" of the South China Sea is nobody; the Gambia without its article is itself.
void drop_names_in_places(const Sentence& sentence, SentenceMentions& found) {
  std::erase_if(found.actors, [&](const ActorMention& actor) {
    return std::any_of(found.places.begin(), found.places.end(), [&](const PlaceMention& place) {
      const auto first = place.first + (to_lower(sentence.tokens[place.first].text) == "the" ? 1 : 0);
      return first <= actor.first && actor.last <= place.last && actor.last - actor.first < place.last - first;
    });
  });
}

/// "March", named in a date, is no town, and the "Christmas" of Christmas Island no day.
void agree_on_places_and_dates(SentenceMentions& found) {
  const auto lies_in = [](const auto& inner, const auto& outer) { return outer.first <= inner.first && inner.last <= outer.last; };
  std::erase_if(found.places, [&](const PlaceMention& place) { return std::any_of(found.dates.begin(), found.dates.end(), [&](const DateMention& date) { return lies_in(place, date); }); });
  std::erase_if(found.dates, [&](const DateMention& date) { return std::any_of(found.places.begin(), found.places.end(), [&](const PlaceMention& place) { return lies_in(date, place); }); });
}

/// "Tripoli", where the page means Lebanon's: a capital's name that is meant as another place of that name stands for nobody's government.
void agree_on_capitals(SentenceMentions& found) {
  for (ActorMention& actor : found.actors) {
    if (actor.entities.size() != 1 || actor.entities.front().via != "capital") continue;
    const auto place = std::find_if(found.places.begin(), found.places.end(), [&](const PlaceMention& one) { return one.first == actor.first && one.last == actor.last; });
    Entity& entity = actor.entities.front();
    if (place == found.places.end() || place->location.country.empty() || place->location.country == entity.code) continue;
    entity.reason = "\"" + entity.text + "\" lies in " + place->location.country + ", not the capital of " + entity.identifier_text;
    entity.code = place->location.country;
    entity.via = "place";
    entity.sector.clear();
    entity.identifier_id.clear();
    entity.identifier_text.clear();
  }
}

}  // namespace

struct Knowledge::Parts {
  std::optional<AlignedBytes> compiled;
  std::span<const std::byte> image;
  knowledge::ActorLexicon actors;
  knowledge::Gazetteer gazetteer;
};

Result<Knowledge> Knowledge::compile(const std::string& lexicon_dir) {
  const auto files = knowledge::collect_lexicon_files(lexicon_dir);
  if (!files) return tl::make_unexpected(files.error());
  const auto gazetteer = knowledge::Gazetteer::compile(lexicon_dir);
  if (!gazetteer) return tl::make_unexpected(gazetteer.error());
  return build(*files, gazetteer->to_bytes());
}

Result<Knowledge> Knowledge::overlay(std::span<const std::byte> bytes, std::span<const std::string> folders) {
  const auto image = ImageReader::open(bytes);
  if (!image) return tl::make_unexpected(image.error());
  std::vector<knowledge::LexiconFile> files;
  for (const std::string& folder : folders) {
    auto further = knowledge::collect_lexicon_files(folder);
    if (!further) return tl::make_unexpected(further.error());
    std::move(further->begin(), further->end(), std::back_inserter(files));
  }
  auto own = knowledge::unpack_lexicon_files(as_text(image->section("actors.source")));
  std::move(own.begin(), own.end(), std::back_inserter(files));
  return build(files, as_text(image->section("gazetteer")));
}

Result<Knowledge> Knowledge::build(std::span<const knowledge::LexiconFile> files, std::string_view gazetteer) {
  const auto source = knowledge::parse_lexicon_files(files);
  if (!source) return tl::make_unexpected(source.error());
  ImageWriter writer;
  knowledge::build_actor_lexicon(*source, writer);
  writer.add("actors.source", knowledge::pack_lexicon_files(files));
  writer.add("gazetteer", std::string(gazetteer));
  writer.add("scan.names", lines_of(scan_names(*source)));
  writer.add("scan.agents", lines_of(scan_agents(*source)));
  AlignedBytes bytes(writer.bytes());
  auto opened = open(bytes.bytes());
  if (!opened) return opened;
  // The parts read the bytes in place: moving the vector that holds them leaves them where they are.
  const_cast<Parts&>(*opened->parts_).compiled = std::move(bytes);
  return opened;
}

Result<Knowledge> Knowledge::open(std::span<const std::byte> bytes) {
  const auto image = ImageReader::open(bytes);
  if (!image) return tl::make_unexpected(image.error());
  auto actors = knowledge::ActorLexicon::open(*image);
  if (!actors) return tl::make_unexpected(actors.error());
  auto gazetteer = knowledge::Gazetteer::open(image->section("gazetteer"));
  if (!gazetteer) return tl::make_unexpected(gazetteer.error());
  return Knowledge(std::make_shared<const Parts>(Parts{std::nullopt, bytes, *actors, std::move(*gazetteer)}));
}

const knowledge::Gazetteer& Knowledge::gazetteer() const { return parts_->gazetteer; }

const knowledge::ActorLexicon& Knowledge::actors() const { return parts_->actors; }

std::string Knowledge::to_image() const { return std::string(as_text(parts_->image)); }

void Knowledge::annotate(const Document& document, std::span<const Sentence> sentences, std::vector<SentenceMentions>& mentions) const {
  mentions.assign(sentences.size(), {});
  knowledge::CalendarContext calendar;
  calendar.published = document.published;
  const knowledge::Outlet outlet = knowledge::outlet_of(parts_->gazetteer, document);
  const bool sure = outlet.country != knowledge::no_place && !outlet.by_city;
  calendar.day_order = knowledge::read_day_order(document, sure ? parts_->gazetteer.code(parts_->gazetteer.place(outlet.country)) : std::string_view());
  calendar.dateline = dateline_day(sentences, calendar);
  const auto place_context = knowledge::read_place_context(parts_->gazetteer, document, sentences);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    SentenceMentions& found = mentions[i];
    knowledge::find_dates(sentences[i], calendar, found.dates);
    calendar.remember(sentences[i], found.dates);
    // The dateline's place serves events that name none, though no event is looked for in it.
    if (!sentences[i].parsed && !(i < dateline_within && language::is_dateline(sentences, i))) continue;
    knowledge::find_quantities(sentences[i], found.dates, found.quantities);
    knowledge::find_places(parts_->gazetteer, sentences[i], place_context.names[i], place_context, found.places);
    agree_on_places_and_dates(found);
  }
  knowledge::find_actors(parts_->actors, parts_->gazetteer, document, sentences, mentions);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    drop_names_in_places(sentences[i], mentions[i]);
    agree_on_capitals(mentions[i]);
  }
}

void Knowledge::add_scan_words(ScanVocabulary& vocabulary) const {
  const auto image = ImageReader::open(parts_->image);
  if (!image) return;
  for_each_line(as_text(image->section("scan.names")), [&](std::string_view name) { vocabulary.names.emplace_back(name); });
  for_each_line(as_text(image->section("scan.agents")), [&](std::string_view agent) { vocabulary.agents.emplace_back(agent); });
  vocabulary.names_are_actors = true;
}

}  // namespace attache
