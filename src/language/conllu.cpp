#include "language/conllu.h"

#include "base/utf8.h"
#include "language/tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace attache {
namespace {

constexpr std::size_t columns = 10;
using Row = std::array<std::string_view, columns>;
enum Column : std::size_t { id_column, form_column, lemma_column, upos_column, xpos_column, features_column, head_column, relation_column, enhanced_column, misc_column };

constexpr std::array<std::string_view, 7> name_labels = {"", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};

/// The unsigned number that the whole text spells.
std::optional<std::uint32_t> number_from(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The value of `key=` in a column of `a=b|c=d`; empty without it.
std::string_view attribute(std::string_view column, std::string_view key) {
  while (!column.empty()) {
    const std::string_view item = column.substr(0, column.find('|'));
    if (item.size() > key.size() && item.substr(0, key.size()) == key && item[key.size()] == '=') return item.substr(key.size() + 1);
    column.remove_prefix(std::min(column.size(), item.size() + 1));
  }
  return {};
}

std::optional<Upos> upos_from(std::string_view name) {
  if (name == "_") return Upos::x;
  for (int i = 0; i <= static_cast<int>(Upos::x); ++i) {
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return std::nullopt;
}

/// A surface token: one word, or a multi-word token with the ids of its words.
struct Surface {
  std::string_view form;
  std::uint32_t first = 0, last = 0;  ///< Ids, both inclusive, from 1.
  bool space_after = true;
};

/// Gathers the lines of one sentence and makes it of them.
class SentenceReader {
 public:
  explicit SentenceReader(std::uint64_t line) : first_line_(line) {}

  /// True when only comments were added.
  bool empty() const { return !has_rows_; }
  std::uint64_t error_line() const { return error_line_; }
  const std::string& error() const { return error_; }
  const std::string& notice() const { return notice_; }
  std::uint64_t first_line() const { return first_line_; }

  void add(std::string_view line, std::uint64_t number) {
    bytes_ += line.size() + 1;
    if (!error_.empty()) return;
    if (line.front() == '#') return add_comment(line);
    has_rows_ = true;
    Row row;
    if (!split(line, row)) return fail(number, "a line of CoNLL-U has ten columns separated by tabs");
    if (row[id_column].find('.') != std::string_view::npos) return;
    const std::size_t hyphen = row[id_column].find('-');
    if (hyphen != std::string_view::npos) return add_range(row, hyphen, number);
    add_word(row, number);
  }

  /// The sentence, or nothing when it has an error.
  std::optional<OwnedSentence> finish() {
    if (error_.empty() && words_.empty()) fail(first_line_, "the sentence has no words");
    if (error_.empty()) check_tree();
    if (!error_.empty()) return std::nullopt;
    OwnedSentence owned;
    owned.id = std::string(id_);
    owned.begins_document = begins_document_;
    owned.begins_paragraph = begins_paragraph_ || begins_document_;
    owned.space_after = surfaces_.back().space_after;
    owned.storage = std::make_unique<std::string>();
    owned.storage->reserve(2 * bytes_ + 16);  // everything stored comes from the lines, so views stay valid
    place_text(owned);
    fill_words(owned);
    return owned;
  }

 private:
  struct Word {
    Row row;
    std::uint32_t head = 0;
    Upos upos = Upos::x;
    std::uint64_t line = 0;
  };

  void fail(std::uint64_t line, std::string message) {
    error_line_ = line;
    error_ = std::move(message);
  }

  static bool split(std::string_view line, Row& row) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t tab = line.find('\t');
      if ((tab == std::string_view::npos) != (c + 1 == columns)) return false;
      row[c] = line.substr(0, tab);
      if (row[c].empty()) return false;
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    return true;
  }

  void add_comment(std::string_view line) {
    const auto value = [&](std::string_view key) -> std::optional<std::string_view> {
      if (line.substr(0, key.size()) != key) return std::nullopt;
      return line.substr(key.size());
    };
    if (const auto text = value("# text = ")) text_ = *text;
    if (const auto id = value("# sent_id = ")) id_ = *id;
    if (value("# newdoc")) begins_document_ = true;
    if (value("# newpar")) begins_paragraph_ = true;
  }

  void add_range(const Row& row, std::size_t hyphen, std::uint64_t number) {
    const auto first = number_from(row[id_column].substr(0, hyphen)), last = number_from(row[id_column].substr(hyphen + 1));
    if (!first || !last || *first != words_.size() + 1 || *last < *first || *first <= covered_) return fail(number, "the range of a multi-word token is out of order");
    surfaces_.push_back({row[form_column], *first, *last, attribute(row[misc_column], "SpaceAfter") != "No"});
    covered_ = *last;
  }

  void add_word(const Row& row, std::uint64_t number) {
    const auto id = number_from(row[id_column]);
    if (!id || *id != words_.size() + 1) return fail(number, "word ids do not count up from 1");
    Word word{row, 0, Upos::x, number};
    const auto upos = upos_from(row[upos_column]);
    if (!upos) return fail(number, "there is no part of speech " + std::string(row[upos_column]));
    word.upos = *upos;
    if (row[head_column] == "_") {
      has_tree_ = false;
    } else {
      const auto head = number_from(row[head_column]);
      if (!head) return fail(number, "the head is no number");
      word.head = *head;
    }
    words_.push_back(word);
    if (*id > covered_) {
      surfaces_.push_back({row[form_column], *id, *id, attribute(row[misc_column], "SpaceAfter") != "No"});
      covered_ = *id;
    }
  }

  void check_tree() {
    if (surfaces_.back().last > words_.size()) return fail(words_.back().line, "a multi-word token has fewer words than its range");
    if (!has_tree_) return;
    std::size_t roots = 0;
    for (const Word& word : words_) {
      if (word.head > words_.size()) return fail(word.line, "the head is no token of the sentence");
      roots += word.head == 0 ? 1 : 0;
    }
    if (roots != 1) return fail(first_line_, "the sentence has " + std::to_string(roots) + " roots");
    check_cycles();
  }

  /// Every word must reach the root: each step up is taken once.
  void check_cycles() {
    std::vector<std::uint32_t> seen(words_.size() + 1, 0);  // the word from which it was first reached
    for (std::uint32_t start = 1; start <= words_.size(); ++start) {
      std::uint32_t i = start;
      while (i != 0 && seen[i] == 0) {
        seen[i] = start;
        i = words_[i - 1].head;
      }
      if (i != 0 && seen[i] == start) return fail(words_[i - 1].line, "the heads run in a circle");
    }
  }

  /// Stores the text and finds each surface token in it.
  void place_text(OwnedSentence& owned) {
    std::string& storage = *owned.storage;
    if (!spells(text_)) {
      if (!text_.empty()) notice_ = "the forms do not spell the text";
      const std::size_t begin = storage.size();
      for (const Surface& surface : surfaces_) {
        storage += surface.form;
        if (surface.space_after && &surface != &surfaces_.back()) storage += ' ';
      }
      owned.sentence.text = std::string_view(storage).substr(begin);
    } else {
      storage += text_;
      owned.sentence.text = storage;
    }
  }

  /// True when the surface forms, with blanks between them, are the text.
  bool spells(std::string_view text) const {
    for (const Surface& surface : surfaces_) {
      while (!text.empty() && is_blank(text)) text.remove_prefix(blank_length(text));
      if (text.substr(0, surface.form.size()) != surface.form) return false;
      text.remove_prefix(surface.form.size());
    }
    while (!text.empty() && is_blank(text)) text.remove_prefix(blank_length(text));
    return text.empty();
  }

  static bool is_blank(std::string_view text) { return text.front() == ' ' || text.substr(0, 2) == "\u00A0"; }
  static std::size_t blank_length(std::string_view text) { return text.front() == ' ' ? 1 : 2; }

  std::string_view store(OwnedSentence& owned, std::string_view text) const {
    if (text == "_") return {};
    const std::size_t begin = owned.storage->size();
    *owned.storage += text;
    return std::string_view(*owned.storage).substr(begin);
  }

  void fill_words(OwnedSentence& owned) {
    Sentence& sentence = owned.sentence;
    sentence.parsed = has_tree_;
    sentence.tokens.resize(words_.size());
    std::size_t byte = 0;
    std::uint32_t code_point = 0;
    for (const Surface& surface : surfaces_) {
      while (is_blank(sentence.text.substr(byte)) && sentence.text.substr(byte, surface.form.size()) != surface.form) {
        byte += blank_length(sentence.text.substr(byte));
        ++code_point;
      }
      place_words(sentence, surface, byte, code_point);
      byte += surface.form.size();
      code_point += static_cast<std::uint32_t>(count_code_points(surface.form));
    }
    sentence.end = static_cast<std::uint32_t>(count_code_points(sentence.text));
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      Token& token = sentence.tokens[i];
      const bool underscore = word.row[form_column] == "_" && word.row[lemma_column] == "_";
      token.lemma = underscore ? token.text : store(owned, word.row[lemma_column]);
      token.xpos = store(owned, word.row[xpos_column]);
      token.upos = word.upos;
      token.head = has_tree_ ? static_cast<std::int32_t>(word.head) - 1 : -1;
      token.relation = word.row[relation_column] == "_" ? Relation::other : relation_from(word.row[relation_column]);
      const auto label = std::find(name_labels.begin() + 1, name_labels.end(), attribute(word.row[misc_column], "Entity"));
      if (label != name_labels.end()) token.name = static_cast<NameTag>(label - name_labels.begin());
    }
  }

  void place_words(Sentence& sentence, const Surface& surface, std::size_t byte, std::uint32_t code_point) const {
    std::string spelled;
    for (std::uint32_t id = surface.first; id <= surface.last; ++id) spelled += words_[id - 1].row[form_column];
    const bool split = spelled == surface.form;
    for (std::uint32_t id = surface.first; id <= surface.last; ++id) {
      Token& token = sentence.tokens[id - 1];
      const std::size_t size = split ? words_[id - 1].row[form_column].size() : surface.form.size();
      token.text = sentence.text.substr(byte, size);
      token.start = code_point;
      token.end = code_point + static_cast<std::uint32_t>(count_code_points(token.text));
      token.joined = id > surface.first;
      token.space_after = id == surface.last && (surface.space_after || &surface == &surfaces_.back());
      if (split) {
        byte += size;
        code_point = token.end;
      }
    }
  }

  std::uint64_t first_line_;
  std::uint64_t error_line_ = 0;
  std::string error_;
  std::string notice_;
  std::size_t bytes_ = 0;
  std::string_view text_, id_;
  bool begins_document_ = false, begins_paragraph_ = false, has_tree_ = true, has_rows_ = false;
  std::uint32_t covered_ = 0;
  std::vector<Word> words_;
  std::vector<Surface> surfaces_;
};

/// The words of a sentence without a tree, on one line.
std::string unparsed_text(const Sentence& sentence) {
  std::string out;
  for (const Token& token : sentence.tokens) {
    if (!out.empty()) out += ' ';
    out += token.text;
  }
  return out.empty() ? out : out += '\n';
}

void append_row(std::string& out, std::string_view id, std::string_view form) {
  out += id;
  out += '\t';
  out += form;
}

}  // namespace

