#include "language/segmenter.h"

#include "base/utf8.h"
#include "language/sentence_boundaries.h"
#include "language/tokenizer.h"

#include <algorithm>
#include <limits>

namespace attache {
namespace {

using language::Piece;

/// Turns growing byte offsets into code points.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  /// `byte` is not less than at the last call.
  std::uint32_t at(std::uint32_t byte) {
    for (; byte_ < byte; ++byte_) code_points_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80 ? 1 : 0;
    return code_points_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t code_points_ = 0;
};

class BlockSegmenter {
 public:
  BlockSegmenter(const Document& document, Arena& arena, std::vector<Sentence>& sentences)
      : document_(document), sentences_(sentences), pieces_(arena.resource()), first_tokens_(arena.resource()) {}

  void run(std::uint32_t block) {
    const std::string& text = document_.blocks[block].text;
    if (text.size() >= std::numeric_limits<std::uint32_t>::max() || !is_valid_utf8(text)) return;
    pieces_.clear();
    first_tokens_.clear();
    language::tokenize(text, pieces_);
    language::find_sentences(text, pieces_, first_tokens_);
    CodePointCounter counter(text);
    for (std::size_t s = 0; s < first_tokens_.size(); ++s) {
      const std::size_t end = s + 1 < first_tokens_.size() ? first_tokens_[s + 1] : pieces_.size();
      add_sentence(block, first_tokens_[s], end, counter);
    }
  }

 private:
  void add_sentence(std::uint32_t block, std::size_t first, std::size_t end, CodePointCounter& counter) {
    const std::string_view text = document_.blocks[block].text;
    Sentence sentence;
    sentence.block = block;
    sentence.kind = document_.blocks[block].kind;
    sentence.sequence = sequence_++;
    sentence.tokens.resize(end - first);
    for (std::size_t i = first; i < end; ++i) {
      const Piece& piece = pieces_[i];
      Token& token = sentence.tokens[i - first];
      token.text = text.substr(piece.begin, piece.end - piece.begin);
      token.start = counter.at(piece.begin);
      token.end = counter.at(piece.end);
      token.joined = piece.joined;
      token.space_after = i + 1 == end || pieces_[i + 1].space_before;
    }
    sentence.start = sentence.tokens.front().start;
    sentence.end = sentence.tokens.back().end;
    sentence.text = text.substr(pieces_[first].begin, pieces_[end - 1].end - pieces_[first].begin);
    sentences_.push_back(std::move(sentence));
  }

  const Document& document_;
  std::vector<Sentence>& sentences_;
  std::pmr::vector<Piece> pieces_;
  std::pmr::vector<std::uint32_t> first_tokens_;
  std::uint32_t sequence_ = 0;
};

}  // namespace

void segment(const Document& document, Arena& arena, std::vector<Sentence>& sentences) {
  BlockSegmenter segmenter(document, arena, sentences);
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) segmenter.run(block);
}

}  // namespace attache
