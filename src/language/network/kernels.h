#pragma once
/// The inner loops of the network: integer matrix products and the element-wise functions around them.
///
/// Activations are unsigned bytes 0–127 and weights signed bytes -127–127, summed in 32 bits: no product of two neighbours
/// passes 16 bits, so every family of processors gives the same integers. The element-wise functions are float code with one
/// order of operations and no fused multiply-add, compiled once for each family: the same bits everywhere.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace attache::language {

/// Signed values are stored as unsigned bytes around this middle; the sum over a row's weights takes it out again.
constexpr int kMiddle = 64;
/// An activation's greatest distance from the middle.
constexpr int kReach = 63;
/// Outputs are computed this many at a time: a packed matrix has its rows padded to it, and every `count` below is a multiple.
constexpr std::size_t kLanes = 16;
/// Inputs are multiplied this many at a time; a packed matrix has its columns padded to it.
constexpr std::size_t kStep = 4;

constexpr std::size_t padded(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

/// A signed byte matrix of `outputs` × `inputs`, both padded, laid out for the kernels: for each block of 16 outputs, for each
/// 4 inputs, 16 times those 4 weights.
struct PackedMatrix {
  const std::int8_t* weights = nullptr;
  std::size_t outputs = 0;  ///< Multiple of 16.
  std::size_t inputs = 0;   ///< Multiple of 4.
};

struct Kernels {
  std::string_view name;
  /// sums[r * sums_stride + o] = Σᵢ rows[r * row_stride + i] · weights[o][i].
  void (*multiply)(const std::uint8_t* rows, std::size_t row_count, std::size_t row_stride, const PackedMatrix& matrix, std::int32_t* sums,
                   std::size_t sums_stride);
  /// out[r * width + j] += Σᵢ inputs[r * count + i] · matrix[i * width + j], added in the order of i, for each of `rows` rows. Several rows together are faster:
  /// the matrix is read once for them.
  void (*add_products)(const float* inputs, std::size_t rows, std::size_t count, const float* matrix, std::size_t width, float* out);
  /// out += values · scale.
  void (*add_scaled_bytes)(const std::int8_t* values, float scale, float* out, std::size_t count);
  /// One step of a long short-term memory: gates in the order input, forget, cell, output, each of `units`;
  /// pre-activation = from_input · input_scale + from_state · state_scale + bias. Updates `cell`, writes the new state as bytes.
  void (*lstm_step)(const std::int32_t* from_input, const std::int32_t* from_state, const float* input_scale, const float* state_scale,
                    const float* bias, float* cell, std::uint8_t* state, std::size_t units);
  /// out = exp(values - greatest), for a soft maximum.
  void (*exponentials)(const float* values, float greatest, float* out, std::size_t count);
  /// out = byte of tanh(sums · scale + bias).
  void (*tanh_bytes)(const std::int32_t* sums, const float* scale, const float* bias, std::uint8_t* out, std::size_t count);
  /// out = sums · scale + bias.
  void (*scaled)(const std::int32_t* sums, const float* scale, const float* bias, float* out, std::size_t count);
  /// out = byte of sums · scale + bias, negative values times `slope`, held to ±limit.
  void (*rectified_bytes)(const std::int32_t* sums, const float* scale, const float* bias, float slope, float limit, std::uint8_t* out,
                          std::size_t count);
  /// out = byte of left + right, negative values times `slope`, held to ±limit.
  void (*rectified_sum_bytes)(const float* left, const float* right, float slope, float limit, std::uint8_t* out, std::size_t count);
};

/// The kernels that this processor and system can run, slowest first: "portable", and where there are "avx2" and "avx512".
std::span<const Kernels* const> available_kernels();

/// Those of that name, or nothing when this processor lacks them; the fastest for an empty name.
const Kernels* find_kernels(std::string_view name);

extern const Kernels portable_kernels;
#if defined(__x86_64__)
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;  ///< With the VNNI extension.
#endif

}  // namespace attache::language