std::vector<OwnedSentence> read_conllu(std::string_view text, const std::string& file, const std::function<void(const Error&)>& on_error) {
  std::vector<OwnedSentence> sentences;
  if (!is_valid_utf8(text)) {
    on_error({ErrorKind::encoding, "CoNLL-U is UTF-8, and this is not", {file}, "skipped the file"});
    return sentences;
  }
  std::uint64_t number = 0;
  std::optional<SentenceReader> reader;
  const auto close = [&] {
    if (!reader) return;
    auto sentence = reader->finish();
    if (!sentence && !reader->empty()) on_error({ErrorKind::malformed, reader->error(), {file, std::nullopt, reader->error_line()}, "skipped the sentence"});
    if (sentence && !reader->notice().empty()) on_error({ErrorKind::malformed, reader->notice(), {file, std::nullopt, reader->first_line()}, "took the forms"});
    if (sentence) {
      sentence->sentence.sequence = static_cast<std::uint32_t>(sentences.size());
      sentences.push_back(std::move(*sentence));
    }
    reader.reset();
  };
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) {
      close();
    } else {
      if (!reader) reader.emplace(number);
      reader->add(line, number);
    }
  }
  close();
  return sentences;
}

std::string to_conllu(const Sentence& sentence, std::string_view id) {
  std::string out;
  if (!id.empty()) out.append("# sent_id = ").append(id) += '\n';
  out.append("# text = ").append(sentence.text) += '\n';
  const auto or_none = [](std::string_view text) { return text.empty() ? std::string_view("_") : text; };
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    std::size_t last = i;
    while (last + 1 < sentence.tokens.size() && sentence.tokens[last + 1].joined) ++last;
    const bool spaced = sentence.tokens[last].space_after;
    if (last > i && !token.joined) {
      const std::string_view end = sentence.tokens[last].text;
      append_row(out, std::to_string(i + 1) + "-" + std::to_string(last + 1),
                 {token.text.data(), static_cast<std::size_t>(end.data() + end.size() - token.text.data())});
      out.append("\t_\t_\t_\t_\t_\t_\t_\t").append(spaced ? "_" : "SpaceAfter=No") += '\n';
    }
    append_row(out, std::to_string(i + 1), token.text);
    out.append("\t").append(or_none(token.lemma)).append("\t").append(sentence.parsed ? name_of(token.upos) : "_");
    out.append("\t").append(or_none(token.xpos)).append("\t_\t");
    out.append(sentence.parsed ? std::to_string(token.head + 1) : "_").append("\t").append(sentence.parsed ? name_of(token.relation) : "_").append("\t_\t");
    if (last == i && !token.joined && !spaced) out += "SpaceAfter=No|";
    out.append("TokenRange=").append(std::to_string(token.start)).append(":").append(std::to_string(token.end));
    if (token.name != NameTag::none) out.append("|Entity=").append(name_labels[static_cast<std::size_t>(token.name)]);
    out += '\n';
  }
  return out += '\n';
}

