#include "language/agreement.h"

#include <algorithm>
#include <random>
#include <vector>

namespace attache {

Agreement& Agreement::operator+=(const Agreement& other) {
  gold += other.gold;
  system += other.system;
  correct += other.correct;
  return *this;
}

std::pair<double, double> confidence_interval(std::span<const Agreement> sentences) {
  if (sentences.empty()) return {0, 0};
  constexpr std::size_t resamples = 1000;
  std::mt19937 random(1);
  std::vector<double> scores(resamples);
  for (double& score : scores) {
    Agreement sum;
    for (std::size_t i = 0; i < sentences.size(); ++i) sum += sentences[random() % sentences.size()];
    score = sum.f1();
  }
  std::sort(scores.begin(), scores.end());
  return {scores[resamples / 40], scores[resamples - 1 - resamples / 40]};
}

}  // namespace attache
