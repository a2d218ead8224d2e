#pragma once
/// How far coders of the same time and places agree: Attaché, GDELT, ICEWS, POLECAT, or two versions of one.

#include <attache/report.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace attache::outputs {

/// What two coders' events are set side by side by.
enum class CompareBy : std::uint8_t { all, type, dyad, month };

/// What must agree beside day and dyad for two events to be one.
enum class AgreeOn : std::uint8_t { type, quad };

/// Two coders within one group of events.
struct Agreement {
  std::string group;          ///< `COERCE`, `FRA>EGY`, `2014-03`; `all`.
  std::string first, second;  ///< The coders' names.
  std::uint64_t first_events = 0, second_events = 0;
  std::uint64_t both = 0;  ///< Events that both have.
  std::optional<double>
      correlation;  ///< Pearson's, of their counts by month within the group, zero-filled; nothing below three months or without variance.

  double share_of_first() const { return first_events ? static_cast<double>(both) / static_cast<double>(first_events) : 0; }
  double share_of_second() const { return second_events ? static_cast<double>(both) / static_cast<double>(second_events) : 0; }
  /// Jaccard's index: of all that either has, what both have.
  double jaccard() const {
    const auto either = first_events + second_events - both;
    return either ? static_cast<double>(both) / static_cast<double>(either) : 0;
  }
};

/// Gathers reports of any number of coders. An event is a day, a source's country, a target's country and a type (or quad class), however
/// often it is told: the field's one-a-day filter. Consultations, which some coders tell from both sides, have no direction. Memory grows
/// with the number of different events, not of reports.
class CoderComparison {
 public:
  explicit CoderComparison(AgreeOn agree_on) : agree_on_(agree_on) {}

  /// Denied, planned and supposed events, those without a day, a code on both sides, or a type do not count.
  void add(const Report& report);

  /// Each pair of coders in each group that either has events in; groups with most events first, of months in order. Two events are one
  /// when they are at most `within_days` apart; each event is matched once, the earliest possible first.
  std::vector<Agreement> agreements(CompareBy by, unsigned within_days) const;

  const std::vector<std::string>& coders() const { return coders_; }
  std::uint64_t counted() const { return counted_; }
  std::uint64_t left_out() const { return left_out_; }

 private:
  using Days = std::vector<std::int32_t>;  // in order, each once
  struct Kind {
    std::uint32_t dyad;
    std::uint32_t type;
    bool operator<(const Kind& other) const { return dyad != other.dyad ? dyad < other.dyad : type < other.type; }
  };

  std::uint32_t number_of(std::string_view name, std::vector<std::string>& names, std::unordered_map<std::string, std::uint32_t>& numbers);

  AgreeOn agree_on_;
  std::vector<std::string> coders_, dyads_, types_;
  std::unordered_map<std::string, std::uint32_t> coder_numbers_, dyad_numbers_, type_numbers_;
  std::map<Kind, std::vector<Days>> events_;  // of each kind, days by coder
  std::uint64_t counted_ = 0, left_out_ = 0;
};

}  // namespace attache::outputs
