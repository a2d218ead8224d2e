#pragma once
/// A thin hand over RapidJSON's streaming writer: absent fields stay absent, as the event record asks.

#include <attache/date.h>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// Writes one JSON value after another into memory. Keys come in the order they are written.
class JsonWriter {
 public:
  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }

  void key(std::string_view name) { writer_.Key(name.data(), length(name)); }
  void value(std::string_view text) { writer_.String(text.data(), length(text)); }
  void value(double number) { whole(number) ? writer_.Int64(static_cast<std::int64_t>(number)) : writer_.Double(number); }
  void value(std::uint32_t number) { writer_.Uint(number); }

  /// A field that is left out when the text is empty.
  void field(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    key(name);
    value(text);
  }
  void field(std::string_view name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    key(name);
    begin_array();
    for (const auto& text : texts) value(text);
    end_array();
  }
  void field(std::string_view name, const std::optional<Day>& day) {
    if (day) field(name, to_iso(*day));
  }
  void field(std::string_view name, const std::optional<double>& number) {
    if (!number) return;
    key(name);
    value(*number);
  }
  void number(std::string_view name, std::uint64_t n) {
    key(name);
    writer_.Uint64(n);
  }

  /// What has been written, as one line without its end.
  std::string_view line() const { return {buffer_.GetString(), buffer_.GetSize()}; }
  void clear() {
    buffer_.Clear();
    writer_.Reset(buffer_);
  }

 private:
  /// True for whole numbers that a double holds exactly; they are written without a decimal point.
  static bool whole(double number) { return std::abs(number) < 9007199254740992.0 && number == std::trunc(number); }
  static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace attache::outputs
