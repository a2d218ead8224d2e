/// `attache eval actors`: actor phrases, and actors in sentences, against gold data.

#include "cli/command.h"
#include "language/tree.h"

#include <rapidjson/document.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <set>

namespace attache::cli {
namespace {

struct EvalActorsOptions {
  std::vector<std::string> files;
  std::string today;      ///< The day that a case means by "today".
  bool list = false;
  Options engine;
};

/// How many of how many.
struct Tally {
  std::size_t right = 0, all = 0;
  void count(bool is_right) {
    ++all;
    right += is_right;
  }
  void print(const char* what) const {
    std::printf("%-48s %5zu of %5zu  %5.1f %%\n", what, right, all, all ? 100.0 * static_cast<double>(right) / static_cast<double>(all) : 0.0);
  }
};

using Json = rapidjson::Value;

std::string text_at(const Json& object, const char* key) {
  return object.IsObject() && object.HasMember(key) && object[key].IsString() ? object[key].GetString() : std::string();
}

const Json* member(const Json& object, const char* key) { return object.IsObject() && object.HasMember(key) ? &object[key] : nullptr; }

std::string argument(const Json& row, rapidjson::SizeType index) {
  const Json* list = member(row, "args");
  return list && list->IsArray() && list->Size() > index && (*list)[index].IsString() ? (*list)[index].GetString() : std::string();
}

std::string notation(const std::vector<Entity>& entities) {
  std::string text;
  for (const Entity& entity : entities) {
    text += (text.empty() ? "" : " + ") + (entity.code.empty() ? std::string("-") : entity.code) + ":" + entity.sector;
    for (const auto& other : entity.other_sectors) text += "," + other;
    if (!entity.identifier_text.empty()) text += " " + entity.identifier_text;
  }
  return text.empty() ? "nobody" : text;
}

/// Codes that the gold data write otherwise: Kosovo, and people of whom it only says that they are people.
std::string our_code(const std::string& code) { return code == "XKX" ? "KOS" : code; }

/// Phrases with their country and role (`expect.country` or `cc`, `expect.code_1`), a day for some of them.
class PhraseScores {
 public:
  PhraseScores(const Attache& attache, const EvalActorsOptions& options) : attache_(attache), options_(options) {}

  void score(const Json& row) {
    const Json* expected = member(row, "expect");
    if (!expected) return;
    std::string country = text_at(*expected, "country");
    if (country.empty()) country = text_at(*expected, "cc");
    const std::string role = text_at(*expected, "code_1");
    const bool names_nobody = !member(*expected, "country") && !member(*expected, "cc") && !member(*expected, "code_1") && !member(*expected, "title") && !member(*expected, "wiki");
    std::string date = text_at(row, "query_date");
    if (date.empty()) date = argument(row, 2);
    if (date == "today" || date == "Today") date = options_.today;
    const auto entities = attache_.resolve(text_at(row, "text"), day_from_iso(date), argument(row, 1));
    const std::string code = entities.empty() ? "" : entities.front().code;
    const std::string sector = entities.empty() ? "" : entities.front().sector;
    bool wrong = false;
    const auto count = [&](Tally& tally, bool right) {
      tally.count(right);
      wrong |= !right;
    };
    if (!country.empty()) count(countries, code == our_code(country));
    const bool unidentified = role == "UNK" || role == "JNK";
    if (!role.empty() && !unidentified) count(roles, sector == role);
    if (unidentified) count(unidentified_roles, sector == "UNK" || sector.empty());
    if (country.empty() && member(*expected, "country")) count(no_countries, code.empty());
    if (names_nobody) count(nobodies, code.empty());
    if (wrong && options_.list) {
      std::printf("%s: %s (%s) wants %s:%s, is %s\n", text_at(row, "id").c_str(), text_at(row, "text").c_str(), date.c_str(), country.c_str(), role.c_str(),
                  notation(entities).c_str());
    }
  }

  void print() const {
    countries.print("country of phrases that have one");
    roles.print("role of phrases that have one");
    unidentified_roles.print("no role where it is unidentified");
    no_countries.print("no country where there is none");
    nobodies.print("no country for what is no actor");
  }

 private:
  const Attache& attache_;
  const EvalActorsOptions& options_;
  Tally countries, roles, unidentified_roles, no_countries, nobodies;
};

/// Spans of actors and recipients in sentences: how many get a country, a code or a sector.
class SpanScores {
 public:
  SpanScores(const Attache& attache, const EvalActorsOptions& options) : attache_(attache), options_(options) {}

