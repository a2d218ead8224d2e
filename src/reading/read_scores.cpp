#include "reading/read_scores.h"

#include "base/utf8.h"
#include "reading/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <random>
#include <simdjson.h>
#include <unicode/uchar.h>
#include <unordered_map>
#include <unordered_set>

namespace attache::reading {
namespace {

namespace dom = simdjson::dom;

/// Words in a run, as the benchmark of article extraction counts.
constexpr std::size_t kRun = 4;
constexpr int kSamples = 2000;

using Runs = std::unordered_map<std::string, std::size_t>;

/// Letters, figures and underscores in lower case.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string lower = to_lower(text);
  std::string word;
  for (std::size_t i = 0; i < lower.size();) {
    const char32_t c = next_code_point(lower, i);
    if (u_isalnum(static_cast<UChar32>(c)) || c == '_') {
      append_code_point(word, c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string run_at(std::span<const std::string> words, std::size_t at, std::size_t length) {
  std::string run;
  for (std::size_t i = at; i < std::min(words.size(), at + length); ++i) run.append(words[i]) += ' ';
  return run;
}

/// The runs of four words with their counts; a shorter text is one run.
Runs runs_of(std::string_view text) {
  const auto words = words_of(text);
  Runs runs;
  if (words.empty()) return runs;
  const std::size_t count = words.size() < kRun ? 1 : words.size() - kRun + 1;
  for (std::size_t i = 0; i < count; ++i) ++runs[run_at(words, i, kRun)];
  return runs;
}

std::size_t total(const Runs& runs) {
  std::size_t sum = 0;
  for (const auto& [run, count] : runs) sum += count;
  return sum;
}

double ratio(std::size_t part, std::size_t whole) { return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole); }

/// The lines of one text most of whose runs the other lacks.
std::vector<std::string> lines_without(std::string_view text, std::string_view other) {
  const auto words = words_of(other);
  std::unordered_set<std::string> known;
  for (std::size_t length = 1; length <= kRun; ++length) {
    for (std::size_t i = 0; i + length <= words.size(); ++i) known.insert(run_at(words, i, length));
  }
  std::vector<std::string> lacking;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trim(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    const auto runs = runs_of(line);
    std::size_t unknown = 0;
    for (const auto& [run, count] : runs) unknown += known.contains(run) ? 0 : count;
    if (unknown * 2 > total(runs)) lacking.emplace_back(line);
  }
  return lacking;
}

std::string text_of(std::span<const Document> found) {
  std::string text;
  for (const auto& document : found) {
    for (const auto& block : document.blocks) {
      if (block.kind == BlockKind::lead || block.kind == BlockKind::body) text.append(block.text) += '\n';
    }
  }
  return text;
}

std::string string_at(dom::object object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<std::string> strings_at(dom::object object, std::string_view name) {
  std::vector<std::string> list;
  dom::array array;
  if (object[name].get(array) != simdjson::SUCCESS) return list;
  for (const dom::element entry : array) {
    std::string_view text;
    if (entry.get(text) == simdjson::SUCCESS) list.emplace_back(text);
  }
  return list;
}

std::optional<PageGoldForm> form_of(dom::object row) {
  if (row["body"].error() == simdjson::SUCCESS) return PageGoldForm::text;
  if (row["must"].error() == simdjson::SUCCESS) return PageGoldForm::segments;
  if (row["date"].error() == simdjson::SUCCESS) return PageGoldForm::date;
  return std::nullopt;
}

using Figure = std::function<double(std::span<const PageScore* const>)>;

double mean(std::span<const PageScore* const> pages, const std::function<double(const PageScore&)>& value) {
  double sum = 0;
  for (const auto* page : pages) sum += value(*page);
  return pages.empty() ? 0 : sum / static_cast<double>(pages.size());
}

std::size_t sum_of(std::span<const PageScore* const> pages, const std::function<std::size_t(const PageScore&)>& value) {
  std::size_t sum = 0;
  for (const auto* page : pages) sum += value(*page);
  return sum;
}

std::vector<std::pair<std::string_view, Figure>> figures_for(PageGoldForm form) {
  using Pages = std::span<const PageScore* const>;
  const auto precision = [](Pages pages) { return mean(pages, [](const PageScore& page) { return page.precision; }); };
  const auto recall = [](Pages pages) { return mean(pages, [](const PageScore& page) { return page.recall; }); };
  const auto exact = [](Pages pages) { return mean(pages, [](const PageScore& page) { return page.exact ? 1.0 : 0.0; }); };
  const auto wrong = [](Pages pages) { return mean(pages, [](const PageScore& page) { return page.wrong ? 1.0 : 0.0; }); };
  const auto lost = [](const PageScore& page) { return page.lost; };
  const auto added = [](const PageScore& page) { return page.added; };
  const auto must = [](const PageScore& page) { return page.must; };
  const auto must_not = [](const PageScore& page) { return page.must_not; };
  switch (form) {
    case PageGoldForm::text:
      return {{"precision", precision}, {"recall", recall}, {"F1", [=](Pages pages) {
                                                               const double p = precision(pages), r = recall(pages);
                                                               return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
                                                             }}};
    case PageGoldForm::segments:
      return {{"accuracy", [=](Pages pages) { return 1 - ratio(sum_of(pages, lost) + sum_of(pages, added), sum_of(pages, must) + sum_of(pages, must_not)); }},
              {"must kept", [=](Pages pages) { return 1 - ratio(sum_of(pages, lost), sum_of(pages, must)); }},
              {"must not left out", [=](Pages pages) { return 1 - ratio(sum_of(pages, added), sum_of(pages, must_not)); }}};
    case PageGoldForm::date: return {{"exact", exact}, {"wrong", wrong}, {"none", [=](Pages pages) { return 1 - exact(pages) - wrong(pages); }}};
  }
  return {};
}

}  // namespace

std::vector<PageGold> read_page_gold(std::string_view lines, const std::string& path, const std::function<void(const Error&)>& report) {
  std::vector<PageGold> rows;
  dom::parser parser;
  std::uint64_t number = 0;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const simdjson::padded_string line(trim(lines.substr(0, end)));
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    ++number;
    if (line.size() == 0) continue;
    dom::object row;
    const auto fail = [&](std::string message) { report({ErrorKind::malformed, std::move(message), Place{path, {}, number, {}}, "skipped the row"}); };
    if (parser.parse(line).get(row) != simdjson::SUCCESS) {
      fail("no JSON object");
      continue;
    }
    const auto form = form_of(row);
    PageGold gold;
    gold.id = string_at(row, "id");
    if (!form || gold.id.empty() || (!rows.empty() && rows.front().form != *form)) {
      fail("a row without id, or with neither body nor must nor date");
      // A file of something else says so once.
      if (rows.empty()) return rows;
      continue;
    }
    gold.form = *form;
    gold.file = string_at(row, "file");
    if (gold.file.empty()) gold.file = "html/" + gold.id + ".html.gz";
    gold.body = string_at(row, "body");
    gold.must = strings_at(row, "must");
    gold.must_not = strings_at(row, "must_not");
    gold.date = string_at(row, "date");
    rows.push_back(std::move(gold));
  }
  return rows;
}

double PageScore::quality(PageGoldForm form) const {
  switch (form) {
    case PageGoldForm::text: return std::min(precision, recall);
    case PageGoldForm::segments: return 1 - (must + must_not == 0 ? 0 : ratio(lost + added, must + must_not));
    case PageGoldForm::date: return exact ? 1 : 0;
  }
  return 0;
}

PageScore score_page(const PageGold& gold, std::span<const Document> found) {
  PageScore score;
  score.id = gold.id;
  const auto got = text_of(found);
  switch (gold.form) {
    case PageGoldForm::text: {
      const auto want_runs = runs_of(gold.body), got_runs = runs_of(got);
      std::size_t common = 0;
      for (const auto& [run, count] : want_runs) {
        if (const auto same = got_runs.find(run); same != got_runs.end()) common += std::min(count, same->second);
      }
      score.precision = ratio(common, total(got_runs));
      score.recall = ratio(common, total(want_runs));
      score.losses = lines_without(gold.body, got);
      score.extras = lines_without(got, gold.body);
      break;
    }
    case PageGoldForm::segments: {
      const auto folded = fold_space(got);
      score.must = gold.must.size();
      score.must_not = gold.must_not.size();
      for (const auto& piece : gold.must) {
        if (folded.find(fold_space(piece)) == std::string::npos) score.losses.push_back(piece);
      }
      for (const auto& piece : gold.must_not) {
        if (folded.find(fold_space(piece)) != std::string::npos) score.extras.push_back(piece);
      }
      score.lost = score.losses.size();
      score.added = score.extras.size();
      break;
    }
    case PageGoldForm::date: {
      const auto dated = std::find_if(found.begin(), found.end(), [](const Document& document) { return document.published.has_value(); });
      const auto day = dated == found.end() ? std::string() : to_iso(*dated->published);
      score.exact = day == gold.date;
      score.wrong = !day.empty() && !score.exact;
      score.losses = {gold.date};
      if (!day.empty()) score.extras = {day};
      break;
    }
  }
  return score;
}

std::string figures_of(PageGoldForm form, std::span<const PageScore> pages) {
  std::string table;
  std::vector<const PageScore*> all;
  for (const auto& page : pages) all.push_back(&page);
  if (all.empty()) return table;
  for (const auto& [name, figure] : figures_for(form)) {
    std::mt19937 draw(1);
    std::vector<double> values;
    std::vector<const PageScore*> sample(all.size());
    for (int i = 0; i < kSamples; ++i) {
      for (auto& page : sample) page = all[draw() % all.size()];
      values.push_back(figure(sample));
    }
    std::sort(values.begin(), values.end());
    table += fmt::format("  {:18} {:.4f} [{:.4f}, {:.4f}]\n", name, figure(all), values[kSamples / 40], values[kSamples - kSamples / 40 - 1]);
  }
  return table;
}

}  // namespace attache::reading
