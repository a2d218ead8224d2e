#include "knowledge/actors/dictionary_import.h"

#include "knowledge/actors/nation_focus.h"
#include "reading/charset.h"

#include <attache/date.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <utility>

namespace attache::knowledge {
namespace {

/// CAMEO's role codes and what PLOVER calls them. Empty: a detail that PLOVER has no sector for.
std::optional<std::string_view> sector_of(std::string_view role) {
  static const std::map<std::string_view, std::string_view> sectors{
      {"GOV", "GOV"}, {"MIL", "MIL"}, {"REB", "REB"}, {"OPP", "OPP"}, {"PTY", "PTY"}, {"JUD", "JUD"}, {"LEG", "LEG"}, {"COP", "COP"}, {"SPY", "SPY"}, {"UAF", "UAF"}, {"BUS", "BUS"},
      {"CVL", "CVL"}, {"CIV", "CVL"}, {"EDU", "EDU"}, {"ELI", "ELI"}, {"LAB", "LAB"}, {"REF", "REF"}, {"REL", "REL"}, {"CRM", "CRM"}, {"AGR", "AGR"}, {"MED", "JRN"}, {"HLH", "MED"},
      {"DEV", "SOC"}, {"ENV", "SOC"}, {"HRI", "SOC"}, {"SET", "CVL"}, {"INS", "REB"}, {"SEP", "REB"}, {"RAD", "REB"}, {"MOP", "OPP"}, {"PRM", "PRM"}, {"SOC", "SOC"}, {"PRE", "PRE"},
      {"MOS", "REL"}, {"MUS", "REL"}, {"CHR", "REL"}, {"JEW", "REL"}, {"BUD", "REL"}, {"HIN", "REL"}, {"SHI", "REL"}, {"SUN", "REL"}, {"CTH", "REL"}, {"BAH", "REL"}, {"CPT", "REL"},
      {"PRO", "REL"}, {"DOX", "REL"}, {"JAN", "REL"}, {"SIK", "REL"}, {"FRM", ""}, {"PRS", ""}, {"NAV", ""}, {"AFC", ""}, {"MBR", ""}};
  const auto found = sectors.find(role);
  return found == sectors.end() ? std::nullopt : std::optional(found->second);
}

bool is_supranational(std::string_view code) { return !code.empty() && !is_state_code(code); }

/// Codes that CAMEO and older dictionaries write otherwise.
std::string_view our_code(std::string_view code) {
  static const std::map<std::string_view, std::string_view> others{{"ROM", "ROU"}, {"ZAR", "COD"}, {"NGM", "NGO"}, {"INT", "IGO"}, {"EEU", "EUR"}, {"EEC", "EUR"}, {"USR", "RUS"}, {"KSV", "KOS"}, {"TMP", "TLS"}};
  const auto found = others.find(code);
  return found == others.end() ? code : found->second;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return std::string(text);
}

/// As YAML has it between quotation marks, where control characters may not stand.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c;
  }
  return result + "\"";
}

/// A code as YAML has it: bare as everywhere in the lexicon, unless it holds what is no letter or digit.
std::string code_in_yaml(const std::string& code) {
  const bool bare = std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  return bare ? code : quoted(code);
}

/// `CENTRAL_AFRICAN_REPUBLIC` as people write it: "Central African Republic". A lone short word stays an acronym.
std::string as_written(std::string_view name, bool lower) {
  std::string words;
  for (const char c : name) words += c == '_' ? ' ' : c;
  std::string text = trimmed(words);
  while (!text.empty() && text.back() == '=') text.pop_back();
  if (lower) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  }
  std::string_view bare = text;
  if (bare.starts_with("THE ")) bare.remove_prefix(4);
  if (bare.size() <= 3 && bare.find(' ') == std::string_view::npos) return std::string(bare);
  bool begin = true;
  static constexpr std::array<std::string_view, 12> small_words{"Of", "The", "And", "In", "For", "On", "De", "Da", "Del", "La", "Von", "Van"};
  for (char& c : text) {
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    if (letter && !begin) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    begin = c == ' ' || c == '-' || c == '.';
  }
  // "Prince of Dol Amroth": small words within a name are written either way.
  for (std::size_t start = text.find(' '); start != std::string::npos; start = text.find(' ', start + 1)) {
    const std::size_t end = text.find(' ', start + 1);
    const std::string_view word = std::string_view(text).substr(start + 1, end == std::string::npos ? end : end - start - 1);
    if (end != std::string::npos && std::find(small_words.begin(), small_words.end(), word) != small_words.end()) text[start + 1] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[start + 1])));
  }
  return text;
}

