#include "language/network/kernels.h"

#include "language/network/elementwise.h"

#include <algorithm>
#include <vector>

namespace attache::language {
namespace {

void multiply(const std::uint8_t* rows, std::size_t row_count, std::size_t row_stride, const PackedMatrix& matrix, std::int32_t* sums,
              std::size_t sums_stride) {
  const std::size_t steps = matrix.inputs / kStep;
  for (std::size_t block = 0; block < matrix.outputs / kLanes; ++block) {
    const std::int8_t* weights = matrix.weights + block * steps * kLanes * kStep;
    for (std::size_t r = 0; r < row_count; ++r) {
      std::int32_t sum[kLanes] = {};
      const std::uint8_t* row = rows + r * row_stride;
      for (std::size_t s = 0; s < steps; ++s) {
        const std::int8_t* w = weights + s * kLanes * kStep;
        for (std::size_t o = 0; o < kLanes; ++o) {
          for (std::size_t i = 0; i < kStep; ++i) sum[o] += row[s * kStep + i] * w[o * kStep + i];
        }
      }
      for (std::size_t o = 0; o < kLanes; ++o) sums[r * sums_stride + block * kLanes + o] = sum[o];
    }
  }
}

}  // namespace

const Kernels portable_kernels = elementwise_kernels("portable", multiply);

std::span<const Kernels* const> available_kernels() {
  static const std::vector<const Kernels*> available = [] {
    std::vector<const Kernels*> kernels = {&portable_kernels};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) kernels.push_back(&avx2_kernels);
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni");
    if (avx512) kernels.push_back(&avx512_kernels);
#endif
    return kernels;
  }();
  return available;
}

const Kernels* find_kernels(std::string_view name) {
  const auto available = available_kernels();
  if (name.empty()) return available.back();
  const auto found = std::find_if(available.begin(), available.end(), [&](const Kernels* kernels) { return kernels->name == name; });
  return found == available.end() ? nullptr : *found;
}

}  // namespace attache::language
