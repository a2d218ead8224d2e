#pragma once
/// Tables of actor phrases and small pages with what they must be understood as, and the engine that reads them.
///
/// A line of a phrase table: phrase TAB date TAB expected TAB person or office (may be left out). `#` begins a comment.
///
///     German Chancellor Angela Merkel    2010-06-01    DEU:GOV    Angela Merkel
///     Angela Merkel                      2023-02-01    DEU:ELI
///     US and British officials           2003-05-01    USA:GOV + GBR:GOV
///     the French president               1998-05-05    FRA:GOV    Jacques Chirac
///     gunmen                             -             -:UAF
///
/// Date: a day, or `-` for none. Expected: code and sector joined by a colon, several sectors by commas in any order, `-` for no code.
/// Without a colon only the code counts; with nothing behind the colon there must be no sector. `none`: nobody is named.
/// The last column is the canonical name or the office that the first entity must have. `?A|B` there: the name is unresolved, and the reason names both.

#include "knowledge/phrase.h"

#include "base/arena.h"
#include "base/mapped_file.h"
#include "knowledge/actors/name_words.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace attache::knowledge::testing {

struct Engine {
  Knowledge knowledge;
  MappedFile model;
  Parser parser;
};

/// The project's lexicon and model, opened once.
inline const Engine& engine() {
  static const Engine loaded = [] {
    const std::string source = ATTACHE_SOURCE_DIR;
    auto knowledge = Knowledge::compile(source + "/lexicon");
    auto model = MappedFile::open(source + "/models/english.model");
    if (!knowledge || !model) {
      std::fprintf(stderr, "%s\n", to_string(knowledge ? model.error() : knowledge.error()).c_str());
      std::abort();
    }
    auto parser = Parser::open(model->bytes());
    if (!parser) std::abort();
    return Engine{std::move(*knowledge), std::move(*model), std::move(*parser)};
  }();
  return loaded;
}

struct Row {
  std::size_t line = 0;
  std::vector<std::string> columns;
};

inline std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + separator.size()) parts.push_back(text.substr(begin, end - begin));
  parts.push_back(text.substr(begin));
  return parts;
}

inline std::vector<Row> read_table(const std::string& name) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/knowledge/actors/" + name);
  EXPECT_TRUE(file) << name;
  std::vector<Row> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back({number, split(line, "\t")});
  }
  return rows;
}

inline std::string notation(const std::vector<Entity>& entities) {
  if (entities.empty()) return "none";
  std::string text;
  for (const Entity& entity : entities) {
    text += (text.empty() ? "" : " + ") + (entity.code.empty() ? "-" : entity.code) + ":" + entity.sector;
    for (const auto& other : entity.other_sectors) text += "," + other;
  }
  return text;
}

/// Whether one entity is what the notation `CODE[:SECTOR[,SECTOR]]` says.
inline bool is_as_expected(const Entity& entity, const std::string& expected) {
  const auto colon = expected.find(':');
  const std::string code = expected.substr(0, colon);
  if (entity.code != (code == "-" ? "" : code)) return false;
  if (colon == std::string::npos) return true;
  const std::string sectors = expected.substr(colon + 1);
  if (sectors.empty()) return entity.sector.empty();
  std::set<std::string> have(entity.other_sectors.begin(), entity.other_sectors.end());
  have.insert(entity.sector);
  const auto wanted = split(sectors, ",");
  if (wanted.size() == 1) return entity.sector == wanted.front();
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& sector) { return have.contains(sector); });
}

/// Whether the entities are those of the notation, in any order.
inline bool are_as_expected(const std::vector<Entity>& entities, const std::string& expected) {
  if (expected == "none") return entities.empty() || (entities.size() == 1 && entities.front().code.empty() && entities.front().sector.empty());
  const auto wanted = split(expected, " + ");
  if (wanted.size() != entities.size()) return false;
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) { return is_as_expected(entity, one); });
  });
}

/// Names are the same whatever their diacritics, hyphens and capitals.
inline bool same_name(const std::string& one, const std::string& other) {
  const auto words = [](const std::string& name) {
    std::vector<std::string> texts;
    for (const auto& word : lexicon_words(name)) texts.push_back(word.text);
    return texts;
  };
  return words(one) == words(other);
}

/// Whether the last column holds.
inline bool is_identified(const std::vector<Entity>& entities, const std::string& who) {
  if (who.empty()) return true;
  if (entities.empty()) return false;
  const Entity& entity = entities.front();
  if (who.front() != '?') return same_name(entity.identifier_text, who) || entity.office == who;
  const auto rivals = split(who.substr(1), "|");
  return std::all_of(rivals.begin(), rivals.end(), [&](const std::string& rival) { return entity.reason.find(rival) != std::string::npos; });
}

inline std::optional<Day> day_of(const std::string& text) { return text == "-" ? std::nullopt : day_from_iso(text); }