  void score(const Json& row) {
    Document document;
    document.published = day_from_iso(options_.today);
    document.blocks.push_back({BlockKind::body, text_at(row, "text")});
    const auto analysis = std::move(attache_.analyse({&document, 1}, Depth::mentions).front());
    for (const char* side : {"actor", "recipient"}) {
      const Json* span = member(row, side);
      if (!span || !member(*span, "start") || !member(*span, "end")) continue;
      const auto start = (*span)["start"].GetUint(), end = (*span)["end"].GetUint();
      const ActorMention* best = mention_in(analysis, start, end);
      const bool coded = best && (!best->entities.front().code.empty() || !best->entities.front().sector.empty());
      spans.count(coded);
      if (best) countries.count(!best->entities.front().code.empty());
      else countries.count(false);
      if (options_.list) {
        std::printf("%s\t%s\t%s\t%s\t%s\n", coded ? "coded" : "none", text_at(row, "id").c_str(), text_at(*span, "text").c_str(),
                    best ? notation(best->entities).c_str() : "nobody", text_at(row, "text").c_str());
      }
    }
  }

  void print() const {
    spans.print("spans with a country, code or sector");
    countries.print("spans with a country or code");
  }

 private:
  /// The mention that the span is about: of those whose head lies in it the one whose head governs the rest, preferably one that is
  /// understood; for a span that is only part of an actor's words ("Ethiopian" of "Ethiopian soldiers") that actor.
  static const ActorMention* mention_in(const Analysis& analysis, std::uint32_t start, std::uint32_t end) {
    const ActorMention* best = nullptr;
    Tree::Index best_depth = 0;
    for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
      const Sentence& sentence = analysis.sentences[i];
      const Tree tree(sentence);
      for (const ActorMention& mention : analysis.mentions[i].actors) {
        const Token& head = sentence.tokens[mention.head];
        if (mention.entities.empty()) continue;
        const bool inside = head.start >= start && head.end <= end;
        const Entity& entity = mention.entities.front();
        if (!inside && (entity.start >= end || start >= entity.end)) continue;
        const bool coded = !mention.entities.front().code.empty() || !mention.entities.front().sector.empty();
        const Tree::Index depth = tree.depth(static_cast<Tree::Index>(mention.head)) + (mention.pronoun ? 100 : 0) + (coded ? 0 : 1000) + (inside ? 0 : 10000);
        if (!best || depth < best_depth) {
          best = &mention;
          best_depth = depth;
        }
      }
    }
    return best;
  }

  const Attache& attache_;
  const EvalActorsOptions& options_;
  Tally spans, countries;
};

int evaluate_actors(const EvalActorsOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  std::size_t scored = 0, skipped = 0;
  for (const auto& path : options.files) {
    std::ifstream file(path);
    if (!file) {
      report({ErrorKind::not_found, "cannot be read", {path, {}, {}, {}}, "skipped the file"});
      ++skipped;
      continue;
    }
    PhraseScores phrases(*attache, options);
    SpanScores spans(*attache, options);
    bool in_sentences = false;
    std::string line;
    for (std::uint64_t number = 1; std::getline(file, line); ++number) {
      rapidjson::Document row;
      row.Parse(line.data(), line.size());
      if (row.HasParseError() || !row.IsObject()) {
        report({ErrorKind::malformed, "line is not a JSON object", {path, {}, number, {}}, "skipped the line"});
        ++skipped;
        continue;
      }
      in_sentences = member(row, "recipient") != nullptr;
      in_sentences ? spans.score(row) : phrases.score(row);
      ++scored;
    }
    std::printf("%s\n", path.c_str());
    in_sentences ? spans.print() : phrases.print();
  }
  return scored == 0 ? nothing_done : skipped > 0 ? some_skipped : done;
}

}  // namespace

void add_eval_actors(CLI::App& eval, int& status) {
  auto* command = eval.add_subcommand("actors", "Countries and roles of actor phrases, or how many actors and recipients in sentences are understood");
  command->footer(
      "GOLD is JSONL: lines {text, query_date, expect: {country, code_1}}, or sentences with spans {text, actor: {start, end}, recipient: {start, end}}.");
  const auto options = std::make_shared<EvalActorsOptions>();
  command->add_option("GOLD", options->files, "JSONL files")->required();
  command->add_option("--today", options->today, "The day that a case means by \"today\", and of sentences without a date, YYYY-MM-DD");
  command->add_flag("--list", options->list, "Also list the phrases that are wrong, or every span with what it was understood as");
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = evaluate_actors(*options); });
}

}  // namespace attache::cli
