#pragma once
/// Sentences with hand-checked trees and mentions, as files: CoNLL-U with comment lines that name mentions and events.
///
///     # actor = 1-2 KEN:COP            tokens, code and sector; "1-4 KEN:COP + UGA:COP" names several entities, a final "place" a place name
///     # date = 7 2013-05-22            the tokens and the resolved day
///     # quantity = 4-5 12 people
///     # event = COERCE/arrest KEN:COP > KEN:CVL, negation

#include "coding/event_notation.h"
#include "language/conllu.h"

#include <attache/event.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace attache::coding::testing {

struct Fixture {
  OwnedSentence owned;
  SentenceMentions mentions;
  std::vector<std::string> events;
};

/// Tokens "4-5" or "4", from 1 as in CoNLL-U, as first and one past the last from 0, and the one whose governor lies outside.
template <typename Mention>
void place(Mention& mention, const std::string& range, const Sentence& sentence) {
  const auto dash = range.find('-');
  mention.first = static_cast<std::uint32_t>(std::stoul(range)) - 1;
  mention.last = dash == std::string::npos ? mention.first + 1 : static_cast<std::uint32_t>(std::stoul(range.substr(dash + 1)));
  mention.head = mention.first;
  for (std::uint32_t i = mention.first; i < mention.last; ++i) {
    const std::int32_t head = sentence.tokens.at(i).head;
    if (head < static_cast<std::int32_t>(mention.first) || head >= static_cast<std::int32_t>(mention.last)) mention.head = i;
  }
}

inline Entity entity_from(const std::string& code, const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  Entity entity;
  const auto colon = code.find(':');
  entity.code = code.substr(0, colon) == "-" ? "" : code.substr(0, colon);
  if (colon != std::string::npos) entity.sector = code.substr(colon + 1);
  entity.start = sentence.tokens[first].start;
  entity.end = sentence.tokens[last - 1].end;
  for (std::uint32_t i = first; i < last; ++i) entity.text += (i > first ? " " : "") + std::string(sentence.tokens[i].text);
  return entity;
}

inline void read_comment(const std::string& key, const std::string& value, Fixture& fixture) {
  const Sentence& sentence = fixture.owned.sentence;
  std::istringstream words(value);
  std::string range, word;
  if (key == "event") {
    fixture.events.push_back(value);
    return;
  }
  words >> range;
  if (key == "actor") {
    ActorMention mention;
    place(mention, range, sentence);
    while (words >> word) {
      if (word == "place") mention.place_name = true;
      else if (word != "+") mention.entities.push_back(entity_from(word, sentence, mention.first, mention.last));
    }
    fixture.mentions.actors.push_back(mention);
  } else if (key == "date") {
    DateMention mention;
    place(mention, range, sentence);
    words >> word;
    mention.start = day_from_iso(word);
    mention.precision = DatePrecision::day;
    for (std::uint32_t i = mention.first; i < mention.last; ++i) mention.text += (i > mention.first ? " " : "") + std::string(sentence.tokens[i].text);
    fixture.mentions.dates.push_back(mention);
  } else if (key == "quantity") {
    QuantityMention mention;
    place(mention, range, sentence);
    words >> mention.low >> mention.unit;
    mention.high = mention.low;
    fixture.mentions.quantities.push_back(mention);
  }
}

/// Every sentence of a fixture file; `complain` hears of malformed ones.
inline std::vector<Fixture> read_fixtures(const std::string& path, const std::function<void(const Error&)>& complain) {
  std::ifstream file(path);
  std::stringstream content;
  content << file.rdbuf();
  const std::string text = content.str();
  std::vector<Fixture> fixtures;
  for (auto& owned : read_conllu(text, path, complain)) {
    owned.sentence.parsed = true;
    fixtures.push_back({std::move(owned), {}, {}});
  }
  std::size_t number = 0;
  std::istringstream lines(text);
  std::string line;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (line.empty()) {
      number += inside ? 1 : 0;
      inside = false;
    } else if (line[0] != '#') {
      inside = true;
    } else if (const auto equals = line.find(" = "); equals != std::string::npos && number < fixtures.size()) {
      read_comment(line.substr(2, equals - 2), line.substr(equals + 3), fixtures[number]);
    }
  }
  return fixtures;
}

}  // namespace attache::coding::testing
