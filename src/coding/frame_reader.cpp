#include "coding/frame_reader.h"

#include <algorithm>
#include <filesystem>

namespace attache::coding {
void FrameReader::fail(const YAML::Node& node, std::string message) const { throw Mistake{yaml_error(file_, node, std::move(message))}; }

Result<FrameLexicon> FrameReader::read() {
  try {
    auto ontology = Ontology::read(folder_ + "/ontology");
    if (!ontology) return tl::make_unexpected(ontology.error());
    lexicon_.ontology_ = std::move(*ontology);
    const std::string frames = folder_ + "/frames", composition = folder_ + "/composition";
    read_classes(frames + "/classes.yaml");
    for (const auto& path : yaml_files(frames)) {
      if (std::filesystem::path(path).filename() != "classes.yaml") read_frame_file(path);
    }
    read_operators(composition + "/operators.yaml");
    read_light_words(composition + "/light_verbs.yaml");
    read_modality(composition + "/modality.yaml");
    read_speech(composition + "/speech.yaml");
    read_cameo_detail(composition + "/third_level.yaml");
  } catch (const Mistake& mistake) {
    return tl::make_unexpected(mistake.error);
  } catch (const YAML::Exception& exception) {
    Error error{ErrorKind::malformed, exception.msg, {file_}, ""};
    if (!exception.mark.is_null()) error.place.line = static_cast<std::uint64_t>(exception.mark.line) + 1;
    return tl::make_unexpected(error);
  } catch (const std::filesystem::filesystem_error& exception) {
    return tl::make_unexpected(Error{ErrorKind::not_found, exception.code().message(), {exception.path1().string()}, ""});
  }
  lexicon_.build_index();
  return std::move(lexicon_);
}

YAML::Node FrameReader::load(const std::string& path) {
  file_ = path;
  auto node = load_yaml(path);
  if (!node) throw Mistake{node.error()};
  return *node;
}

std::vector<std::string> FrameReader::yaml_files(const std::string& folder) const {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void FrameReader::check_keys(const YAML::Node& node, std::initializer_list<std::string_view> known) const {
  if (!node.IsMap()) fail(node, "a map is wanted here");
  for (const auto& pair : node) {
    const auto key = pair.first.Scalar();
    if (std::find(known.begin(), known.end(), key) == known.end()) fail(pair.first, "unknown key \"" + key + "\"");
  }
}

void FrameReader::read_classes(const std::string& path) {
  for (const auto& pair : load(path)["classes"]) {
    classes_[pair.first.Scalar()] = read_word_list(pair.second);
  }
}

void FrameReader::read_frame_file(const std::string& path) {
  const YAML::Node root = load(path);
  check_keys(root, {"type", "mode", "cameo", "contexts", "frames"});
  read_entries(root["frames"], [&](const YAML::Node& node) { read_frame(node, root); });
}

void FrameReader::read_frame(const YAML::Node& node, const YAML::Node& defaults) {
  check_keys(node, {"frame", "type", "mode", "cameo", "contexts", "verbs", "nouns", "adjectives", "actor", "recipient", "noun_actor", "noun_recipient", "joint_actor",
                    "reciprocal", "requires", "needs", "implied", "with", "without", "form", "counts", "counts_actor", "priority", "examples"});
  Frame frame;
  frame.name = string_or(node["frame"], "");
  if (frame.name.empty()) fail(node, "a frame without a name");
  const auto [known, fresh] = frame_names_.emplace(frame.name, file_);
  if (!fresh) fail(node, "frame \"" + frame.name + "\" is already in " + known->second);
  frame.kind = read_kind(node, defaults, true);
  const YAML::Node actor = node["actor"], recipient = node["recipient"];
  const auto sources = [&](const YAML::Node& own, const char* otherwise) { return own.IsDefined() ? read_sources(own) : read_sources(YAML::Load(otherwise)); };
  frame.actor = sources(actor, "[subject]");
  frame.recipient = sources(recipient, "[object]");
  frame.noun_actor = sources(node["noun_actor"], "[possessor, by, modifier, from]");
  frame.noun_recipient = sources(node["noun_recipient"], "[against, on, of, to, with]");
  frame.adjective_actor = sources(actor, "[head, subject]");
  frame.adjective_recipient = sources(recipient, "[of, to, towards]");
  frame.joint_actor = read_sources(node["joint_actor"]);
  if (const YAML::Node wanted = node["requires"]; wanted.IsDefined()) {
    check_keys(wanted, {"actor", "recipient"});
    frame.requires_actor = read_kinds(wanted["actor"]);
    frame.requires_recipient = read_kinds(wanted["recipient"]);
  }
  frame.needs_recipient = lexicon_.ontology_.type(frame.kind.type).requires_recipient && string_or(node["implied"], "") != "victim";
  for (const auto& need : strings(node["needs"])) {
    if (need == "actor") {
      frame.needs_actor = true;
    } else if (need == "recipient") {
      frame.needs_recipient = true;
    } else if (need == "subject") {
      frame.needs_subject = true;
    } else {
      fail(node["needs"], "needs actor, recipient or subject, not \"" + need + "\"");
    }
  }
  frame.reciprocal = node["reciprocal"].as<bool>(false);
  // "An accord was signed *between* Chad and Niger": nobody else does it.
  if (frame.reciprocal) frame.actor.push_back(read_sources(YAML::Load("[between]")).front());
  if (const std::string form = string_or(node["form"], ""); !form.empty()) {
    if (form == "active") {
      frame.form = VerbForm::active;
    } else if (form == "passive") {
      frame.form = VerbForm::passive;
    } else if (form == "intransitive") {
      frame.form = VerbForm::intransitive;
    } else if (form == "transitive") {
      frame.form = VerbForm::transitive;
    } else {
      fail(node["form"], "form is active, passive, transitive or intransitive");
    }
  }
  frame.with = read_word_list(node["with"]);
  frame.without = read_word_list(node["without"]);
  frame.counts = string_or(node["counts"], "");
  frame.counts_actor = string_or(node["counts_actor"], "");
  frame.priority = node["priority"].as<int>(0);
  frame.file = std::filesystem::path(file_).filename().string();
  frame.line = static_cast<std::uint32_t>(node.Mark().line + 1);
  read_triggers(node, TriggerOwner::frame, static_cast<std::uint32_t>(lexicon_.frames_.size()));
  read_examples(node["examples"], frame.name);
  lexicon_.frames_.push_back(std::move(frame));
}

void FrameReader::read_examples(const YAML::Node& node, const std::string& entry) {
  if (!node.IsDefined()) return;
  for (const auto& example : node) {
    check_keys(example, {"say", "gives"});
    const std::string sentence = string_or(example["say"], "");
    if (sentence.empty()) fail(example, "an example without a sentence");
    if (examples_) examples_->push_back({entry, sentence, strings(example["gives"]), file_, static_cast<std::uint32_t>(example.Mark().line + 1)});
  }
}

}  // namespace attache::coding