/// `YYMMDD` or `YYYYMMDD` as an ISO date; empty for what is none.
std::string iso_date(std::string_view digits) {
  if (digits.size() != 6 && digits.size() != 8) return {};
  if (!std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c) != 0; })) return {};
  std::string year(digits.substr(0, digits.size() - 4));
  if (year.size() == 2) year = (year >= "30" ? "19" : "20") + year;
  const std::string date = year + "-" + std::string(digits.substr(digits.size() - 4, 2)) + "-" + std::string(digits.substr(digits.size() - 2));
  return day_from_iso(date) ? date : std::string();
}

/// What a file's codes, the first in each line, say of it.
struct CodesOfFile {
  std::size_t actors = 0;  ///< Of letters, or with the tilde of agents.
  std::size_t verbs = 0;   ///< Of figures or marks: `[042]`, `[---]`, `[:012]`.

  bool are_of_verbs() const { return verbs > actors; }
};

CodesOfFile codes_of(std::string_view text) {
  CodesOfFile codes;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t open = line.find('[');
    if (open == std::string_view::npos || line.starts_with("<!")) continue;
    const std::size_t first = line.find_first_not_of(" \t", open + 1);
    if (first == std::string_view::npos || line[first] == ']') continue;
    const bool letter = std::isalpha(static_cast<unsigned char>(line[first])) != 0 || line[first] == '~';
    ++(letter ? codes.actors : codes.verbs);
  }
  return codes;
}

/// A code with its dates: `[USAGOV <20090120]`.
struct DatedCode {
  std::string code;
  std::string from, to;
};

class Importer {
 public:
  Importer(const std::string& file, const std::function<bool(std::string_view)>& is_country) : file_(file), is_country_(is_country) {}

