#include <attache/attache.h>

#include "api/embedded.h"
#include "api/lexicon_image.h"
#include "base/arena.h"
#include "base/hash.h"
#include "base/image.h"
#include "base/mapped_file.h"
#include "coding/coder.h"
#include "coding/explanation.h"
#include "coding/judgement/pair_judge.h"
#include "coding/judgement/pair_model.h"
#include "knowledge/knowledge.h"
#include "knowledge/phrase.h"
#include "language/names.h"
#include "language/parser.h"
#include "language/scan.h"
#include "language/segmenter.h"

#include <cstring>
#include <filesystem>
#include <optional>

namespace attache {
namespace {

/// Bytes that live as long as the `Attache`: built in, mapped from a file, or compiled just now.
struct Source {
  std::optional<MappedFile> file;
  std::string compiled;
  std::span<const std::byte> bytes;
  std::string version;
};

Result<Source> open_file(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::make_unexpected(file.error());
  Source source;
  source.bytes = file->bytes();
  source.version = to_hex(stable_hash(as_text(source.bytes)));
  source.file = std::move(*file);
  return source;
}

/// An image that was compiled just now. It is read in place and wants to begin on a multiple of 64: there is room to move it there.
Source hold(const std::string& image) {
  constexpr std::size_t kAlignment = 64;
  Source source;
  source.compiled.resize(image.size() + kAlignment);
  void* start = source.compiled.data();
  std::size_t room = source.compiled.size();
  std::align(kAlignment, image.size(), start, room);
  std::memcpy(start, image.data(), image.size());
  source.bytes = {static_cast<const std::byte*>(start), image.size()};
  source.version = to_hex(stable_hash(image));
  return source;
}

Result<Source> open_lexicon(const std::string& path) {
  if (path.empty()) return Source{{}, {}, embedded::lexicon(), embedded::lexicon_version};
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return open_file(path);
  const auto image = compile_lexicon(path);
  if (!image) return tl::make_unexpected(image.error());
  return hold(*image);
}

Result<Source> open_lexicon(const Options& options) {
  auto lexicon = open_lexicon(options.lexicon);
  if (!lexicon || options.overlays.empty()) return lexicon;
  const auto image = overlay_lexicon(lexicon->bytes, options.overlays);
  if (!image) return tl::make_unexpected(image.error());
  return hold(*image);
}

Result<Source> open_model(const std::string& path) {
  if (path.empty()) return Source{{}, {}, embedded::model(), embedded::model_version};
  return open_file(path);
}

/// Nothing when no classifier is wanted. Training begins so: it must not depend on what was trained before.
Result<std::optional<coding::PairModel>> open_classifier(const Options& options) {
  if (options.without_classifier) return std::nullopt;
  const auto source = options.classifier.empty() ? Result<Source>(Source{{}, {}, embedded::classifier(), {}}) : open_file(options.classifier);
  if (!source) return tl::make_unexpected(source.error());
  return coding::PairModel::open(source->bytes);
}

/// The error with the file it was met in, for images that cannot know where they came from.
Error in_file(Error error, const std::string& path) {
  if (error.place.file.empty()) error.place.file = path;
  return error;
}

}  // namespace

struct Attache::Parts {
  Source lexicon;
  Source model;
  Knowledge knowledge;
  EventCoder coder;
  LexicalScan scan;
  Parser parser;
  std::optional<coding::PairModel> classifier;
  bool parse_every_sentence = false;

