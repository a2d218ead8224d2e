#include "coding/judgement/pair_scores.h"

#include "coding/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace attache::coding {
namespace {

constexpr int kSamples = 1000;  ///< Of the bootstrap.
constexpr std::size_t kBins = 10;

struct Case {
  const RelatedPair* relation;
  std::string gold;
  std::string judged;
  double confidence;
};

/// PLOVER's quad class, `?` for what has none.
std::string quad_of(const std::string& type) {
  static const std::map<std::string, std::string> quads = {
      {"AGREE", "1"}, {"CONSULT", "1"}, {"SUPPORT", "1"}, {"CONCEDE", "1"}, {"COOPERATE", "2"}, {"AID", "2"}, {"RETREAT", "2"}, {"YIELD", "2"}, {"REQUEST", "3"},
      {"ACCUSE", "3"}, {"REJECT", "3"}, {"THREATEN", "3"}, {"PROTEST", "4"}, {"SANCTION", "4"}, {"MOBILIZE", "4"}, {"COERCE", "4"}, {"ASSAULT", "4"}};
  const auto found = quads.find(type);
  return found == quads.end() ? type : found->second;
}

std::string sign_of(const std::string& type) {
  const auto quad = quad_of(type);
  return quad == "1" || quad == "2" ? "cooperation" : quad == "3" || quad == "4" ? "conflict" : type;
}

struct Counts {
  double right = 0, gold = 0, judged = 0;
  double precision() const { return judged > 0 ? right / judged : 0; }
  double recall() const { return gold > 0 ? right / gold : 0; }
  double f1() const { return gold + judged > 0 ? 2 * right / (gold + judged) : 0; }
};

double score_of(const Judgement& judgement, const std::string& type) {
  const auto found = std::find_if(judgement.scores.begin(), judgement.scores.end(), [&](const auto& one) { return one.first == type; });
  return found == judgement.scores.end() ? 0 : found->second;
}

using Label = std::function<std::string(const std::string&)>;

std::map<std::string, Counts> count(const std::vector<const Case*>& cases, const Label& label) {
  std::map<std::string, Counts> counts;
  for (const Case* one : cases) {
    const auto gold = label(one->gold), judged = label(one->judged);
    counts[gold].gold += 1;
    counts[judged].judged += 1;
    if (gold == judged) counts[gold].right += 1;
  }
  return counts;
}

/// The mean F1 over the labels that the gold has.
double macro_f1(const std::vector<const Case*>& cases, const Label& label) {
  double sum = 0;
  int labels = 0;
  for (const auto& [name, counts] : count(cases, label)) {
    if (counts.gold == 0) continue;
    sum += counts.f1();
    ++labels;
  }
  return labels > 0 ? sum / labels : 0;
}

std::string with_interval(const char* name, const std::vector<const Case*>& cases, const std::function<double(const std::vector<const Case*>&)>& measure) {
  std::mt19937_64 random(1);
  std::vector<double> values;
  std::vector<const Case*> sample(cases.size());
  for (int i = 0; i < kSamples; ++i) {
    for (auto& one : sample) one = cases[random() % cases.size()];
    values.push_back(measure(sample));
  }
  std::sort(values.begin(), values.end());
  return fmt::format("{:<24}{:>8.4f}   {:.4f}–{:.4f}\n", name, measure(cases), values[kSamples / 40], values[kSamples - 1 - kSamples / 40]);
}

/// Expected calibration error: the mean distance of confidence and accuracy over bins of confidence, weighted by their size.
double calibration_error(const std::vector<const Case*>& cases) {
  struct Bin {
    double confidence = 0, right = 0, size = 0;
  };
  std::vector<Bin> bins(kBins);
  for (const Case* one : cases) {
    Bin& bin = bins[std::min(kBins - 1, static_cast<std::size_t>(one->confidence * kBins))];
    bin.confidence += one->confidence;
    bin.right += one->gold == one->judged;
    bin.size += 1;
  }
  double error = 0;
  for (const Bin& bin : bins) error += std::abs(bin.confidence - bin.right);
  return error / static_cast<double>(cases.size());
}

std::vector<Case> cases_of(std::span<const RelatedPair> gold, std::span<const Judgement> judged) {
  const bool yields = std::any_of(gold.begin(), gold.end(), [](const RelatedPair& relation) { return relation.event == "YIELD"; });
  const bool nones = std::any_of(gold.begin(), gold.end(), [](const RelatedPair& relation) { return relation.event == "none"; });
  const auto folded = [&](const std::string& type) { return yields && (type == "CONCEDE" || type == "RETREAT") ? std::string("YIELD") : type; };
  std::vector<Case> cases;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (gold[i].event.empty()) continue;
    // Types that count as one add up; without `none` in the gold, it is asked what happened and not whether.
    std::map<std::string, double> scores;
    double sum = 0;
    for (const auto& [type, score] : judged[i].scores) {
      if (type == "none" && !nones) continue;
      scores[folded(type)] += score;
      sum += score;
    }
    std::string best;
    double best_score = 0;
    for (const auto& [type, score] : scores) {
      if (score > best_score) best = type, best_score = score;
    }
    cases.push_back({&gold[i], folded(gold[i].event), best, sum > 0 ? best_score / sum : 0});
  }
  return cases;
}

