#pragma once
/// The element-wise functions of the network, included once by the kernels of each family of processors.
///
/// Everything is in an unnamed namespace on purpose: each family's file must get its own copy, compiled with its own flags.
/// The loops run over vectors of as many numbers as the family's registers hold; each number meets the same operations in the
/// same order everywhere. All counts are multiples of `kLanes`.

#include "language/network/kernels.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#if defined(__AVX__)
#include <immintrin.h>
#endif

namespace attache::language {
namespace {

// As many floats as a register holds; another number in each file of kernels, which is why it is not `inline`.
// NOLINTBEGIN(misc-definitions-in-headers)
#if defined(__AVX512F__)
constexpr std::size_t kWidth = 16;
#elif defined(__AVX__)
constexpr std::size_t kWidth = 8;
#else
constexpr std::size_t kWidth = 4;
#endif
// NOLINTEND(misc-definitions-in-headers)
static_assert(kLanes % kWidth == 0);

using Floats = float __attribute__((vector_size(kWidth * sizeof(float))));
using Integers = std::int32_t __attribute__((vector_size(kWidth * sizeof(std::int32_t))));
using Bytes = std::uint8_t __attribute__((vector_size(kWidth)));

template <typename Vector, typename T>
inline Vector load(const T* from) {
  Vector values;
  std::memcpy(&values, from, sizeof values);
  return values;
}

template <typename T, typename Vector>
inline void store(Vector values, T* to) {
  std::memcpy(to, &values, sizeof values);
}

inline Floats all(float value) { return Floats{} + value; }
inline Floats as_floats(Integers values) { return __builtin_convertvector(values, Floats); }

/// Held to low–high; what is no number becomes `high`.
#if defined(__AVX512F__)
inline Floats held(Floats x, float low, float high) {
  // With a mask of all, since GCC warns of what the plain forms leave undefined.
  return _mm512_maskz_max_ps(0xFFFF, _mm512_maskz_min_ps(0xFFFF, x, all(high)), all(low));
}
#elif defined(__AVX__)
inline Floats held(Floats x, float low, float high) { return _mm256_max_ps(_mm256_min_ps(x, all(high)), all(low)); }
#else
inline Floats held(Floats x, float low, float high) {
  x = x < high ? x : all(high);
  return x > low ? x : all(low);
}
#endif

/// e to the power x, relative error below 1e-5. x is held to ±40, so that products of two results stay finite. The power of two
/// is split into an integer, which goes into the exponent's bits, and a rest of ±½ for the Taylor polynomial of degree 5.
inline Floats exponential(Floats x) {
  x = held(x, -40.0f, 40.0f);
  // Adding and taking away 1.5·2²³ rounds to the nearest integer without a call, and leaves it in the lowest bits.
  const float rounder = 12582912.0f;
  const Floats power = x * 1.44269504f;
  const Floats shifted = power + rounder;
  const Floats rest = power - (shifted - rounder);
  Floats p = all(1.33335581e-3f);
  p = p * rest + 9.61812911e-3f;
  p = p * rest + 5.55041087e-2f;
  p = p * rest + 2.40226507e-1f;
  p = p * rest + 6.93147181e-1f;
  p = p * rest + 1.0f;
  return std::bit_cast<Floats>(std::bit_cast<Integers>(p) + (std::bit_cast<Integers>(shifted) << 23));
}

inline Floats sigmoid(Floats x) { return 1.0f / (1.0f + exponential(-x)); }
inline Floats hyperbolic_tangent(Floats x) {
  const Floats power = exponential(-2.0f * x);
  return (1.0f - power) / (1.0f + power);
}
/// sigmoid(gate) · tanh(x) with one division.
inline Floats gated_tangent(Floats gate, Floats x) {
  const Floats of_gate = exponential(-gate), power = exponential(-2.0f * x);
  return (1.0f - power) / ((1.0f + of_gate) * (1.0f + power));
}

inline Floats rectified(Floats x, float slope) { return x < 0.0f ? x * slope : x; }

/// Values as bytes around the middle: held to ±limit, which is `kReach` steps away.
inline Bytes bytes_around_middle(Floats values, float limit) {
  const Floats steps = held(values, -limit, limit) * (static_cast<float>(kReach) / limit) + (static_cast<float>(kMiddle) + 0.5f);
  return __builtin_convertvector(__builtin_convertvector(steps, Integers), Bytes);
}

/// `Rows` rows of inputs at once against `Vectors` registers' width of the matrix's columns, the sums held in registers.
template <std::size_t Rows, std::size_t Vectors>
inline void add_products_block(const float* __restrict inputs, std::size_t count, const float* __restrict matrix, std::size_t width, float* __restrict out) {
  Floats sum[Rows][Vectors];
#pragma GCC unroll 4
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) sum[r][v] = load<Floats>(out + r * width + v * kWidth);
  }
  for (std::size_t i = 0; i < count; ++i) {
    Floats weights[Vectors];
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) weights[v] = load<Floats>(matrix + i * width + v * kWidth);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
      for (std::size_t v = 0; v < Vectors; ++v) sum[r][v] += inputs[r * count + i] * weights[v];
    }
  }