  std::vector<Analysis> analyse(std::span<const Document> documents, Depth depth, coding::Explanation* explanation) const;
};

Attache::Attache(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Attache::Attache(Attache&&) noexcept = default;
Attache& Attache::operator=(Attache&&) noexcept = default;
Attache::~Attache() = default;

Result<Attache> Attache::open(const Options& options) {
  auto lexicon = open_lexicon(options);
  if (!lexicon) return tl::make_unexpected(lexicon.error());
  auto model = open_model(options.model);
  if (!model) return tl::make_unexpected(model.error());
  const auto image = ImageReader::open(lexicon->bytes);
  if (!image) return tl::make_unexpected(in_file(image.error(), options.lexicon));
  auto knowledge = Knowledge::open(image->section("knowledge"));
  if (!knowledge) return tl::make_unexpected(in_file(knowledge.error(), options.lexicon));
  auto coder = EventCoder::open(image->section("coding"));
  if (!coder) return tl::make_unexpected(in_file(coder.error(), options.lexicon));
  auto scan = LexicalScan::open(image->section("scan"));
  if (!scan) return tl::make_unexpected(in_file(scan.error(), options.lexicon));
  auto parser = Parser::open(model->bytes, options.kernels);
  if (!parser) return tl::make_unexpected(in_file(parser.error(), options.model));
  auto classifier = open_classifier(options);
  if (!classifier) return tl::make_unexpected(in_file(classifier.error(), options.classifier));
  return Attache(std::unique_ptr<Parts>(new Parts{std::move(*lexicon), std::move(*model), std::move(*knowledge), std::move(*coder),
                                                  std::move(*scan), std::move(*parser), std::move(*classifier), options.parse_every_sentence}));
}

std::vector<Analysis> Attache::Parts::analyse(std::span<const Document> documents, Depth depth, coding::Explanation* explanation) const {
  const auto arena = std::make_shared<Arena>();
  std::vector<Analysis> analyses(documents.size());
  std::vector<Sentence*> to_parse;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    analyses[i].memory = arena;
    segment(documents[i], *arena, analyses[i].sentences);
  }
  if (depth == Depth::words) return analyses;
  // Work is shed before the costly part: no tree for a sentence in which no event can be.
  const bool every_sentence = parse_every_sentence || explanation != nullptr || depth != Depth::events;
  for (auto& analysis : analyses) {
    const auto reasons = every_sentence ? std::vector<ScanReason>() : scan.select(analysis.sentences);
    for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
      if (every_sentence || reasons[i] != ScanReason::none) to_parse.push_back(&analysis.sentences[i]);
    }
  }
  parser.parse(to_parse, *arena);
  for (auto& analysis : analyses) agree_on_names(analysis.sentences);
  if (depth == Depth::trees) return analyses;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto& analysis = analyses[i];
    knowledge.annotate(documents[i], analysis.sentences, analysis.mentions);
    if (depth == Depth::events) analysis.events = coder.code(documents[i], analysis.sentences, analysis.mentions, explanation, classifier ? &*classifier : nullptr);
  }
  return analyses;
}

std::vector<Analysis> Attache::analyse(std::span<const Document> documents, Depth depth) const {
  return parts_->analyse(documents, depth, nullptr);
}

std::vector<Event> Attache::code(const Document& document) const {
  return std::move(parts_->analyse({&document, 1}, Depth::events, nullptr).front().events);
}

std::vector<Entity> Attache::resolve(std::string_view phrase, std::optional<Day> day, std::string_view context) const {
  return resolve_phrase(parts_->knowledge, parts_->parser, phrase, day, context);
}

std::vector<std::vector<std::uint32_t>> Attache::describe(std::span<const RelatedPair> pairs) const {
  std::vector<Document> documents(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    documents[i].id = pairs[i].id;
    documents[i].blocks.push_back({BlockKind::body, pairs[i].text});
  }
  const auto analyses = parts_->analyse(documents, Depth::mentions, nullptr);
  std::vector<std::vector<std::uint32_t>> features;
  for (std::size_t i = 0; i < pairs.size(); ++i) features.push_back(coding::features_of(pairs[i], analyses[i].sentences, analyses[i].mentions, parts_->coder.lexicon()));
  return features;
}

std::vector<Judgement> Attache::relate(std::span<const RelatedPair> pairs) const {
  std::vector<Judgement> judgements;
  for (const auto& features : describe(pairs)) judgements.push_back(parts_->classifier ? coding::judge(*parts_->classifier, features) : Judgement{});
  return judgements;
}

Analysis Attache::explain(const Document& document, coding::Explanation& explanation) const {
  return std::move(parts_->analyse({&document, 1}, Depth::events, &explanation).front());
}

const Knowledge& Attache::knowledge() const { return parts_->knowledge; }
const coding::Ontology& Attache::ontology() const { return parts_->coder.lexicon().ontology(); }
const std::string& Attache::lexicon_version() const { return parts_->lexicon.version; }
const std::string& Attache::model_version() const { return parts_->model.version; }

}  // namespace attache
