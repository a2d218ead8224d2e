#include "reading/html_tree.h"

#include "reading/text.h"

#include <algorithm>
#include <memory_resource>

namespace attache::reading {
namespace {

void* allocate(void* memory, std::size_t size) { return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(size); }
void keep(void*, void*) {}

/// Elements that begin and end a line in print.
bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SPAN: case GUMBO_TAG_A: case GUMBO_TAG_TIME: return false;
    default: return true;
  }
}

/// Spans that sites set apart by style: a picture's text and its credit do not run into each other.
bool is_set_apart(std::string_view names) {
  for (const std::string_view word : {" caption ", " credit ", " copyright ", " credits "}) {
    if (names.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

/// True for a row of a table of facts, which reads as one line: two or more cells with a few words each and nothing but phrases in them. Tables that
/// lay out a page hold paragraphs, lists and other tables.
bool is_row_of_facts(const GumboElement& row) {
  constexpr std::size_t kLongestCell = 160, kLongestRow = 400;
  constexpr unsigned kMostCells = 24;
  if (row.children.length > 2 * kMostCells + 1) return false;
  std::size_t row_size = 0;
  unsigned filled = 0;
  for (unsigned i = 0; i < row.children.length; ++i) {
    const auto* cell = static_cast<const GumboNode*>(row.children.data[i]);
    if (cell->type != GUMBO_NODE_ELEMENT) continue;
    if (!is_cell(cell->v.element.tag)) return false;
    std::size_t cell_size = 0;
    const auto& parts = cell->v.element.children;
    for (unsigned j = 0; j < parts.length; ++j) {
      const auto* part = static_cast<const GumboNode*>(parts.data[j]);
      const bool phrase = part->type == GUMBO_NODE_ELEMENT && !is_block(part->v.element.tag);
      if (phrase && part->v.element.children.length > 1) return false;
      if (part->type == GUMBO_NODE_ELEMENT && !phrase) return false;
      const auto* text = !phrase ? part : part->v.element.children.length == 1 ? static_cast<const GumboNode*>(part->v.element.children.data[0]) : nullptr;
      if (text && text->type == GUMBO_NODE_ELEMENT) return false;
      if (text && text->type == GUMBO_NODE_TEXT) cell_size += trim(text->v.text.text).size();
    }
    if (cell_size > kLongestCell) return false;
    row_size += cell_size;
    filled += cell_size > 0;
  }
  return filled >= 2 && row_size <= kLongestRow;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const auto* found = gumbo_get_attribute(&element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

/// Appends the words of a class, id or role: "articleBody main-text" gives "article body main text", and "articlebody" stays as it is.
void append_words(std::string_view value, std::string& names) {
  char before = ' ';
  for (const char c : value) {
    if (!is_letter(c) && !is_digit(c)) {
      if (names.back() != ' ') names += ' ';
    } else {
      if (is_upper(c) && is_lower(before)) names += ' ';
      names += is_upper(c) ? static_cast<char>(c + 32) : c;
    }
    before = c;
  }
  if (names.back() != ' ') names += ' ';
}

}  // namespace

/// Walks the parser's tree without recursion and writes down elements and texts.
class HtmlTree::Builder {
 public:
  Builder(HtmlTree& tree) : tree_(tree) {}

  void build(const GumboNode* root) {
    struct Visit {
      const GumboNode* node;
      unsigned next_child;
      std::uint32_t element;
      std::uint32_t outer;
      bool outer_link;
    };
    std::vector<Visit> path;
    const auto enter = [&](const GumboNode* node) {
      const std::uint32_t outer = element_;
      const bool outer_link = in_link_;
      path.push_back({node, 0, begin(node), outer, outer_link});
    };
    enter(root);
    while (!path.empty()) {
      auto& visit = path.back();
      const auto& children = visit.node->v.element.children;
      if (visit.next_child < children.length) {
        const auto* child = static_cast<const GumboNode*>(children.data[visit.next_child++]);
        if (child->type == GUMBO_NODE_ELEMENT) {
          enter(child);
        } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
          add_text(child->v.text.text);
        }
        continue;
      }
      finish(visit.element);
      element_ = visit.outer;
      in_link_ = visit.outer_link;
      path.pop_back();
    }
    flush();
  }

 private:
  std::uint32_t begin(const GumboNode* node) {
    const auto& source = node->v.element;
    HtmlElement element;
    element.tag = source.tag;
    element.parent = element_;
    element.names = " ";
    for (const char* name : {"class", "id", "role", "data-component", "data-testid"}) append_words(attribute(source, name).substr(0, 512), element.names);
    element.itemprop = attribute(source, "itemprop");
    if (source.tag == GUMBO_TAG_TIME) element.datetime = attribute(source, "datetime");
    const auto index = static_cast<std::uint32_t>(tree_.elements_.size());
    const bool block = breaks_line(element);
    if (source.tag == GUMBO_TAG_TR) in_row_of_facts_ = is_row_of_facts(source);
    if (in_row_of_facts_ && is_cell(source.tag)) pending_ += ' ';
    if (source.tag == GUMBO_TAG_BR) {
      line_break();
    } else if (block) {
      flush();
    }
    if (source.tag == GUMBO_TAG_META || source.tag == GUMBO_TAG_LINK) add_meta(source);
    if (source.tag == GUMBO_TAG_HTML) tree_.language_ = std::string(attribute(source, "lang").substr(0, 32));
    if (source.tag == GUMBO_TAG_A) {
      in_link_ = true;
      author_link_ = author_link_ || attribute(source, "href") == "#author";
    }
    in_title_ = source.tag == GUMBO_TAG_TITLE;
    element.first_text = static_cast<std::uint32_t>(tree_.texts_.size());
    tree_.elements_.push_back(std::move(element));
    element_ = index;
    if (block) block_ = index;
    return index;
  }

  void finish(std::uint32_t index) {
    auto& element = tree_.elements_[index];
    if (element.tag == GUMBO_TAG_TITLE) in_title_ = false;
    const bool block = breaks_line(element);
    if (block && element.tag != GUMBO_TAG_BR) flush();
    if (element.tag == GUMBO_TAG_TR) in_row_of_facts_ = false;
    element.end = static_cast<std::uint32_t>(tree_.elements_.size());
    element.end_text = static_cast<std::uint32_t>(tree_.texts_.size());
    if (!block) element.end_text += !trim(pending_).empty();
    if (block) {
      block_ = element.parent;
      while (block_ != 0 && !breaks_line(tree_.elements_[block_])) block_ = tree_.elements_[block_].parent;
    }
  }

  bool breaks_line(const HtmlElement& element) const {
    if (in_row_of_facts_ && is_cell(element.tag)) return false;
    return is_block(element.tag) || is_set_apart(element.names);
  }

  void add_meta(const GumboElement& source) {
    std::string name;
    for (const char* attribute_name : {"property", "name", "itemprop", "rel"}) {
      name = ascii_lower(trim(attribute(source, attribute_name)));
      if (!name.empty()) break;
    }
    const auto value = attribute(source, source.tag == GUMBO_TAG_LINK ? "href" : "content");
    auto folded = fold_space(value);
    if (!name.empty() && !folded.empty()) tree_.metas_.push_back({std::move(name), std::move(folded)});
  }

  void add_text(std::string_view text) {
    if (in_title_) {
      tree_.title_ += text;
      return;
    }
    if (!trim(text).empty()) {
      breaks_ = 0;
      if (in_link_) pending_linked_ += static_cast<std::uint32_t>(std::min<std::size_t>(trim(text).size(), 1u << 30));
    }
    pending_ += text;
  }

  /// One break folds into a space; two in a row part paragraphs.
  void line_break() {
    if (++breaks_ >= 2) {
      flush();
    } else {
      pending_ += '\n';
    }
  }

  void flush() {
    auto text = fold_space(pending_);
    if (!text.empty()) {
      const auto linked = std::min(pending_linked_, static_cast<std::uint32_t>(text.size()));
      tree_.texts_.push_back({std::move(text), block_, linked, author_link_});
    }
    pending_.clear();
    pending_linked_ = 0;
    author_link_ = false;
  }

  HtmlTree& tree_;
  std::string pending_;
  std::uint32_t pending_linked_ = 0;
  std::uint32_t element_ = 0;
  std::uint32_t block_ = 0;
  unsigned breaks_ = 0;
  bool in_link_ = false;
  bool in_row_of_facts_ = false;
  bool in_title_ = false;
  bool author_link_ = false;
};

HtmlTree::HtmlTree(const TidyPage& page) : names_memory_(std::make_unique<std::string>()) {
  // The parser's tree lives in one piece of memory that goes with the walk. Its own way to free a tree goes down it by recursion.
  std::pmr::monotonic_buffer_resource memory(256 * 1024);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &allocate;
  options.deallocator = &keep;
  options.userdata = &memory;
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, page.html.data(), page.html.size());
  Builder(*this).build(output->root);
  title_ = fold_space(title_);
  // Attributes are views into the parser's memory until here.
  std::size_t size = 0;
  for (const auto& element : elements_) size += element.itemprop.size() + element.datetime.size();
  names_memory_->reserve(size);
  for (auto& element : elements_) {
    for (auto* view : {&element.itemprop, &element.datetime}) {
      const auto start = names_memory_->size();
      names_memory_->append(*view);
      *view = std::string_view(*names_memory_).substr(start);
    }
  }
}

HtmlTree::~HtmlTree() = default;

std::string HtmlTree::text_of(std::uint32_t element, std::size_t limit) const {
  std::string text;
  const auto& range = elements_[element];
  for (auto i = range.first_text; i < range.end_text && i < texts_.size() && text.size() < limit; ++i) {
    if (!text.empty()) text += ' ';
    text += texts_[i].text;
  }
  if (text.size() > limit) {
    while (limit > 0 && (text[limit] & 0xC0) == 0x80) --limit;
    text.resize(limit);
  }
  return text;
}

bool has_name(const HtmlElement& element, std::string_view word) {
  for (auto at = element.names.find(word); at != std::string::npos; at = element.names.find(word, at + 1)) {
    if (element.names[at - 1] == ' ' && element.names[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace attache::reading