  ImportedDictionary run(std::string_view bytes) {
    const std::string decoded = reading::to_utf8(bytes, {}, {file_, {}, {}, {}}, result_.notices);
    std::string_view text = decoded;
    if (const CodesOfFile codes = codes_of(decoded); codes.actors == 0 || codes.are_of_verbs()) {
      const bool verbs = codes.are_of_verbs();
      result_.notices.push_back({ErrorKind::unsupported, verbs ? "is a dictionary of verbs, not of actors or agents" : "has no codes of actors or agents", {file_, {}, {}, {}}, "left out as a whole"});
      return std::move(result_);
    }
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      read_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (finished_) break;
    }
    finish_actor();
    if (stems_count_ && stems_ > 0) {
      result_.notices.push_back({ErrorKind::unsupported, std::to_string(stems_) + " names are stems, without a final `_`", {file_, {}, {}, {}}, "taken as whole words"});
    }
    const std::string source = "# Imported from " + file_.substr(file_.find_last_of('/') + 1) + ".\n\n";
    if (!result_.actors.empty()) result_.actors = source + result_.actors;
    if (!result_.agents.empty()) result_.agents = source + result_.agents;
    return std::move(result_);
  }

 private:
  struct Actor {
    std::uint64_t line = 0;
    std::vector<std::string> names;
    std::vector<DatedCode> codes;
  };

  void note(std::uint64_t line, std::string message, std::string action = {}) {
    result_.notices.push_back({ErrorKind::malformed, std::move(message), {file_, {}, line, {}}, std::move(action)});
  }

  /// The line without what follows `;` or `#`. In brackets these are no comments: `[###]` is TABARI's code for nobody.
  std::string without_comment(std::string_view line) {
    bool in_brackets = false;
    std::size_t end = 0;
    for (; end < line.size(); ++end) {
      if (line[end] == '[') in_brackets = true;
      if (line[end] == ']') in_brackets = false;
      if (!in_brackets && (line[end] == ';' || line[end] == '#')) break;
    }
    stems_count_ = stems_count_ || (end < line.size() && line[end] == ';');
    return trimmed(line.substr(0, end));
  }

  void read_line(std::string_view raw) {
    if (raw.starts_with("~~")) {
      finished_ = true;
      return;
    }
    const std::string stripped = trimmed(raw);
    if (stripped.starts_with("<!") || in_comment_) {
      in_comment_ = stripped.find("-->") == std::string::npos;
      return;
    }
    if (stripped.starts_with("</")) {
      list_.clear();
      return;
    }
    if (stripped.starts_with("<")) {
      list_ = stripped;
      return;
    }
    const std::string line = without_comment(raw);
    if (line.empty()) return;
    if (!list_.empty()) return note(line_, "`" + line + "` stands in the list " + list_ + ", which holds no actors", "left out");
    if (line.front() == '!') return read_substitution(line);
    if (line.front() == '+') return read_synonym(line);
    if (line.front() == '[') return read_codes(line, current_ ? &*current_ : nullptr);
    if (line.find('~') != std::string::npos) return read_agent(line);
    finish_actor();
    current_ = Actor{line_, {}, {}};
    const std::size_t open = line.find('[');
    current_->names.push_back(as_written(line.substr(0, open), false));
    if (const std::string name = trimmed(line.substr(0, open)); !name.empty() && name.back() != '_' && name.back() != '=') ++stems_;
    if (trimmed(line.substr(0, open)).empty()) note(line_, "no name before the code", "skipped the line");
    if (open != std::string::npos) read_codes(line.substr(open), &*current_);
  }

  void read_synonym(const std::string& line) {
    if (!current_) return note(line_, "`" + line + "` is a synonym of nothing", "skipped the line");
    const std::size_t open = line.find('[');
    if (open != std::string::npos) note(line_, "a synonym has no code of its own: `" + line.substr(open) + "`", "left the code out");
    current_->names.push_back(as_written(line.substr(1, open == std::string::npos ? open : open - 1), false));
  }

  void read_codes(const std::string& text, Actor* actor) {
    if (!actor) return note(line_, "a code without a name: `" + text + "`", "skipped the line");
    std::size_t at = 0;
    while (at < text.size() && text[at] == '[') {
      const std::size_t close = text.find(']', at);
      if (close == std::string::npos) return note(line_, "no `]` behind `" + text.substr(at) + "`", "skipped the code");
      read_code(text.substr(at + 1, close - at - 1), *actor);
      at = text.find('[', close);
    }
  }

  void read_code(const std::string& inside, Actor& actor) {
    std::string compact;
    for (const char c : inside) {
      if (!std::isspace(static_cast<unsigned char>(c))) compact += c;
    }
    std::size_t letters = 0;
    while (letters < compact.size() && compact[letters] != '<' && compact[letters] != '>' && !std::isdigit(static_cast<unsigned char>(compact[letters]))) ++letters;
    // "AR1" is a code; only six digits and more are dates.
    const auto digits_from = [&](std::size_t i) {
      std::size_t end = i;
      while (end < compact.size() && std::isdigit(static_cast<unsigned char>(compact[end]))) ++end;
      return end - i;
    };
    while (letters < compact.size() && std::isdigit(static_cast<unsigned char>(compact[letters])) && digits_from(letters) < 6) letters += digits_from(letters);
    while (letters < compact.size() && std::isalpha(static_cast<unsigned char>(compact[letters]))) ++letters;
    DatedCode code{compact.substr(0, letters), {}, {}};
    std::string_view dates = std::string_view(compact).substr(letters);
    bool sound = true;
    if (dates.starts_with("<")) {
      code.to = iso_date(dates.substr(1));
      sound = !code.to.empty();
    } else if (dates.starts_with(">")) {
      code.from = iso_date(dates.substr(1));
      sound = !code.from.empty();
    } else if (!dates.empty()) {
      const std::size_t dash = dates.find('-');
      code.from = iso_date(dates.substr(0, dash));
      code.to = dash == std::string_view::npos ? std::string() : iso_date(dates.substr(dash + 1));
      sound = !code.from.empty() && !code.to.empty() && code.from <= code.to;
    }
    if (!sound) return note(line_, "`" + inside + "` has no dates that can be read", "skipped the code");
    if (code.code.empty()) return note(line_, "`" + inside + "` has no code", "skipped the code");
    actor.codes.push_back(std::move(code));
  }

  /// Country and sectors of a code in groups of three letters. False for codes that stand for nobody.
  bool take_apart(std::string code, std::uint64_t line, std::string& country, std::vector<std::string>& sectors) {
    if (std::any_of(code.begin(), code.end(), [](unsigned char c) { return std::islower(c) != 0; })) {
      note(line, "code `" + code + "` is in small letters", "read as capitals");
      std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    }
    if (std::none_of(code.begin(), code.end(), [](unsigned char c) { return std::isalpha(c) != 0; })) {
      note(line, "code `" + code + "` stands for nobody", "left out");
      return false;
    }
    if (!std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isalnum(c) != 0; })) {
      note(line, "`" + code + "` is no code of three-letter groups", "left out");
      return false;
    }
    country = our_code(std::string_view(code).substr(0, 3));
    if (country.size() != 3 || std::any_of(country.begin(), country.end(), [](unsigned char c) { return std::isalpha(c) == 0; })) {
      note(line, "`" + code + "` does not begin with a code of three letters", "left out");
      return false;
    }
    if (!is_country_(country) && !is_supranational(country)) note(line, "`" + country + "` is no country or organisation code of ours", "kept it");
    for (std::size_t at = 3; at < code.size(); at += 3) add_sector(std::string_view(code).substr(at, 3), line, sectors);
    return true;
  }

  void add_sector(std::string_view role, std::uint64_t line, std::vector<std::string>& sectors) {
    const auto sector = sector_of(role);
    if (!sector || sector->empty()) return note(line, "no PLOVER sector for `" + std::string(role) + "`", "left that part out");
    if (std::find(sectors.begin(), sectors.end(), *sector) == sectors.end()) sectors.emplace_back(*sector);
  }

  static std::string fields(const std::string& country, const std::vector<std::string>& sectors) {
    std::string text;
    if (!country.empty()) text += ", code: " + code_in_yaml(country);
    if (!sectors.empty()) text += ", sector: " + code_in_yaml(sectors.front());
    if (sectors.size() > 1) {
      text += ", other_sectors: [";
      for (std::size_t i = 1; i < sectors.size(); ++i) text += (i > 1 ? ", " : "") + code_in_yaml(sectors[i]);
      text += "]";
    }
    return text;
  }

  void finish_actor() {
    if (!current_) return;
    const Actor actor = std::move(*current_);
    current_.reset();
    if (actor.names.front().empty()) return;
    if (actor.codes.empty()) return note(actor.line, "`" + actor.names.front() + "` has no code", "left out");
    std::string always, roles, last_country;
    bool nation = true, any = false;
    for (const DatedCode& dated : actor.codes) {
      std::string country;
      std::vector<std::string> sectors;
      if (!take_apart(dated.code, actor.line, country, sectors)) continue;
      any = true;
      nation = nation && sectors.empty() && dated.from.empty() && dated.to.empty() && dated.code.size() == 3 && !is_supranational(country);
      last_country = country;
      if (dated.from.empty() && dated.to.empty()) {
        if (!always.empty()) note(actor.line, "`" + actor.names.front() + "` has several codes without dates", "kept the first");
        else always = fields(country, sectors);
        continue;
      }
      if (sectors.empty()) sectors.emplace_back("UNK");
      roles += (roles.empty() ? "" : ", ") + std::string("{office: \"\"") + fields(country, sectors) + (dated.from.empty() ? "" : ", from: " + dated.from) +
               (dated.to.empty() ? "" : ", to: " + dated.to) + "}";
    }
    if (!any) return;
    std::string entry = "- {name: " + quoted(actor.names.front()) + ", kind: " + (nation ? "region" : "organisation") + (always.empty() ? ", code: " + code_in_yaml(last_country) : always);
    if (actor.names.size() > 1) {
      entry += ", names: [";
      for (std::size_t i = 1; i < actor.names.size(); ++i) entry += (i > 1 ? ", " : "") + quoted(actor.names[i]);
      entry += "]";
    }
    if (!roles.empty()) entry += ", roles: [" + roles + "]";
    result_.actors += entry + "}\n";
    ++result_.actor_count;
  }

  /// `!PERSON! = MAN, MEN, WOMAN, WOMEN`
  void read_substitution(const std::string& line) {
    const std::size_t name_end = line.find('!', 1), equals = line.find('=');
    if (name_end != std::string::npos && equals == std::string::npos) return read_agent(line);
    if (name_end == std::string::npos || equals < name_end) return note(line_, "`" + line + "` defines no set of words", "skipped the line");
    auto& words = substitutions_[line.substr(0, name_end + 1)];
    std::string_view rest = std::string_view(line).substr(equals + 1);
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      words.push_back(trimmed(rest.substr(0, comma)));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }

  void read_agent(const std::string& line) {
    finish_actor();
    const std::size_t open = line.find('['), close = line.find(']', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos) return note(line_, "`" + line + "` has no code in brackets", "skipped the line");
    std::string words = trimmed(line.substr(0, open)), plural;
    bool no_plural = false;
    if (const std::size_t brace = words.find('{'); brace != std::string::npos) {
      const std::size_t end = words.find('}', brace);
      if (end == std::string::npos) return note(line_, "no `}` behind the plural of `" + words + "`", "skipped the line");
      plural = trimmed(words.substr(brace + 1, end - brace - 1));
      no_plural = plural.empty();
      words = trimmed(words.substr(0, brace));
    }
    std::string code;
    for (const char c : line.substr(open + 1, close - open - 1)) {
      if (!std::isspace(static_cast<unsigned char>(c))) code += c;
    }
    std::string country;
    std::vector<std::string> sectors;
    const std::size_t tilde = code.find('~');
    if (tilde == std::string::npos) return note(line_, "no `~` in the agent's code `" + code + "`", "skipped the line");
    const bool letters = std::all_of(code.begin(), code.end(), [](unsigned char c) { return c == '~' || (c < 0x80 && std::isalnum(c) != 0); });
    if (!letters) return note(line_, "`" + code + "` is no agent's code", "skipped the line");
    for (std::size_t at = 0; at + 3 <= tilde; at += 3) country = our_code(std::string_view(code).substr(at, 3));
    for (std::size_t at = tilde + 1; at < code.size(); at += 3) {
      const std::string_view part = std::string_view(code).substr(at, 3);
      if (is_supranational(our_code(part))) country = our_code(part);
      else add_sector(part, line_, sectors);
    }
    if (sectors.empty() && country.empty()) return note(line_, "`" + words + "` has no sector that PLOVER knows: `" + code + "`", "left out");
    if (sectors.empty()) sectors.emplace_back(country == "NGO" ? "SOC" : "UNK");
    for (const std::string& name : spelled_out(words)) {
      std::string entry = "- {agent: " + quoted(as_written(name, true));
      if (no_plural) entry += ", plural: " + quoted(as_written(name, true));
      else if (!plural.empty()) entry += ", plural: " + quoted(as_written(plural, true));
      result_.agents += entry + fields(country, sectors) + "}\n";
      ++result_.agent_count;
    }
  }

  /// The words with every set of words in them replaced: `CONGRESS!PERSON!`.
  std::vector<std::string> spelled_out(const std::string& words) {
    const std::size_t open = words.find('!');
    const std::size_t close = open == std::string::npos ? open : words.find('!', open + 1);
    if (close == std::string::npos) return {words};
    const auto set = substitutions_.find(words.substr(open, close - open + 1));
    if (set == substitutions_.end()) {
      note(line_, "`" + words.substr(open, close - open + 1) + "` is not defined", "skipped the line");
      return {};
    }
    std::vector<std::string> all;
    for (const auto& word : set->second) all.push_back(words.substr(0, open) + word + words.substr(close + 1));
    return all;
  }

  const std::string& file_;
  const std::function<bool(std::string_view)>& is_country_;
  ImportedDictionary result_;
  std::optional<Actor> current_;
  std::map<std::string, std::vector<std::string>> substitutions_;
  std::string list_;
  std::uint64_t line_ = 0;
  std::size_t stems_ = 0;
  bool stems_count_ = false;   ///< The file is TABARI's, where a name without `_` is a stem.
  bool in_comment_ = false;
  bool finished_ = false;
};

}  // namespace

ImportedDictionary import_dictionary(std::string_view text, const std::string& file, const std::function<bool(std::string_view)>& is_country) {
  return Importer(file, is_country).run(text);
}

}  // namespace attache::knowledge
