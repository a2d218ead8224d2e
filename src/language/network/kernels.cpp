#include "language/network/kernels.h"

#include "language/network/elementwise.h"

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

#if defined(__x86_64__)
bool have_avx2() { return __builtin_cpu_supports("avx2"); }
bool have_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni");
}

const Kernels& kernels() {
  static const Kernels& best = have_avx512() ? avx512_kernels : have_avx2() ? avx2_kernels : portable_kernels;
  return best;
}
#else
const Kernels& kernels() { return portable_kernels; }
#endif

}  // namespace attache::language