#pragma GCC unroll 4
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) store(sum[r][v], out + r * width + v * kWidth);
  }
}

template <std::size_t Rows>
inline void add_products_rows(const float* __restrict inputs, std::size_t count, const float* __restrict matrix, std::size_t width, float* __restrict out) {
  // As many outputs at a time as the family holds in registers.
  constexpr std::size_t kVectors = Rows == 1 || kWidth == 16 ? 4 : 2;
  std::size_t first = 0;
  for (; first + kVectors * kWidth <= width; first += kVectors * kWidth) add_products_block<Rows, kVectors>(inputs, count, matrix + first, width, out + first);
  for (; first < width; first += kWidth) add_products_block<Rows, 1>(inputs, count, matrix + first, width, out + first);
}

inline void add_products_loop(const float* __restrict inputs, std::size_t rows, std::size_t count, const float* __restrict matrix, std::size_t width,
                              float* __restrict out) {
  std::size_t r = 0;
  for (; r + 4 <= rows; r += 4) add_products_rows<4>(inputs + r * count, count, matrix, width, out + r * width);
  for (; r < rows; ++r) add_products_rows<1>(inputs + r * count, count, matrix, width, out + r * width);
}

inline void add_scaled_bytes_loop(const std::int8_t* __restrict values, float scale, float* __restrict out, std::size_t count) {
  using SignedBytes = std::int8_t __attribute__((vector_size(kWidth)));
  for (std::size_t j = 0; j < count; j += kWidth) {
    store(load<Floats>(out + j) + __builtin_convertvector(load<SignedBytes>(values + j), Floats) * scale, out + j);
  }
}

/// sums · scale + bias at one place.
inline Floats scaled_at(const std::int32_t* sums, const float* scale, const float* bias, std::size_t at) {
  return as_floats(load<Integers>(sums + at)) * load<Floats>(scale + at) + load<Floats>(bias + at);
}

inline void lstm_step_loop(const std::int32_t* __restrict from_input, const std::int32_t* __restrict from_state,
                           const float* __restrict input_scale, const float* __restrict state_scale, const float* __restrict bias,
                           float* __restrict cell, std::uint8_t* __restrict state, std::size_t units) {
  const auto pre = [&](std::size_t k) {
    return (as_floats(load<Integers>(from_input + k)) * load<Floats>(input_scale + k) +
            as_floats(load<Integers>(from_state + k)) * load<Floats>(state_scale + k)) +
           load<Floats>(bias + k);
  };
  // Two loops, so that a processor that looks ahead sees several rounds of each: one round's operations wait for one another.
  for (std::size_t j = 0; j < units; j += kWidth) {
    store(sigmoid(pre(units + j)) * load<Floats>(cell + j) + gated_tangent(pre(j), pre(2 * units + j)), cell + j);
  }
  for (std::size_t j = 0; j < units; j += kWidth) store(bytes_around_middle(gated_tangent(pre(3 * units + j), load<Floats>(cell + j)), 1.0f), state + j);
}

inline void exponentials_loop(const float* __restrict values, float greatest, float* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; j += kWidth) store(exponential(load<Floats>(values + j) - greatest), out + j);
}

inline void tanh_bytes_loop(const std::int32_t* __restrict sums, const float* __restrict scale, const float* __restrict bias,
                            std::uint8_t* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; j += kWidth) {
    store(bytes_around_middle(hyperbolic_tangent(scaled_at(sums, scale, bias, j)), 1.0f), out + j);
  }
}

inline void scaled_loop(const std::int32_t* __restrict sums, const float* __restrict scale, const float* __restrict bias, float* __restrict out,
                        std::size_t count) {
  for (std::size_t j = 0; j < count; j += kWidth) store(scaled_at(sums, scale, bias, j), out + j);
}

inline void rectified_bytes_loop(const std::int32_t* __restrict sums, const float* __restrict scale, const float* __restrict bias, float slope,
                                 float limit, std::uint8_t* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; j += kWidth) {
    store(bytes_around_middle(rectified(scaled_at(sums, scale, bias, j), slope), limit), out + j);
  }
}

inline void rectified_sum_bytes_loop(const float* __restrict left, const float* __restrict right, float slope, float limit,
                                     std::uint8_t* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; j += kWidth) {
    store(bytes_around_middle(rectified(load<Floats>(left + j) + load<Floats>(right + j), slope), limit), out + j);
  }
}

/// A family's kernels: its own product, and the loops above compiled with its flags.
constexpr Kernels elementwise_kernels(std::string_view name, decltype(Kernels::multiply) multiply) {
  return {name,        multiply,        add_products_loop, add_scaled_bytes_loop, lstm_step_loop, exponentials_loop, tanh_bytes_loop,
          scaled_loop, rectified_bytes_loop, rectified_sum_bytes_loop};
}

}  // namespace
}  // namespace attache::language