/// Resolves every phrase of a table and demands that at least `share` of them come out right. Those that do not are listed.
inline void check_phrases(const std::string& name, double share, std::size_t least_rows) {
  const auto rows = read_table(name);
  EXPECT_GE(rows.size(), least_rows) << name;
  std::size_t right = 0;
  std::ostringstream wrong;
  for (const Row& row : rows) {
    ASSERT_GE(row.columns.size(), 3u) << name << ":" << row.line << ": wants phrase, date and code";
    ASSERT_TRUE(row.columns[1] == "-" || day_of(row.columns[1])) << name << ":" << row.line << ": no date: " << row.columns[1];
    const auto entities = resolve_phrase(engine().knowledge, engine().parser, row.columns[0], day_of(row.columns[1]));
    const std::string who = row.columns.size() > 3 ? row.columns[3] : "";
    if (are_as_expected(entities, row.columns[2]) && is_identified(entities, who)) {
      ++right;
      continue;
    }
    wrong << "  " << name << ":" << row.line << ": " << row.columns[0] << ", " << row.columns[1] << ": wants " << row.columns[2] << " " << who << ", is " << notation(entities);
    if (!entities.empty()) wrong << " " << entities.front().identifier_text << " (" << entities.front().reason << ")";
    wrong << "\n";
  }
  std::printf("%s: %zu of %zu right\n%s", name.c_str(), right, rows.size(), wrong.str().c_str());
  EXPECT_GE(static_cast<double>(right), share * static_cast<double>(rows.size())) << name;
}

/// A word of a page and whom it means.
struct MarkedWord {
  std::uint32_t block = 0;
  std::uint32_t start = 0, end = 0;  ///< Code points into the block.
  std::string expected;
};

/// A page from a row `date TAB text`: paragraphs parted by " ¶ ", marks of the form [words|WHO] taken out.
inline Document page_from(const Row& row, std::vector<MarkedWord>& marks) {
  Document document;
  document.published = day_of(row.columns[0]);
  for (const std::string& paragraph : split(row.columns[1], " \xC2\xB6 ")) {
    std::string text;
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      const char c = paragraph[i];
      if (c == '[') {
        marks.push_back({static_cast<std::uint32_t>(document.blocks.size()), length, 0, ""});
      } else if (c == '|') {
        const std::size_t close = paragraph.find(']', i);
        marks.back().end = length;
        marks.back().expected = paragraph.substr(i + 1, close - i - 1);
        i = close;
      } else {
        text += c;
        length += (c & 0xC0) != 0x80;
      }
    }
    document.blocks.push_back({BlockKind::body, text});
  }
  return document;
}

/// The entities of the mention whose head is one of the marked words.
inline std::vector<Entity> entities_at(const MarkedWord& mark, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions) {
  std::vector<Entity> found;
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].block != mark.block) continue;
    for (const ActorMention& mention : mentions[i].actors) {
      const Token& head = sentences[i].tokens[mention.head];
      const bool inside = head.start >= mark.start && head.end <= mark.end;
      if (!inside || mention.last - mention.first < widest) continue;
      widest = mention.last - mention.first;
      found = mention.entities;
    }
  }
  return found;
}

/// Understands every marked word of a table of pages and demands that at least `share` of them come out right.
inline void check_pages(const std::string& name, double share, std::size_t least_marks) {
  std::size_t right = 0, all = 0;
  std::ostringstream wrong;
  for (const Row& row : read_table(name)) {
    ASSERT_GE(row.columns.size(), 2u) << name << ":" << row.line << ": wants date and text";
    std::vector<MarkedWord> marks;
    const Document document = page_from(row, marks);
    Arena arena;
    std::vector<Sentence> sentences;
    segment(document, arena, sentences);
    std::vector<Sentence*> pointers;
    for (Sentence& sentence : sentences) pointers.push_back(&sentence);
    engine().parser.parse(pointers, arena);
    std::vector<SentenceMentions> mentions;
    engine().knowledge.annotate(document, sentences, mentions);
    for (const MarkedWord& mark : marks) {
      const auto entities = entities_at(mark, sentences, mentions);
      ++all;
      if (are_as_expected(entities, mark.expected)) {
        ++right;
        continue;
      }
      wrong << "  " << name << ":" << row.line << ": at " << mark.start << " wants " << mark.expected << ", is " << notation(entities);
      if (!entities.empty()) wrong << " \"" << entities.front().text << "\" (" << entities.front().reason << ")";
      wrong << "\n";
    }
  }
  std::printf("%s: %zu of %zu right\n%s", name.c_str(), right, all, wrong.str().c_str());
  EXPECT_GE(all, least_marks) << name;
  EXPECT_GE(static_cast<double>(right), share * static_cast<double>(all)) << name;
}

}  // namespace attache::knowledge::testing
