#include "stories/fingerprint.h"

#include "base/hash.h"
#include "base/key_set.h"
#include "stories/bytes.h"
#include "stories/measures.h"
#include "stories/news_words.h"
#include "stories/page_marks.h"

#include <algorithm>

namespace attache::stories {
namespace {

/// The words that the lead sketch looks at.
constexpr std::size_t lead_words = 50;

/// Texts that begin with the same words are looked at.
constexpr std::size_t opening_words = 8;

/// The names whose pairs are keys.
constexpr std::size_t foremost_names = 8;

constexpr std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
  return hash ^ (hash >> 31);
}

constexpr std::uint64_t join(std::uint64_t a, std::uint64_t b) { return mix(a * 0x9e3779b97f4a7c15u + b); }

std::uint32_t to_32(std::uint64_t hash) { return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(hash >> 32)); }
std::uint16_t to_16(std::uint64_t hash) { return std::max<std::uint16_t>(1, static_cast<std::uint16_t>(hash >> 16)); }

/// Fills a sketch member by member and counts the distinct ones.
template <std::size_t slots>
class Sketcher {
 public:
  /// `seen` is emptied, and lent until the sketch is done.
  explicit Sketcher(KeySet& seen) : seen_(seen) {
    least_.fill(UINT32_MAX);
    seen_.clear();
  }

  void add(std::uint64_t member) {
    if (!seen_.add(member)) return;
    const std::uint64_t hash = mix(member);
    const std::size_t slot = static_cast<std::size_t>(((hash >> 32) * slots) >> 32);
    least_[slot] = std::min(least_[slot], static_cast<std::uint32_t>(hash));
  }

  std::uint16_t count() const { return static_cast<std::uint16_t>(std::min<std::size_t>(seen_.size(), UINT16_MAX)); }

  Sketch<slots> sketch() const {
    Sketch<slots> sketch{};
    for (std::size_t i = 0; i < slots; ++i) {
      // The least hash is small, so its high bits say little: its low ones tell members apart.
      if (least_[i] != UINT32_MAX) sketch[i] = std::max<std::uint16_t>(1, static_cast<std::uint16_t>(least_[i]));
    }
    return sketch;
  }

 private:
  std::array<std::uint32_t, slots> least_;
  KeySet& seen_;
};

/// Counts names; those that stand only where a sentence begins or in the headline are none.
class NameCounter {
 public:
  void add(const NewsWord& word) {
    if (word.name || word.maybe_name) names_.push_back({word.form, 1, static_cast<std::uint32_t>(names_.size()), word.name});
  }

  std::array<std::uint32_t, 16> foremost() && {
    count();
    const bool any_sure = std::any_of(names_.begin(), names_.end(), [](const Name& name) { return name.sure; });
    if (any_sure) std::erase_if(names_, [](const Name& name) { return !name.sure; });
    std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.told != b.told ? a.told > b.told : a.first < b.first; });
    std::array<std::uint32_t, 16> foremost{};
    for (std::size_t i = 0; i < std::min(names_.size(), foremost.size()); ++i) foremost[i] = to_32(names_[i].form);
    return foremost;
  }

 private:
  struct Name {
    std::uint64_t form;
    std::uint32_t told;
    std::uint32_t first;  ///< The number of its first telling among all.
    bool sure;
  };

  /// Makes one of all tellings of a name.
  void count() {
    std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.form != b.form ? a.form < b.form : a.first < b.first; });
    std::size_t kept = 0;
    for (const Name& name : names_) {
      if (kept > 0 && names_[kept - 1].form == name.form) {
        ++names_[kept - 1].told;
        names_[kept - 1].sure = names_[kept - 1].sure || name.sure;
      } else {
        names_[kept++] = name;
      }
    }
    names_.resize(kept);
  }

  std::vector<Name> names_;  ///< Every telling, until they are counted.
};

std::string_view without_query(std::string_view url) { return url.substr(0, url.find_first_of("?#")); }

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('/'));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

void append_unique(std::uint64_t key, std::vector<std::uint64_t>& keys) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

/// Keys of neighbouring slots taken together, for every `step` slots. A pair with an empty slot is none.
template <std::size_t slots>
void append_pairs(const Sketch<slots>& sketch, std::size_t step, std::uint64_t kind, std::vector<std::uint64_t>& keys) {
  for (std::size_t i = 0; i + 1 < slots; i += step) {
    if (sketch[i] == 0 || sketch[i + 1] == 0) continue;
    append_unique(join(join(kind, i), (std::uint64_t{sketch[i]} << 16) | sketch[i + 1]), keys);
  }
}

}  // namespace

std::optional<Day> Fingerprint::day() const {
  if (published == no_day) return std::nullopt;
  return Day(std::chrono::days(published));
}