/// Rows for types of one's own, when gold or judgements have any.
std::string own_types_table(std::span<const RelatedPair> gold, std::span<const Judgement> judged) {
  std::map<std::string, Counts> counts;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (gold[i].event.empty()) continue;
    const double nothing = score_of(judged[i], "none"), happens = score_of(judged[i], judged[i].event);
    const std::string own = nothing > happens ? std::string() : judged[i].own_type;
    if (!gold[i].own_type.empty()) counts[gold[i].own_type].gold += 1;
    if (!own.empty()) counts[own].judged += 1;
    if (!own.empty() && own == gold[i].own_type) counts[own].right += 1;
  }
  std::string table = counts.empty() ? "" : "\ntypes of one's own\n";
  for (const auto& [name, own] : counts) table += fmt::format("{:<24}{:>8}{:>10.3f}{:>8.3f}{:>8.3f}\n", name, own.gold, own.precision(), own.recall(), own.f1());
  return table;
}

}  // namespace

std::string pair_score_table(std::span<const RelatedPair> gold, std::span<const Judgement> judged, std::size_t worst) {
  const auto cases = cases_of(gold, judged);
  if (cases.empty()) return "no pair has a gold event\n";
  std::vector<const Case*> all;
  for (const auto& one : cases) all.push_back(&one);
  const Label type = [](const std::string& name) { return name; };
  std::string table = fmt::format("{} pairs\n{:<24}{:>8}   95 % interval\n", cases.size(), "measure", "value");
  table += with_interval("accuracy", all, [](const auto& sample) {
    return static_cast<double>(std::count_if(sample.begin(), sample.end(), [](const Case* one) { return one->gold == one->judged; })) / static_cast<double>(sample.size());
  });
  table += with_interval("macro F1, types", all, [&](const auto& sample) { return macro_f1(sample, type); });
  table += with_interval("macro F1, quad classes", all, [](const auto& sample) { return macro_f1(sample, quad_of); });
  table += with_interval("macro F1, sign", all, [](const auto& sample) { return macro_f1(sample, sign_of); });
  table += with_interval("calibration error", all, calibration_error);
  table += fmt::format("\n{:<24}{:>8}{:>10}{:>8}{:>8}\n", "type", "pairs", "precision", "recall", "F1");
  for (const auto& [name, counts] : count(all, type)) {
    table += fmt::format("{:<24}{:>8}{:>10.3f}{:>8.3f}{:>8.3f}\n", name.empty() ? "(not judged)" : name, counts.gold, counts.precision(), counts.recall(), counts.f1());
  }
  table += own_types_table(gold, judged);
  if (worst == 0) return table;
  std::erase_if(all, [](const Case* one) { return one->gold == one->judged; });
  std::stable_sort(all.begin(), all.end(), [](const Case* a, const Case* b) { return a->confidence > b->confidence; });
  table += "\nmost surely wrong\n";
  for (std::size_t i = 0; i < std::min(worst, all.size()); ++i) {
    table += fmt::format("{:.2f} {} for {}, {}: {}\n", all[i]->confidence, all[i]->judged, all[i]->gold, all[i]->relation->id, all[i]->relation->text);
  }
  return table;
}

}  // namespace attache::coding
