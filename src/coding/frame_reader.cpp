#include "coding/frame_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <sstream>

namespace attache::coding {
namespace {

/// Prepositions that end the head of a noun trigger: "state *of* emergency".
constexpr std::array<std::string_view, 16> prepositions = {"of", "in", "on", "to", "for", "from", "with", "against", "by", "at", "into", "over", "under", "between", "without", "as"};

bool is_preposition(std::string_view word) { return std::find(prepositions.begin(), prepositions.end(), word) != prepositions.end(); }

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// A trigger with an alternative of several words, "close|shut_down office", as triggers without: "close office", "shut down office".
std::vector<std::string> spelled_out(const std::string& text) {
  const auto words = split(text, ' ');
  const auto long_word = std::find_if(words.begin(), words.end(), [](const std::string& word) { return word.find('_') != std::string::npos; });
  if (long_word == words.end()) return {text};
  std::string short_ones;
  std::vector<std::string> choices;
  for (auto alternative : split(*long_word, '|')) {
    if (alternative.find('_') == std::string::npos) {
      short_ones += (short_ones.empty() ? "" : "|") + alternative;
    } else {
      std::replace(alternative.begin(), alternative.end(), '_', ' ');
      choices.push_back(std::move(alternative));
    }
  }
  if (!short_ones.empty()) choices.push_back(std::move(short_ones));
  std::vector<std::string> variants;
  for (const auto& choice : choices) {
    std::string variant;
    for (auto word = words.begin(); word != words.end(); ++word) variant += (variant.empty() ? "" : " ") + (word == long_word ? choice : *word);
    const auto further = spelled_out(variant);
    variants.insert(variants.end(), further.begin(), further.end());
  }
  return variants;
}

/// Whether the alternatives of one word mix particles with other words: "out|hammer" of "thrash out|hammer out", where "thrash_out|hammer_out" was meant.
bool mixes_particles(const std::string& word) {
  static constexpr std::array<std::string_view, 9> particles = {"aside", "out", "up", "down", "off", "away", "through", "upon", "towards"};
  static constexpr std::array<std::string_view, 8> neither = {"back", "home", "together", "along", "alongside", "around", "round", "behind"};
  const auto among = [](const auto& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); };
  bool particle = false, other = false;
  for (const auto& alternative : split(word, '|')) {
    const bool is_particle = is_preposition(alternative) || among(particles, alternative);
    particle |= is_particle;
    other |= !is_particle && !among(neither, alternative);
  }
  return particle && other;
}

void sort_unique(WordSet& set) {
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

struct NamedPlace {
  std::string_view name;
  RolePlace place;
};
constexpr std::array<NamedPlace, 9> role_places = {{{"subject", RolePlace::subject},
                                                    {"object", RolePlace::object},
                                                    {"indirect", RolePlace::indirect},
                                                    {"clause", RolePlace::clause},
                                                    {"possessor", RolePlace::possessor},
                                                    {"modifier", RolePlace::modifier},
                                                    {"head", RolePlace::head},
                                                    {"inner_actor", RolePlace::inner_actor},
                                                    {"inner_recipient", RolePlace::inner_recipient}}};

struct NamedKind {
  std::string_view name;
  Kind kind;
};
constexpr std::array<NamedKind, 9> kinds = {{{"any", Kind::any},
                                             {"known", Kind::known},
                                             {"person", Kind::person},
                                             {"state", Kind::state},
                                             {"organised", Kind::organised},
                                             {"armed", Kind::armed},
                                             {"official", Kind::official},
                                             {"foreign", Kind::foreign},
                                             {"place", Kind::place}}};

struct NamedMood {
  std::string_view name;
  Mood mood;
};
constexpr std::array<NamedMood, 4> moods = {{{"negation", Mood::negation}, {"future", Mood::future}, {"hypothetical", Mood::hypothetical}, {"historical", Mood::historical}}};

/// Bits of the types with one of the quad classes.
std::uint32_t types_of_quads(const Ontology& ontology, std::initializer_list<int> quads) {
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < event_type_count; ++i) {
    const int quad = ontology.type(static_cast<EventType>(i)).quad;
    if (std::find(quads.begin(), quads.end(), quad) != quads.end()) mask |= 1u << i;
  }
  return mask;
}

}  // namespace

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
    WordSet set;
    for (const auto& word : strings(pair.second)) set.push_back(lexicon_.vocabulary_.add(lower_ascii(word)));
    sort_unique(set);
    classes_[pair.first.Scalar()] = std::move(set);
  }
}

// --- frames --------------------------------------------------------------------------------------------------------------

void FrameReader::read_frame_file(const std::string& path) {
  const YAML::Node root = load(path);
  check_keys(root, {"type", "mode", "cameo", "contexts", "frames"});
  read_entries(root["frames"], [&](const YAML::Node& node) { read_frame(node, root); });
}

