#pragma once
/// Reads the YAML files of lexicon/frames and lexicon/composition into a `FrameLexicon`: files and frames in `frame_reader.cpp`, what stands in them in
/// `frame_reader_triggers.cpp` and `frame_reader_values.cpp`, the files of lexicon/composition in `frame_reader_composition.cpp`,
/// CAMEO's third level in `frame_reader_cameo.cpp`.

#include "coding/frame_lexicon.h"
#include "coding/yaml_file.h"

#include <map>
#include <string>
#include <vector>

namespace attache::coding {

/// One use: `FrameReader(folder, examples, mistakes).read()`; the last two may be null.
class FrameReader {
 public:
  FrameReader(std::string lexicon_folder, std::vector<FrameExample>* examples, std::vector<Error>* mistakes)
      : folder_(std::move(lexicon_folder)), examples_(examples), mistakes_(mistakes) {}
  Result<FrameLexicon> read();

 private:
  /// Stops reading; holds what is wrong and where. Caught in `read`, so that no exception leaves the layer.
  struct Mistake {
    Error error;
  };
  [[noreturn]] void fail(const YAML::Node& node, std::string message) const;

  YAML::Node load(const std::string& path);
  std::vector<std::string> yaml_files(const std::string& folder) const;
  /// Reads each entry of a list; one with a mistake is left out where mistakes are collected.
  template <typename ReadEntry>
  void read_entries(const YAML::Node& list, ReadEntry read_entry);
  void read_classes(const std::string& path);
  void read_frame_file(const std::string& path);
  void read_frame(const YAML::Node& node, const YAML::Node& defaults);
  void read_examples(const YAML::Node& node, const std::string& entry);
  void read_operators(const std::string& path);
  void read_operator(const YAML::Node& node);
  Outcome read_outcome(const YAML::Node& node);
  void read_light_words(const std::string& path);
  void read_modality(const std::string& path);
  void read_speech(const std::string& path);
  void read_cameo_detail(const std::string& path);

  void check_keys(const YAML::Node& node, std::initializer_list<std::string_view> known) const;
  EventKind read_kind(const YAML::Node& node, const YAML::Node& defaults, bool must_have_type) const;
  RoleSources read_sources(const YAML::Node& node);
  KindMask read_kinds(const YAML::Node& node) const;
  MoodMask read_moods(const YAML::Node& node) const;
  std::vector<Cue> read_cues(const YAML::Node& node);
  std::uint32_t read_types(const YAML::Node& node, std::vector<std::string>* modes) const;
  void read_triggers(const YAML::Node& owner, TriggerOwner kind, std::uint32_t index);
  void add_trigger(const std::string& text, WordClass word_class, TriggerOwner owner, std::uint32_t index, const YAML::Node& node);
  void add_variant(const std::string& variant, const std::string& text, WordClass word_class, TriggerOwner owner, std::uint32_t index, const YAML::Node& node);
  std::vector<WordSet> read_words(const std::string& text, WordClass word_class, const YAML::Node& node);
  WordSet read_alternatives(const std::string& text, const YAML::Node& node);
  WordSet read_word_list(const YAML::Node& node);
  std::vector<WordId> read_phrase(const std::string& text);

  std::string folder_;
  std::vector<FrameExample>* examples_;
  std::vector<Error>* mistakes_;
  FrameLexicon lexicon_;
  std::string file_;  ///< Being read.
  std::map<std::string, WordSet> classes_;
  std::map<std::string, std::string> frame_names_;  ///< Name to file, to find doubles.
};

template <typename ReadEntry>
void FrameReader::read_entries(const YAML::Node& list, ReadEntry read_entry) {
  for (const auto& node : list) {
    if (!mistakes_) {
      read_entry(node);
      continue;
    }
    const std::size_t triggers = lexicon_.triggers_.size();
    try {
      read_entry(node);
    } catch (Mistake& mistake) {
      lexicon_.triggers_.resize(triggers);
      mistake.error.action = "left the entry out";
      mistakes_->push_back(std::move(mistake.error));
    }
  }
}

}  // namespace attache::coding
