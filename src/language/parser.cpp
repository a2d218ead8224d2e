#include "language/parser.h"

#include "language/clause_repair.h"
#include "language/compound_repair.h"
#include "language/gerund_repair.h"
#include "language/label_repair.h"
#include "language/lemmatizer.h"
#include "language/network/network.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <string>

namespace attache {
namespace {

/// Beyond this the network has seen too little in training, and time and memory would grow with the square.
constexpr std::size_t kLongestPiece = 160;
/// A piece is cut behind the last punctuation mark in its final third.
constexpr std::size_t kCutFrom = kLongestPiece * 2 / 3;

/// Some consecutive tokens of a sentence, parsed at once.
struct Piece {
  Sentence* sentence = nullptr;
  std::size_t first = 0;
  std::size_t count = 0;
};

bool is_punctuation(std::string_view text) { return text == "," || text == ";" || text == "." || text == ":" || text == "--"; }

void append_pieces(Sentence& sentence, std::vector<Piece>& pieces) {
  std::size_t first = 0;
  while (sentence.tokens.size() - first > kLongestPiece) {
    std::size_t count = kLongestPiece;
    for (std::size_t i = kLongestPiece; i > kCutFrom; --i) {
      if (is_punctuation(sentence.tokens[first + i - 1].text)) {
        count = i;
        break;
      }
    }
    pieces.push_back({&sentence, first, count});
    first += count;
  }
  pieces.push_back({&sentence, first, sentence.tokens.size() - first});
}

Upos upos_from(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::x); ++i) {
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return Upos::x;
}

}  // namespace

struct Parser::Parts {
  language::Weights weights;
  const language::Kernels* kernels = nullptr;
  language::Lemmatizer lemmatizer;
  std::vector<Upos> upos_of_tag;
  std::vector<std::string_view> xpos_of_tag;
  std::vector<Relation> relation_of_label;
  mutable tbb::enumerable_thread_specific<language::NetworkScratch> scratch;

  void write_back(const Piece& piece, const language::Prediction& prediction, Arena& arena) const;
};

Parser::Parser(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parser> Parser::open(std::span<const std::byte> model, std::string_view kernels) {
  const language::Kernels* const found = language::find_kernels(kernels);
  if (!found) return tl::make_unexpected(Error{ErrorKind::unsupported, "this processor has no kernels called `" + std::string(kernels) + "`", {}, {}});
  const auto image = ImageReader::open(model);
  if (!image) return tl::make_unexpected(Error{ErrorKind::internal, "not a parser model", {}, {}});
  auto weights = language::Weights::open(*image);
  if (!weights) return tl::make_unexpected(weights.error());
  auto parts = std::make_unique<Parts>();
  parts->kernels = found;
  parts->weights = std::move(*weights);
  parts->lemmatizer = language::Lemmatizer(as_text(image->section("lemma_rules")));
  for (const auto tag : parts->weights.tag_names) {
    const auto bar = tag.find('|');
    parts->upos_of_tag.push_back(upos_from(tag.substr(0, bar)));
    parts->xpos_of_tag.push_back(bar == std::string_view::npos ? std::string_view() : tag.substr(bar + 1));
  }
  for (const auto label : parts->weights.label_names) parts->relation_of_label.push_back(relation_from(label));
  return Parser(std::move(parts));
}

void Parser::Parts::write_back(const Piece& piece, const language::Prediction& prediction, Arena& arena) const {
  Sentence& sentence = *piece.sentence;
  for (std::size_t i = 0; i < piece.count; ++i) {
    Token& token = sentence.tokens[piece.first + i];
    token.upos = upos_of_tag[prediction.tags[i]];
    token.xpos = xpos_of_tag[prediction.tags[i]];
    token.lemma = lemmatizer.lemma(token.text, token.upos, token.xpos, arena);
    token.name = static_cast<NameTag>(prediction.names[i]);
    token.head = prediction.heads[i] < 0 ? -1 : prediction.heads[i] + static_cast<std::int32_t>(piece.first);
    token.relation = relation_of_label[prediction.labels[i]];
  }
  // Weighted by words, so that the mean over the pieces is the mean over the sentence.
  sentence.margin += prediction.margin * static_cast<float>(piece.count) / static_cast<float>(sentence.tokens.size());
  sentence.parsed = true;
}

void Parser::parse(std::span<Sentence* const> sentences, Arena& arena) const {
  std::vector<Piece> pieces;
  for (auto* sentence : sentences) {
    sentence->margin = 0;
    if (!sentence->tokens.empty()) append_pieces(*sentence, pieces);
  }
  std::vector<std::size_t> order(pieces.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pieces[a].count > pieces[b].count; });

  const language::Network network(parts_->weights, *parts_->kernels);
  auto& scratch = parts_->scratch.local();
  std::vector<language::Prediction> predictions(pieces.size());
  std::vector<std::vector<std::string_view>> forms;
  for (std::size_t start = 0; start < order.size();) {
    forms.clear();
    std::size_t words = 0, end = start;
    while (end < order.size() && forms.size() < language::Network::kMostSentences &&
           words + pieces[order[end]].count <= language::Network::kMostWords) {
      const Piece& piece = pieces[order[end++]];
      auto& form = forms.emplace_back();
      for (std::size_t i = 0; i < piece.count; ++i) form.push_back(piece.sentence->tokens[piece.first + i].text);
      words += piece.count;
    }
    std::vector<language::Prediction> group(forms.size());
    network.predict(forms, scratch, group);
    for (std::size_t i = 0; i < group.size(); ++i) predictions[order[start + i]] = std::move(group[i]);
    start = end;
  }

  // In reading order, so that the arena's bytes and a long sentence's pieces fall the same way each time.
  std::int32_t root = -1;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    parts_->write_back(pieces[i], predictions[i], arena);
    auto& tokens = pieces[i].sentence->tokens;
    for (std::size_t t = pieces[i].first; t < pieces[i].first + pieces[i].count; ++t) {
      if (tokens[t].head >= 0) continue;
      if (pieces[i].first == 0) {
        root = static_cast<std::int32_t>(t);
      } else {
        tokens[t].head = root;
        tokens[t].relation = Relation::parataxis;
      }
    }
  }
  for (auto* sentence : sentences) {
    language::repair_compounds(*sentence);
    language::repair_clauses(*sentence);
    language::repair_gerunds(*sentence);
    language::repair_labels(*sentence);
  }
}

}  // namespace attache
