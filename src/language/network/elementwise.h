#pragma once
/// The element-wise functions of the network, included once by the kernels of each family of processors.
///
/// Everything is in an unnamed namespace on purpose: each family's file must get its own copy, compiled with its own flags.

#include "language/network/kernels.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace attache::language {
namespace {

/// e to the power x, relative error below 1e-6. x is held to ±87, where float ends. Range reduction by ln 2 in two parts
/// (Cody and Waite) and the Taylor polynomial of degree 6 on ±ln2/2.
inline float exponential(float x) {
  x = x > 87.0f ? 87.0f : x;
  x = x < -87.0f ? -87.0f : x;
  // Adding and taking away 1.5·2²³ rounds to the nearest integer without a call.
  const float rounder = 12582912.0f;
  const float shifted = x * 1.44269504f + rounder;
  const float n = shifted - rounder;
  const float r = (x - n * 0.693359375f) - n * -2.12194440e-4f;
  float p = 1.0f / 720.0f;
  p = p * r + 1.0f / 120.0f;
  p = p * r + 1.0f / 24.0f;
  p = p * r + 1.0f / 6.0f;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  const auto exponent = static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127) << 23;
  return p * std::bit_cast<float>(exponent);
}

inline float sigmoid(float x) { return 1.0f / (1.0f + exponential(-x)); }
inline float hyperbolic_tangent(float x) { return 2.0f / (1.0f + exponential(-2.0f * x)) - 1.0f; }

/// A value of -1–1 as a byte around the middle.
inline std::uint8_t unit_byte(float value) {
  return static_cast<std::uint8_t>(static_cast<std::int32_t>(value * static_cast<float>(kReach) + (static_cast<float>(kMiddle) + 0.5f)));
}

inline void add_scaled_loop(float x, const float* __restrict row, float* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; ++j) out[j] += x * row[j];
}

inline void lstm_step_loop(const std::int32_t* __restrict from_input, const std::int32_t* __restrict from_state,
                           const float* __restrict input_scale, const float* __restrict state_scale, const float* __restrict bias,
                           float* __restrict cell, std::uint8_t* __restrict state, std::size_t units) {
  for (std::size_t j = 0; j < units; ++j) {
    const auto pre = [&](std::size_t k) {
      return (static_cast<float>(from_input[k]) * input_scale[k] + static_cast<float>(from_state[k]) * state_scale[k]) + bias[k];
    };
    const float input = sigmoid(pre(j));
    const float forget = sigmoid(pre(units + j));
    const float candidate = hyperbolic_tangent(pre(2 * units + j));
    const float output = sigmoid(pre(3 * units + j));
    const float now = forget * cell[j] + input * candidate;
    cell[j] = now;
    state[j] = unit_byte(output * hyperbolic_tangent(now));
  }
}

inline void exponentials_loop(const float* __restrict values, float greatest, float* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; ++j) out[j] = exponential(values[j] - greatest);
}

inline void tanh_bytes_loop(const std::int32_t* __restrict sums, const float* __restrict scale, const float* __restrict bias,
                            std::uint8_t* __restrict out, std::size_t count) {
  for (std::size_t j = 0; j < count; ++j) out[j] = unit_byte(hyperbolic_tangent(static_cast<float>(sums[j]) * scale[j] + bias[j]));
}

}  // namespace
}  // namespace attache::language
