#pragma once
/// Reading the fields of a JSON object into a struct's members, with the first thing that is wrong named by its path.

#include <attache/date.h>
#include <attache/error.h>

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// Keeps the first trouble of a record.
class FieldTrouble {
 public:
  void say(std::string message) {
    if (!error_) error_ = Error{ErrorKind::malformed, std::move(message), {}, ""};
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  std::optional<Error> error_;
};

/// The fields of one object. A field that is absent or null leaves the member as it is; one of the wrong kind is trouble,
/// named by its path from the record's root: "`actor[1].start` is no whole number".
class JsonFields {
 public:
  JsonFields(simdjson::dom::object object, std::string path, FieldTrouble& trouble)
      : object_(object), path_(std::move(path)), trouble_(&trouble) {}

  void text(std::string_view name, std::string& member) const;
  /// A list of texts; a single text is a list of one.
  void texts(std::string_view name, std::vector<std::string>& member) const;
  void day(std::string_view name, std::optional<Day>& member) const;
  /// A number from `least` to `most`.
  void number(std::string_view name, double least, double most, std::optional<double>& member) const;
  void number(std::string_view name, double least, double most, double& member) const;
  /// A whole number from 0 to `most`.
  std::optional<std::uint64_t> count(std::string_view name, std::uint64_t most = UINT64_MAX) const;
  template <typename Number>
  void whole_number(std::string_view name, Number& member) const {
    if (const auto value = count(name, std::uint64_t{std::numeric_limits<Number>::max()})) member = static_cast<Number>(*value);
  }
  /// Calls `read(fields)` for the object of that name.
  template <typename Read>
  void object(std::string_view name, const Read& read) const {
    const auto value = field(name);
    if (!value) return;
    simdjson::dom::object inner;
    if (value->get(inner) != simdjson::SUCCESS) return wrong(name, "is no object");
    read(JsonFields(inner, inner_path(name), *trouble_));
  }
  /// Calls `read(fields)` for each object of the list of that name.
  template <typename Read>
  void objects(std::string_view name, const Read& read) const {
    const auto value = field(name);
    if (!value) return;
    simdjson::dom::array list;
    if (value->get(list) != simdjson::SUCCESS) return wrong(name, "is no list");
    std::size_t index = 0;
    for (const auto element : list) {
      const std::string place = inner_path(name) + "[" + std::to_string(index++) + "]";
      simdjson::dom::object inner;
      if (element.get(inner) != simdjson::SUCCESS) return trouble_->say("`" + place + "` is no object");
      read(JsonFields(inner, place, *trouble_));
    }
  }

  /// The value of that name; nothing when it is absent or null.
  std::optional<simdjson::dom::element> field(std::string_view name) const;
  bool has(std::string_view name) const { return field(name).has_value(); }
  /// Names of the object's fields, in order.
  std::vector<std::string> names() const;
  /// Says that the field of that name is wrong: `how` is "is no text".
  void wrong(std::string_view name, std::string_view how) const;

 private:
  std::string inner_path(std::string_view name) const;

  simdjson::dom::object object_;
  std::string path_;
  FieldTrouble* trouble_;
};

}  // namespace attache::outputs
