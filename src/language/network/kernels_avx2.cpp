#if defined(__x86_64__)
#include "language/network/elementwise.h"
#include "language/network/kernels.h"

#include <cstring>
#include <immintrin.h>

namespace attache::language {
namespace {

inline __m256i four_inputs(const std::uint8_t* row) {
  std::int32_t word = 0;
  std::memcpy(&word, row, sizeof word);
  return _mm256_set1_epi32(word);
}

/// Adds to eight sums the products of four inputs each.
inline __m256i multiply_add(__m256i sum, __m256i inputs, __m256i weights) {
  const __m256i pairs = _mm256_maddubs_epi16(inputs, weights);
  return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

/// `Rows` rows against one block of sixteen outputs. The loops are unrolled by request: else the compiler keeps the sums in memory.
template <std::size_t Rows>
void multiply_block(const std::uint8_t* rows, std::size_t row_stride, const std::int8_t* weights, std::size_t steps, std::int32_t* sums,
                    std::size_t sums_stride) {
  __m256i low[Rows] = {}, high[Rows] = {};
  for (std::size_t s = 0; s < steps; ++s) {
    const auto* w = reinterpret_cast<const __m256i*>(weights + s * kLanes * kStep);
    const __m256i first = _mm256_loadu_si256(w), second = _mm256_loadu_si256(w + 1);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m256i inputs = four_inputs(rows + r * row_stride + s * kStep);
      low[r] = multiply_add(low[r], inputs, first);
      high[r] = multiply_add(high[r], inputs, second);
    }
  }
#pragma GCC unroll 4
  for (std::size_t r = 0; r < Rows; ++r) {
    auto* out = reinterpret_cast<__m256i*>(sums + r * sums_stride);
    _mm256_storeu_si256(out, low[r]);
    _mm256_storeu_si256(out + 1, high[r]);
  }
}

void multiply(const std::uint8_t* rows, std::size_t row_count, std::size_t row_stride, const PackedMatrix& matrix, std::int32_t* sums,
              std::size_t sums_stride) {
  const std::size_t steps = matrix.inputs / kStep;
  for (std::size_t block = 0; block < matrix.outputs / kLanes; ++block) {
    const std::int8_t* weights = matrix.weights + block * steps * kLanes * kStep;
    std::int32_t* out = sums + block * kLanes;
    std::size_t r = 0;
    for (; r + 4 <= row_count; r += 4) multiply_block<4>(rows + r * row_stride, row_stride, weights, steps, out + r * sums_stride, sums_stride);
    for (; r < row_count; ++r) multiply_block<1>(rows + r * row_stride, row_stride, weights, steps, out + r * sums_stride, sums_stride);
  }
}

}  // namespace

const Kernels avx2_kernels = elementwise_kernels("avx2", multiply);

}  // namespace attache::language
#endif
