// lexicon/composition: operators, light verbs, modality, speech.
#include "coding/frame_reader.h"

#include <algorithm>
#include <filesystem>

namespace attache::coding {

void FrameReader::read_operators(const std::string& path) {
  read_entries(load(path)["operators"], [&](const YAML::Node& node) { read_operator(node); });
}

void FrameReader::read_operator(const YAML::Node& node) {
  check_keys(node, {"operator", "verbs", "nouns", "adjectives", "inner", "whose", "doer", "undergoer", "actor", "recipient", "alone", "not_alone", "result", "examples"});
  Operator operation;
  operation.name = string_or(node["operator"], "");
  if (operation.name.empty()) fail(node, "an operator without a name");
  for (const auto& name : strings(node["inner"])) {
    InnerSource source;
    if (name == "clause") {
      source.place = InnerPlace::clause;
    } else if (name == "unreal") {
      source.place = InnerPlace::unreal;
    } else if (name == "infinitive") {
      source.place = InnerPlace::infinitive;
    } else if (name == "subjunctive") {
      source.place = InnerPlace::subjunctive;
    } else if (name == "obliged") {
      source.place = InnerPlace::obliged;
    } else if (name == "object") {
      source.place = InnerPlace::object;
    } else if (name == "subject") {
      source.place = InnerPlace::subject;
    } else if (name == "modifier") {
      source.place = InnerPlace::modifier;
    } else {
      source.place = InnerPlace::preposition;
      source.preposition = read_phrase(name);
    }
    operation.inner.push_back(std::move(source));
  }
  if (operation.inner.empty()) fail(node, "an operator without `inner`");
  const std::string whose = string_or(node["whose"], "any");
  if (whose != "any" && whose != "own" && whose != "other") fail(node["whose"], "whose is own, other or any");
  operation.whose = whose == "own" ? Whose::own : whose == "other" ? Whose::other : Whose::any;
  const std::string doer = string_or(node["doer"], "subject");
  operation.doer = doer == "subject" ? RolePlace::subject : doer == "object" ? RolePlace::object : RolePlace::head;
  const std::string undergoer = string_or(node["undergoer"], "none");
  if (undergoer != "subject" && undergoer != "none") fail(node["undergoer"], "undergoer is subject or none");
  operation.subject_undergoes = undergoer == "subject";
  operation.actor = read_sources(node["actor"]);
  operation.recipient = read_sources(node["recipient"]);
  for (const auto& line : node["result"]) operation.results.push_back(read_outcome(line));
  if (operation.results.empty()) fail(node, "an operator without a result");
  if (node["alone"].IsDefined()) {
    Frame frame;
    frame.name = operation.name;
    frame.kind = read_kind(node["alone"], YAML::Node(), true);
    frame.actor = operation.actor;
    frame.recipient = operation.recipient;
    frame.requires_actor = static_cast<KindMask>(Kind::state) | static_cast<KindMask>(Kind::organised) | static_cast<KindMask>(Kind::official) | static_cast<KindMask>(Kind::armed);
    frame.needs_actor = true;
    // What somebody says *another* must do is asked of a party; of things it is only an opinion.
    frame.needs_recipient = std::any_of(operation.inner.begin(), operation.inner.end(), [](const InnerSource& source) { return source.place == InnerPlace::obliged; });
    if (frame.needs_recipient) frame.requires_recipient = frame.requires_actor;
    frame.without = read_word_list(node["not_alone"]);
    frame.file = std::filesystem::path(file_).filename().string();
    frame.line = static_cast<std::uint32_t>(node.Mark().line + 1);
    operation.alone = static_cast<std::int32_t>(lexicon_.frames_.size());
    lexicon_.frames_.push_back(std::move(frame));
  }
  operation.file = std::filesystem::path(file_).filename().string();
  operation.line = static_cast<std::uint32_t>(node.Mark().line + 1);
  read_triggers(node, TriggerOwner::operation, static_cast<std::uint32_t>(lexicon_.operators_.size()));
  read_examples(node["examples"], operation.name);
  lexicon_.operators_.push_back(std::move(operation));
}

Outcome FrameReader::read_outcome(const YAML::Node& node) {
  check_keys(node, {"over", "give", "keep", "drop", "modality", "and_keep", "if"});
  Outcome outcome;
  outcome.over_types = read_types(node["over"], &outcome.over_modes);
  outcome.only_negated = string_or(node["if"], "") == "negated";
  if (node["give"].IsDefined()) {
    outcome.effect = Outcome::Effect::give;
    outcome.give = read_kind(node["give"], YAML::Node(), true);
  } else if (node["drop"].as<bool>(false)) {
    outcome.effect = Outcome::Effect::drop;
  }
  outcome.moods = read_moods(node["modality"]);
  outcome.and_keep = node["and_keep"].as<bool>(false);
  return outcome;
}

void FrameReader::read_light_words(const std::string& path) {
  const YAML::Node root = load(path);
  check_keys(root, {"carry", "suffer", "happen", "transparent"});
  for (const auto& [key, owner] : {std::pair{"carry", TriggerOwner::carry}, {"suffer", TriggerOwner::suffer}, {"happen", TriggerOwner::happen}}) {
    for (const auto& text : strings(root[key])) add_trigger(text, WordClass::verb, owner, 0, root[key]);
  }
  lexicon_.transparent_ = read_word_list(root["transparent"]);
}

void FrameReader::read_modality(const std::string& path) {
  const YAML::Node root = load(path);
  check_keys(root, {"reported_future", "auxiliaries", "before_infinitive", "adverbs", "markers", "modifiers", "determiners", "plain"});
  ModalityWords words;
  words.reported_future = read_word_list(root["reported_future"]);
  words.auxiliaries = read_cues(root["auxiliaries"]);
  words.before_infinitive = read_cues(root["before_infinitive"]);
  words.adverbs = read_cues(root["adverbs"]);
  words.markers = read_cues(root["markers"]);
  words.modifiers = read_cues(root["modifiers"]);
  words.determiners = read_cues(root["determiners"]);
  for (const auto& node : root["plain"]) {
    check_keys(node, {"over", "actor", "modality", "give"});
    PlainType plain;
    plain.over_types = read_types(node["over"], &plain.over_modes);
    plain.actor = read_kinds(node["actor"]);
    plain.moods = read_moods(node["modality"]);
    plain.give = read_kind(node["give"], YAML::Node(), true);
    words.plain.push_back(std::move(plain));
  }
  words.repetition = read_word_list(load(folder_ + "/composition/repetition.yaml")["words"]);
  lexicon_.modality_ = std::move(words);
}

void FrameReader::read_speech(const std::string& path) {
  const YAML::Node root = load(path);
  check_keys(root, {"verbs", "prepositions"});
  lexicon_.speech_.verbs = read_word_list(root["verbs"]);
  for (const auto& text : strings(root["prepositions"])) lexicon_.speech_.prepositions.push_back(read_phrase(text));
}

}  // namespace attache::coding
