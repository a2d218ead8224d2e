#if defined(__x86_64__)
#include "language/network/elementwise.h"
#include "language/network/kernels.h"

#include <cstring>
#include <immintrin.h>

namespace attache::language {
namespace {

inline __m512i four_inputs(const std::uint8_t* row) {
  std::int32_t word = 0;
  std::memcpy(&word, row, sizeof word);
  return _mm512_set1_epi32(word);
}

/// `Rows` rows against `Blocks` blocks of sixteen outputs: as many sums as registers hold, so that each load is used often.
/// The loops are unrolled by request: else the compiler keeps the sums in memory.
template <std::size_t Rows, std::size_t Blocks>
void multiply_blocks(const std::uint8_t* rows, std::size_t row_stride, const std::int8_t* weights, std::size_t steps, std::int32_t* sums,
                     std::size_t sums_stride) {
  __m512i sum[Rows][Blocks] = {};
  const std::size_t block_bytes = steps * kLanes * kStep;
  for (std::size_t s = 0; s < steps; ++s) {
    __m512i w[Blocks];
#pragma GCC unroll 4
    for (std::size_t b = 0; b < Blocks; ++b) w[b] = _mm512_loadu_si512(weights + b * block_bytes + s * kLanes * kStep);
#pragma GCC unroll 6
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m512i inputs = four_inputs(rows + r * row_stride + s * kStep);
#pragma GCC unroll 4
      for (std::size_t b = 0; b < Blocks; ++b) sum[r][b] = _mm512_dpbusd_epi32(sum[r][b], inputs, w[b]);
    }
  }
#pragma GCC unroll 6
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t b = 0; b < Blocks; ++b) _mm512_storeu_si512(sums + r * sums_stride + b * kLanes, sum[r][b]);
  }
}

template <std::size_t Blocks>
void multiply_columns(const std::uint8_t* rows, std::size_t row_count, std::size_t row_stride, const std::int8_t* weights, std::size_t steps,
                      std::int32_t* sums, std::size_t sums_stride) {
  std::size_t r = 0;
  for (; r + 6 <= row_count; r += 6) multiply_blocks<6, Blocks>(rows + r * row_stride, row_stride, weights, steps, sums + r * sums_stride, sums_stride);
  // The rest at one go: the weights are read once for it too.
  const auto rest = [&]<std::size_t Rows>() {
    multiply_blocks<Rows, Blocks>(rows + r * row_stride, row_stride, weights, steps, sums + r * sums_stride, sums_stride);
  };
  switch (row_count - r) {
    case 5: return rest.template operator()<5>();
    case 4: return rest.template operator()<4>();
    case 3: return rest.template operator()<3>();
    case 2: return rest.template operator()<2>();
    case 1: return rest.template operator()<1>();
    default: return;
  }
}

void multiply(const std::uint8_t* rows, std::size_t row_count, std::size_t row_stride, const PackedMatrix& matrix, std::int32_t* sums,
              std::size_t sums_stride) {
  const std::size_t steps = matrix.inputs / kStep;
  const std::size_t blocks = matrix.outputs / kLanes;
  std::size_t block = 0;
  const auto weights_of = [&](std::size_t b) { return matrix.weights + b * steps * kLanes * kStep; };
  for (; block + 4 <= blocks; block += 4) multiply_columns<4>(rows, row_count, row_stride, weights_of(block), steps, sums + block * kLanes, sums_stride);
  for (; block < blocks; ++block) multiply_columns<1>(rows, row_count, row_stride, weights_of(block), steps, sums + block * kLanes, sums_stride);
}

}  // namespace

const Kernels avx512_kernels = elementwise_kernels("avx512", multiply);

}  // namespace attache::language
#endif