std::string to_tree_text(const Sentence& sentence) {
  if (!sentence.parsed) return unparsed_text(sentence);
  const Tree tree(sentence);
  // Beyond this depth the drawing would grow with the square of the sentence, and nobody could read it.
  constexpr std::size_t deepest_drawn = 40;
  struct Line {
    Tree::Index token;
    std::string prefix;  ///< What the lines below it begin with.
    bool last;
    std::size_t depth;
  };
  std::string out;
  std::vector<Line> pending;
  for (Tree::Index i = tree.size(); i-- > 0;) {
    if (tree.governor(i) == Tree::none) pending.push_back({i, "", true, 0});
  }
  while (!pending.empty()) {
    const Line line = std::move(pending.back());
    pending.pop_back();
    const Token& token = tree.token(line.token);
    if (line.depth > 0) out.append(line.prefix).append(line.last ? "└─ " : "├─ ");
    out.append(token.text).append("  ").append(name_of(token.relation)).append("  ").append(name_of(token.upos));
    if (!token.lemma.empty()) out.append(" ").append(token.lemma);
    out += '\n';
    const bool deep = line.depth >= deepest_drawn;
    const std::string below = line.depth == 0 || deep ? line.prefix : line.prefix + (line.last ? "   " : "│  ");
    const auto children = tree.children(line.token);
    for (auto child = children.rbegin(); child != children.rend(); ++child) pending.push_back({*child, below, child == children.rbegin(), line.depth + 1});
  }
  return out;
}

}  // namespace attache
