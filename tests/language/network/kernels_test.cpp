/// Every family's kernels against a slow and obvious computation, and against each other bit by bit.

#include "language/network/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

namespace attache::language {
namespace {

template <typename T>
std::vector<T> random_values(std::size_t count, int low, int high, std::mt19937& random) {
  std::vector<T> values(count);
  for (T& value : values) value = static_cast<T>(low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
  return values;
}

std::vector<float> random_floats(std::size_t count, float reach, std::mt19937& random) {
  std::vector<float> values(count);
  for (float& value : values) value = std::uniform_real_distribution<float>(-reach, reach)(random);
  return values;
}

template <typename T>
void expect_same_bits(const std::vector<T>& one, const std::vector<T>& other, std::string_view kernels) {
  ASSERT_EQ(one.size(), other.size());
  EXPECT_EQ(std::memcmp(one.data(), other.data(), one.size() * sizeof(T)), 0) << kernels;
}

TEST(Kernels, ProductsAreExact) {
  std::mt19937 random(1);
  for (const std::size_t inputs : {4u, 48u, 128u, 160u, 368u}) {
    for (const std::size_t outputs : {16u, 48u, 64u, 96u, 640u}) {
      for (const std::size_t rows : {1u, 2u, 3u, 4u, 5u, 6u, 13u}) {
        const std::size_t stride = inputs + 8;
        const auto bytes = random_values<std::uint8_t>(rows * stride, 0, 127, random);
        const auto weights = random_values<std::int8_t>(outputs * inputs, -127, 127, random);
        std::vector<std::int32_t> expected(rows * outputs, 0);
        for (std::size_t r = 0; r < rows; ++r) {
          for (std::size_t o = 0; o < outputs; ++o) {
            for (std::size_t i = 0; i < inputs; ++i) {
              // Packed: blocks of sixteen outputs, within them four inputs at a time.
              const auto at = o / kLanes * inputs * kLanes + i / kStep * kLanes * kStep + o % kLanes * kStep + i % kStep;
              expected[r * outputs + o] += bytes[r * stride + i] * weights[at];
            }
          }
        }
        for (const auto* kernels : available_kernels()) {
          std::vector<std::int32_t> sums(rows * outputs, -1);
          kernels->multiply(bytes.data(), rows, stride, {weights.data(), outputs, inputs}, sums.data(), outputs);
          ASSERT_EQ(sums, expected) << kernels->name << ' ' << rows << "×" << inputs << "×" << outputs;
        }
      }
    }
  }
}

TEST(Kernels, ElementWiseFunctionsAgreeBitByBit) {
  std::mt19937 random(2);
  constexpr std::size_t units = 160, gates = 4 * units;
  const auto from_input = random_values<std::int32_t>(gates, -900'000, 900'000, random), from_state = random_values<std::int32_t>(gates, -900'000, 900'000, random);
  const auto scale = random_floats(gates, 1e-4f, random), bias = random_floats(gates, 8.0f, random);
  const auto left = random_floats(units, 9.0f, random), right = random_floats(units, 9.0f, random), start = random_floats(units, 3.0f, random);
  constexpr std::size_t rows = 6;  // four at once and two one by one
  const auto inputs = random_floats(rows * 70, 2.0f, random), matrix = random_floats(70 * units, 1.0f, random), begun = random_floats(rows * units, 3.0f, random);
  const auto weights = random_values<std::int8_t>(units, -127, 127, random);
  const auto results = [&](const Kernels& kernels) {
    struct {
      std::vector<float> cell, products, weighted, powers, scaled;
      std::vector<std::uint8_t> state, tangents, rectified, sums;
    } out;
    out.cell = start;
    out.products = begun;
    out.weighted = start;
    out.powers.resize(units);
    out.scaled.resize(gates);
    out.state.resize(units);
    out.tangents.resize(gates);
    out.rectified.resize(gates);
    out.sums.resize(units);
    kernels.lstm_step(from_input.data(), from_state.data(), scale.data(), scale.data(), bias.data(), out.cell.data(), out.state.data(), units);
    kernels.add_products(inputs.data(), rows, 70, matrix.data(), units, out.products.data());
    kernels.add_scaled_bytes(weights.data(), 0.37f, out.weighted.data(), units);
    kernels.exponentials(left.data(), 9.0f, out.powers.data(), units);
    kernels.scaled(from_input.data(), scale.data(), bias.data(), out.scaled.data(), gates);
    kernels.tanh_bytes(from_input.data(), scale.data(), bias.data(), out.tangents.data(), gates);
    kernels.rectified_bytes(from_input.data(), scale.data(), bias.data(), 0.1f, 4.0f, out.rectified.data(), gates);
    kernels.rectified_sum_bytes(left.data(), right.data(), 0.1f, 4.0f, out.sums.data(), units);
    return out;
  };
  const auto expected = results(portable_kernels);
  for (const auto* kernels : available_kernels()) {
    const auto found = results(*kernels);
    expect_same_bits(found.cell, expected.cell, kernels->name);
    expect_same_bits(found.products, expected.products, kernels->name);
    expect_same_bits(found.weighted, expected.weighted, kernels->name);
    expect_same_bits(found.powers, expected.powers, kernels->name);
    expect_same_bits(found.scaled, expected.scaled, kernels->name);
    expect_same_bits(found.state, expected.state, kernels->name);
    expect_same_bits(found.tangents, expected.tangents, kernels->name);
    expect_same_bits(found.rectified, expected.rectified, kernels->name);
    expect_same_bits(found.sums, expected.sums, kernels->name);
  }
  // And they are the functions they are called.
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t j = 0; j < units; ++j) {
      double sum = begun[r * units + j];
      for (std::size_t i = 0; i < 70; ++i) sum += static_cast<double>(inputs[r * 70 + i]) * matrix[i * units + j];
      EXPECT_NEAR(expected.products[r * units + j], sum, 1e-4);
    }
  }
  for (std::size_t i = 0; i < units; ++i) {
    const double exact = std::exp(static_cast<double>(left[i]) - 9.0);
    EXPECT_NEAR(expected.powers[i], exact, 1e-5 * exact + 1e-12);
    const double value = static_cast<double>(from_input[i]) * scale[i] + bias[i];
    EXPECT_NEAR(expected.weighted[i], start[i] + weights[i] * 0.37, 1e-5);
    EXPECT_NEAR(expected.tangents[i], kMiddle + kReach * std::tanh(value), 0.51 + 1e-3);
  }
}

TEST(Kernels, AreFoundByName) {
  EXPECT_EQ(find_kernels("portable"), &portable_kernels);
  EXPECT_EQ(find_kernels(""), available_kernels().back());
  EXPECT_EQ(find_kernels("abacus"), nullptr);
}

}  // namespace
}  // namespace attache::language
