#include "coding/judgement/pair_data.h"

#include "base/utf8.h"
#include "coding/ontology.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>

namespace attache::coding {
namespace {

namespace dom = simdjson::dom;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// A name of capital letters, digits and hyphens that PLOVER does not use.
bool is_own_type(std::string_view name) {
  const bool letters = std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
  return letters && !name.empty() && event_type_from(name) == EventType::none && name != "YIELD";
}

/// Reads a file line by line; each kind of file says what a line means.
class LineReader {
 public:
  LineReader(const std::string& file, const std::function<void(const Error&)>& on_error) : file_(file), on_error_(on_error) {}
  virtual ~LineReader() = default;

  std::vector<RelatedPair> read(std::string_view bytes) {
    for (line_ = 1; !bytes.empty(); ++line_) {
      const auto end = bytes.find('\n');
      read_line(bytes.substr(0, end));
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
    return std::move(pairs_);
  }

 protected:
  virtual void read_line(std::string_view line) = 0;

  void report(std::string message) const {
    Place place{file_, {}, line_, {}};
    on_error_({ErrorKind::malformed, std::move(message), std::move(place), "left it out"});
  }

  std::string here() const { return file_ + ":" + std::to_string(line_); }

  const std::string& file_;
  const std::function<void(const Error&)>& on_error_;
  std::uint64_t line_ = 1;
  std::vector<RelatedPair> pairs_;
};

class CorpusReader final : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  void read_line(std::string_view line) override {
    const auto text = trim(line);
    if (text.empty() || text.front() == '#') return;
    if (line.front() == ' ' || line.front() == '\t') return read_pair(text);
    if (!is_valid_utf8(text)) return begin_nothing("the line is not valid UTF-8");
    read_sentence(text);
  }

  void begin_nothing(std::string message) {
    clear();
    report(std::move(message));
  }

  void clear() {
    sentence_.clear();
    spans_.clear();
    codes_.clear();
  }

  /// Takes the brackets out and notes where they stood.
  void read_sentence(std::string_view line) {
    clear();
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '[' && !open) {
        open = sentence_.size();
      } else if (line[i] == ']' && open && i + 1 < line.size() && line[i + 1] >= '1' && line[i + 1] <= '9') {
        const char number = line[++i];
        const TextSpan span{static_cast<std::uint32_t>(count_code_points(std::string_view(sentence_).substr(0, *open))), static_cast<std::uint32_t>(count_code_points(sentence_))};
        if (span.start == span.end || !spans_.emplace(number, span).second) return begin_nothing(std::string("participant ") + number + " is empty or stands twice");
        open.reset();
      } else {
        sentence_ += line[i];
      }
    }
    if (open) begin_nothing("a bracket is not closed");
  }

  void read_pair(std::string_view line) {
    if (sentence_.empty()) return report("a pair without a sentence above it");
    const auto blank = line.find(' ');
    if (line.size() > 2 && line[1] == '=') return read_code(line);
    if (line.size() < 3 || line[1] != '>' || blank != 3) return report("not a pair such as `1>2 COERCE/arrest`");
    const auto actor = spans_.find(line[0]);
    const auto recipient = spans_.find(line[2]);
    if (actor == spans_.end() || recipient == spans_.end() || line[0] == line[2]) return report("the pair names a participant that the sentence has not");
    std::string_view label = trim(line.substr(3));
    RelatedPair pair;
    pair.id = here();
    pair.text = sentence_;
    pair.actor = actor->second;
    pair.recipient = recipient->second;
    pair.actor_code = code_of(line[0]);
    pair.recipient_code = code_of(line[2]);
    if (const auto comma = label.find(','); comma != std::string_view::npos) {
      pair.modality = trim(label.substr(comma + 1));
      label = trim(label.substr(0, comma));
    }
    if (const auto slash = label.find('/'); slash != std::string_view::npos) {
      pair.mode = label.substr(slash + 1);
      label = label.substr(0, slash);
    }
    if (const auto colon = label.find(':'); colon != std::string_view::npos) {
      pair.own_type = label.substr(colon + 1);
      label = label.substr(0, colon);
      if (!is_own_type(pair.own_type)) return report("`" + pair.own_type + "` is no name for a type of one's own: capital letters, digits and -, and none of PLOVER's");
    }
    pair.event = label;
    if (!pair.own_type.empty() && pair.event == "none") return report("a type of one's own belongs to a PLOVER type, not to none");
    if (pair.event != "none" && event_type_from(pair.event) == EventType::none) return report("no PLOVER type is called " + pair.event);
    pairs_.push_back(std::move(pair));
  }

  void read_code(std::string_view line) {
    const auto code = line.substr(2);
    const bool letters = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!spans_.contains(line[0]) || !letters) return report("not whose code a participant has, such as `1=KEN`");
    codes_[line[0]] = code;
  }

  std::string code_of(char number) const {
    const auto found = codes_.find(number);
    return found == codes_.end() ? std::string() : found->second;
  }

  std::string sentence_;
  std::map<char, TextSpan> spans_;
  std::map<char, std::string> codes_;
};

class JsonReader final : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  static bool read_span(dom::element object, const char* name, TextSpan& span, std::string& code) {
    std::uint64_t start = 0, end = 0;
    std::string_view given;
    if (object[name]["code"].get(given) == simdjson::SUCCESS) code = given;
    if (object[name]["start"].get(start) != simdjson::SUCCESS || object[name]["end"].get(end) != simdjson::SUCCESS || start >= end || end > UINT32_MAX) return false;
    span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    return true;
  }

  void read_line(std::string_view line) override {
    if (trim(line).empty()) return;
    dom::element object;
    if (parser_.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) return report("the line is not JSON");
    RelatedPair pair;
    std::string_view text;
    if (object["text"].get(text) != simdjson::SUCCESS) return report("the object has no text");
    pair.text = text;
    if (!read_span(object, "actor", pair.actor, pair.actor_code) || !read_span(object, "recipient", pair.recipient, pair.recipient_code)) return report("actor or recipient has no start and end");
    if (std::max(pair.actor.end, pair.recipient.end) > count_code_points(text)) return report("actor or recipient ends behind the text");
    if (object["id"].get(text) == simdjson::SUCCESS) {
      pair.id = text;
    } else {
      pair.id = here();
    }
    if (object["event"].get(text) == simdjson::SUCCESS) pair.event = text;
    if (object["mode"].get(text) == simdjson::SUCCESS) pair.mode = text;
    if (object["own_type"].get(text) == simdjson::SUCCESS) pair.own_type = text;
    if (!pair.own_type.empty() && (!is_own_type(pair.own_type) || event_type_from(pair.event) == EventType::none)) {
      return report("own_type `" + pair.own_type + "` is no name for a type of one's own beside a PLOVER type");
    }
    pairs_.push_back(std::move(pair));
  }

  dom::parser parser_;
};

}  // namespace

std::vector<RelatedPair> read_pairs(std::string_view bytes, const std::string& file, const std::function<void(const Error&)>& on_error) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    on_error({ErrorKind::empty, "nothing in it", Place{file, {}, {}, {}}, "skipped it"});
    return {};
  }
  if (bytes[first] == '{') return JsonReader(file, on_error).read(bytes);
  return CorpusReader(file, on_error).read(bytes);
}

}  // namespace attache::coding