void FrameReader::read_frame(const YAML::Node& node, const YAML::Node& defaults) {
  check_keys(node, {"frame", "type", "mode", "cameo", "contexts", "verbs", "nouns", "adjectives", "actor", "recipient", "noun_actor", "noun_recipient",
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
  if (const std::string form = string_or(node["form"], ""); !form.empty()) {
    if (form == "active") {
      frame.form = VerbForm::active;
    } else if (form == "passive") {
      frame.form = VerbForm::passive;
    } else if (form == "intransitive") {
      frame.form = VerbForm::intransitive;
    } else {
      fail(node["form"], "form is active, passive or intransitive");
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

EventKind FrameReader::read_kind(const YAML::Node& node, const YAML::Node& defaults, bool must_have_type) const {
  const auto value = [&](const char* key) {
    const YAML::Node own = node[key];
    if (own.IsDefined()) return string_or(own, "");
    // A frame of another type than its file's does not inherit the file's mode and code.
    const bool other_type = node["type"].IsDefined() && std::string_view(key) != "type";
    return defaults.IsDefined() && defaults.IsMap() && !other_type ? string_or(defaults[key], "") : std::string{};
  };
  EventKind kind;
  kind.type = event_type_from(value("type"));
  if (kind.type == EventType::none) {
    if (must_have_type) fail(node, "no PLOVER type \"" + value("type") + "\"");
    return kind;
  }
  kind.mode = value("mode");
  if (!kind.mode.empty()) {
    const ModeInfo* mode = lexicon_.ontology_.mode(kind.type, kind.mode);
    if (!mode) fail(node, value("type") + " has no mode \"" + kind.mode + "\"");
    kind.mode = mode->name;
  }
  kind.cameo = value("cameo");
  if (kind.cameo.empty()) kind.cameo = lexicon_.ontology_.cameo_for(kind.type, kind.mode);
  if (!lexicon_.ontology_.cameo(kind.cameo)) fail(node, "no CAMEO code \"" + kind.cameo + "\"");
  kind.contexts = strings(node["contexts"]);
  if (kind.contexts.empty() && defaults.IsDefined() && defaults.IsMap()) kind.contexts = strings(defaults["contexts"]);
  for (const auto& context : kind.contexts) {
    const auto& contexts = lexicon_.ontology_.contexts();
    if (std::find(contexts.begin(), contexts.end(), context) == contexts.end()) fail(node["contexts"], "no PLOVER context \"" + context + "\"");
  }
  // A frame that names a CAMEO code means what the crosswalk says it is about, but for what the type's general code says of all of them.
  if (node["frame"].IsDefined() && node["cameo"].IsDefined()) {
    const auto in = [](const std::vector<std::string>& list, const std::string& context) { return std::find(list.begin(), list.end(), context) != list.end(); };
    const CameoInfo& general = *lexicon_.ontology_.cameo(lexicon_.ontology_.cameo_for(kind.type, kind.mode));
    for (const auto& context : lexicon_.ontology_.cameo(kind.cameo)->contexts) {
      if (!in(general.contexts, context) && !in(kind.contexts, context)) kind.contexts.push_back(context);
    }
  }
  return kind;
}

RoleSources FrameReader::read_sources(const YAML::Node& node) {
  RoleSources sources;
  for (const auto& name : strings(node)) {
    RoleSource source;
    source.name = name;
    const auto place = std::find_if(role_places.begin(), role_places.end(), [&](const NamedPlace& known) { return known.name == name; });
    if (place != role_places.end()) {
      source.place = place->place;
    } else {
      source.place = RolePlace::preposition;
      source.preposition = read_phrase(name);
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

KindMask FrameReader::read_kinds(const YAML::Node& node) const {
  KindMask mask = 0;
  for (const auto& name : strings(node)) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const NamedKind& kind) { return kind.name == name; });
    if (found == kinds.end()) fail(node, "unknown kind of participant \"" + name + "\"");
    mask |= static_cast<KindMask>(found->kind);
  }
  return mask;
}

MoodMask FrameReader::read_moods(const YAML::Node& node) const {
  MoodMask mask = 0;
  for (const auto& name : strings(node)) {
    const auto found = std::find_if(moods.begin(), moods.end(), [&](const NamedMood& mood) { return mood.name == name; });
    if (found == moods.end()) fail(node, "modality is negation, future, hypothetical or historical, not \"" + name + "\"");
    mask |= bit(found->mood);
  }
  return mask;
}

// --- triggers ------------------------------------------------------------------------------------------------------------

void FrameReader::read_triggers(const YAML::Node& owner, TriggerOwner kind, std::uint32_t index) {
  const std::size_t before = lexicon_.triggers_.size();
  for (const auto& text : strings(owner["verbs"])) add_trigger(text, WordClass::verb, kind, index, owner["verbs"]);
  for (const auto& text : strings(owner["nouns"])) add_trigger(text, WordClass::noun, kind, index, owner["nouns"]);
  for (const auto& text : strings(owner["adjectives"])) add_trigger(text, WordClass::adjective, kind, index, owner["adjectives"]);
  if (lexicon_.triggers_.size() == before) fail(owner, "no trigger");
}

void FrameReader::add_trigger(const std::string& text, WordClass word_class, TriggerOwner owner, std::uint32_t index, const YAML::Node& node) {
  for (const auto& variant : spelled_out(text)) add_variant(variant, text, word_class, owner, index, node);
}

void FrameReader::add_variant(const std::string& variant, const std::string& text, WordClass word_class, TriggerOwner owner, std::uint32_t index, const YAML::Node& node) {
  Trigger trigger{word_class, owner, index, read_words(variant, word_class, node), text};
  // A hyphenated head is also found when the tokenizer took it apart: its last part governs the others.
  const auto words = split(variant, ' ');
  for (const auto& word : words) {
    const auto parts = split(word, '-');
    if (parts.size() < 2 || word.find('|') != std::string::npos || word.find('<') != std::string::npos) continue;
    std::string apart;
    for (const auto& other : words) {
      if (!apart.empty()) apart += ' ';
      if (other != word) {
        apart += other;
      } else if (word_class == WordClass::verb && &other == &words.front()) {
        apart += parts.back();
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) apart += ' ' + parts[i];
      } else {
        for (std::size_t i = 0; i < parts.size(); ++i) apart += (i ? " " : "") + parts[i];
      }
    }
    lexicon_.triggers_.push_back({word_class, owner, index, read_words(apart, word_class, node), text});
    break;
  }
  lexicon_.triggers_.push_back(std::move(trigger));
}

std::vector<WordSet> FrameReader::read_words(const std::string& text, WordClass word_class, const YAML::Node& node) {
  const auto parts = split(text, ' ');
  if (parts.empty()) fail(node, "an empty trigger");
  std::size_t head = 0;
  if (word_class == WordClass::noun) {
    head = parts.size() - 1;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (is_preposition(parts[i])) {
        head = i - 1;
        break;
      }
    }
  }
  std::vector<WordSet> words{read_alternatives(parts[head], node)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != head) words.push_back(read_alternatives(parts[i], node));
  }
  return words;
}

WordSet FrameReader::read_alternatives(const std::string& text, const YAML::Node& node) {
  if (mixes_particles(text)) fail(node, "\"" + text + "\" mixes particles and other words; join the words of one alternative with _");
  WordSet set;
  for (const auto& part : split(text, '|')) {
    if (part.front() == '<' && part.back() == '>') {
      const auto found = classes_.find(part.substr(1, part.size() - 2));
      if (found == classes_.end()) fail(node, "no class " + part);
      set.insert(set.end(), found->second.begin(), found->second.end());
    } else {
      set.push_back(lexicon_.vocabulary_.add(lower_ascii(part)));
    }
  }
  if (set.empty()) fail(node, "an empty word in a trigger");
  sort_unique(set);
  return set;
}

WordSet FrameReader::read_word_list(const YAML::Node& node) {
  WordSet set;
  for (const auto& word : strings(node)) {
    const auto alternatives = read_alternatives(word, node);
    set.insert(set.end(), alternatives.begin(), alternatives.end());
  }
  sort_unique(set);
  return set;
}

std::vector<WordId> FrameReader::read_phrase(const std::string& text) {
  std::vector<WordId> phrase;
  for (const auto& word : split(text, ' ')) phrase.push_back(lexicon_.vocabulary_.add(lower_ascii(word)));
  return phrase;
}

// --- composition ---------------------------------------------------------------------------------------------------------

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

std::uint32_t FrameReader::read_types(const YAML::Node& node, std::vector<std::string>* modes) const {
  std::uint32_t mask = 0;
  for (const auto& name : strings(node)) {
    if (name == "any") {
      mask |= (1u << event_type_count) - 1;
    } else if (name == "cooperation") {
      mask |= types_of_quads(lexicon_.ontology_, {1, 2});
    } else if (name == "conflict") {
      mask |= types_of_quads(lexicon_.ontology_, {3, 4});
    } else if (name == "verbal") {
      mask |= types_of_quads(lexicon_.ontology_, {1, 3});
    } else if (name == "material") {
      mask |= types_of_quads(lexicon_.ontology_, {2, 4});
    } else {
      const auto slash = name.find('/');
      const EventType type = event_type_from(name.substr(0, slash));
      if (type == EventType::none) fail(node, "no PLOVER type \"" + name + "\"");
      mask |= 1u << static_cast<unsigned>(type);
      if (slash != std::string::npos) {
        if (!modes) fail(node, "no mode may stand here");
        modes->push_back(name.substr(slash + 1));
      }
    }
  }
  if (mask == 0) fail(node, "no type");
  return mask;
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

std::vector<Cue> FrameReader::read_cues(const YAML::Node& node) {
  std::vector<Cue> cues;
  for (const auto& pair : node) {
    const YAML::Node key = pair.first;
    const MoodMask mask = read_moods(key);
    for (const WordId word : read_word_list(pair.second)) cues.push_back({word, mask});
  }
  return cues;
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