Fingerprint fingerprint(const ReportText& report) {
  // Kept from report to report, for they are large for pieces of memory that come and go.
  thread_local std::vector<NewsWord> title;
  thread_local std::vector<NewsWord> body;
  title.clear();
  body.clear();
  append_news_words(report.title, true, title);
  Fingerprint print;
  print.marks = marks_in(report.title);
  for (std::size_t i = 0; i < report.paragraphs.size(); ++i) {
    const std::string_view text = report.paragraphs[i];
    const std::uint16_t marks = can_be_note(i, report.paragraphs.size()) ? marks_in(text) : std::uint16_t{0};
    print.marks |= marks;
    if (marks != 0 || body.size() >= most_words_printed) continue;
    append_news_words(i == 0 ? without_dateline(text) : text, false, body);
  }
  if (body.size() > most_words_printed) body.resize(most_words_printed);

  thread_local KeySet seen_runs, seen_lead, seen_content;
  Sketcher<96> runs(seen_runs);
  Sketcher<32> lead(seen_lead);
  Sketcher<64> content(seen_content);
  NameCounter names;
  std::size_t titled = 0;
  for (const NewsWord& word : title) {
    names.add(word);
    if (!word.content) continue;
    content.add(word.stem);
    const std::uint16_t stem = to_16(word.stem);
    if (titled < print.title.size() && std::find(print.title.begin(), print.title.end(), stem) == print.title.end())
      print.title[titled++] = stem;
  }
  std::size_t numbered = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const NewsWord& word = body[i];
    names.add(word);
    if (word.content) content.add(word.stem);
    if (word.number && numbered < print.numbers.size()) {
      const std::uint32_t figure = word.measure != 0 ? word.measure : std::max(1U, to_32(word.form) & ~is_measure);
      if (std::find(print.numbers.begin(), print.numbers.end(), figure) == print.numbers.end()) print.numbers[numbered++] = figure;
    }
    if (i < 2) continue;
    const std::uint64_t run = join(join(body[i - 2].form, body[i - 1].form), word.form);
    runs.add(run);
    if (i < lead_words) lead.add(run);
  }
  if (body.size() >= opening_words) {
    std::uint64_t opening = 0;
    for (std::size_t i = 0; i < opening_words; ++i) opening = join(opening, body[i].form);
    print.opening = to_32(opening);
  }
  print.runs = runs.sketch();
  print.run_count = runs.count();
  print.lead = lead.sketch();
  print.lead_count = lead.count();
  print.content = content.sketch();
  print.content_count = content.count();
  print.names = std::move(names).foremost();
  if (report.published) print.published = static_cast<std::int32_t>(report.published->time_since_epoch().count());
  if (!report.url.empty()) print.page = to_32(stable_hash(without_query(report.url)));
  const std::string_view publication = report.publication.empty() ? host_of(report.url) : report.publication;
  if (!publication.empty()) print.publication = to_32(stable_hash(publication));
  return print;
}

Fingerprint fingerprint(const Document& document) {
  ReportText report;
  report.title = document.title;
  report.url = document.url.empty() ? document.short_url : document.url;
  report.publication = document.publication;
  report.published = document.published;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::body || block.kind == BlockKind::lead) report.paragraphs.push_back(block.text);
  }
  return fingerprint(report);
}

std::vector<std::uint64_t> bands(const Fingerprint& print) {
  std::vector<std::uint64_t> keys;
  append_pairs(print.runs, 8, 1, keys);
  append_pairs(print.lead, 8, 2, keys);
  if (print.page != 0) append_unique(join(3, print.page), keys);
  if (print.opening != 0) append_unique(join(6, print.opening), keys);
  return keys;
}

std::vector<std::uint64_t> name_pairs(const Fingerprint& print, std::span<const std::uint32_t> everyday) {
  std::vector<std::uint64_t> keys;
  const auto is_everyday = [&](std::uint32_t name) { return std::find(everyday.begin(), everyday.end(), name) != everyday.end(); };
  for (std::size_t i = 0; i < foremost_names && print.names[i] != 0; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (is_everyday(print.names[i]) && is_everyday(print.names[j])) continue;
      const auto [low, high] = std::minmax(print.names[i], print.names[j]);
      append_unique(join(4, (std::uint64_t{low} << 32) | high), keys);
    }
  }
  return keys;
}

namespace {

/// Calls `visit` with each field of either a constant or a mutable fingerprint.
template <typename Print, typename Visit>
void visit_fields(Print& print, Visit& visit) {
  const auto visit_all = [&](auto& fields) {
    for (auto& field : fields) visit(field);
  };
  visit_all(print.runs);
  visit_all(print.lead);
  visit_all(print.content);
  visit_all(print.names);
  visit_all(print.numbers);
  visit_all(print.title);
  visit(print.run_count);
  visit(print.lead_count);
  visit(print.content_count);
  visit(print.marks);
  visit(print.published);
  visit(print.opening);
  visit(print.page);
  visit(print.publication);
}

/// The first byte of a stored fingerprint; another number when its fields or hashes change.
constexpr char layout = 2;

}  // namespace

std::string to_bytes(const Fingerprint& print) {
  std::string bytes(1, layout);
  ByteWriter write(bytes);
  visit_fields(print, write);
  return bytes;
}

FingerprintBytes fingerprint_bytes() {
  static const std::size_t size = to_bytes(Fingerprint()).size();
  return {size, static_cast<std::uint8_t>(layout)};
}

std::optional<Fingerprint> fingerprint_from_bytes(std::string_view bytes) {
  if (bytes.size() != fingerprint_bytes().size || bytes.front() != layout) return std::nullopt;
  Fingerprint print;
  ByteReader read(bytes.substr(1));
  visit_fields(print, read);
  return print;
}

}  // namespace attache::stories
