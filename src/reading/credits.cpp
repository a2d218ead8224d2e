#include "reading/credits.h"

#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading/phrase_set.h"
#include "reading/text.h"

#include <algorithm>
#include <array>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// News agencies by the names and letters they are credited with.
constexpr std::string_view kAgencies[] = {
    "reuters", "thomson reuters", "afp", "agence france-presse", "agence france presse", "ap", "associated press", "the associated press", "dpa",
    "deutsche presse-agentur", "upi", "united press international", "efe", "ansa", "anp", "apa", "ats", "sda", "keystone-sda", "belga", "ritzau", "ntb", "tt",
    "stt", "pap", "ctk", "čtk", "mti", "agerpres", "bta", "tanjug", "hina", "sta", "ana-mpa", "amna", "anadolu", "aa", "anadolu agency", "dha", "iha", "tass",
    "itar-tass", "interfax", "ria", "ria novosti", "sputnik", "ukrinform", "unian", "belta", "azertac", "armenpress", "kazinform", "xinhua", "cns",
    "china news service", "kyodo", "kyodo news", "jiji", "jiji press", "yonhap", "kcna", "cna", "bernama", "antara", "vna", "tna", "pna", "pti", "ani",
    "ians", "uni", "app", "bss", "rss", "irna", "isna", "mehr", "fars", "tasnim", "sana", "spa", "wam", "qna", "kuna", "bna", "petra", "wafa", "mena",
    "aps", "map", "tap", "nan", "gna", "sapa", "ana", "panapress", "aap", "pa", "pa media", "press association", "cp", "the canadian press",
    "canadian press", "notimex", "telam", "télam", "agência brasil", "prensa latina", "bloomberg", "epd", "kna", "sid", "mbl", "inter press service",
    "ips", "irin", "lusa", "agencies", "wires", "wire services", "news agencies",
};

/// Whose pictures papers print; with the agencies, what a credit is known by.
constexpr std::string_view kPictureSources[] = {
    "getty images", "getty", "epa", "epa-efe", "picture alliance", "picture-alliance", "shutterstock", "imago", "alamy", "zuma press", "zuma",
    "corbis", "istock", "abaca", "pool", "handout", "file", "wikimedia commons", "usa today sports", "rex", "nurphoto", "sipa", "magnum", "istockphoto",
};

/// What a credit line begins with.
constexpr std::string_view kCreditLabels[] = {
    "image credit", "image source", "photo credit", "photo source", "picture credit", "photograph by", "photography by", "photographer", "photograph",
    "photos by", "photo by", "picture by", "pictures by", "image by", "images by", "image copyright", "copyright", "image courtesy of", "photo courtesy of",
    "photo courtesy", "courtesy of", "courtesy", "credit", "photos", "photo", "image", "images", "picture", "pictures", "foto", "bild", "crédit photo", "©", "(c)",
};

constexpr std::string_view kCaptionLabels[] = {"image caption", "photo caption", "picture caption", "caption", "in this photo"};

bool is_picture_source(std::string_view name) {
  static const PhraseSet sources(kPictureSources);
  return sources.is(name) || is_news_agency(name);
}

/// Cuts at any of the characters; parts are trimmed and never empty.
std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto cut = text.find_first_of(separators);
    if (const auto part = trim(text.substr(0, cut)); !part.empty()) parts.push_back(part);
    text = cut == npos ? std::string_view() : text.substr(cut + 1);
  }
  return parts;
}

/// The agencies in `Reuters, AFP and dpa`; empty unless every part is one.
std::vector<std::string> agencies_listed(std::string_view text) {
  // Most texts that are asked about are paragraphs: no agency's name is so long.
  constexpr std::size_t kLongerThanNames = 40;
  std::vector<std::string> agencies;
  const auto head = text.substr(0, kLongerThanNames);
  if (head.size() == kLongerThanNames && head.find_first_of(",;/|&+") == npos && head.find(" and ") == npos) return agencies;
  for (auto part : split(text, ",;/|&+")) {
    for (auto at = part.find(" and "); ; at = part.find(" and ")) {
      const auto name = strip(part.substr(0, at), " .");
      if (starts_ignoring_case(name, "and ")) return agencies_listed(name.substr(4));
      if (!is_news_agency(name)) return {};
      agencies.emplace_back(name);
      if (at == npos) break;
      part = part.substr(at + 5);
    }
  }
  return agencies;
}

/// Initials as desks sign: `mk/rt`, `ab`, `jdv/kl/ms`: each two to four letters, at most one in capitals only.
bool is_initials(std::string_view text) {
  if (text.empty() || text.size() > 24) return false;
  const auto parts = split(text, "/,");
  if (parts.empty() || parts.size() > 5) return false;
  return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !part.empty() && part.size() <= 4 && std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c); });
  });
}

/// Words between a name and what is no longer part of a byline.
std::string_view without_trailer(std::string_view byline) {
  for (const std::string_view separator : {" | ", " • ", " · ", " – ", " — ", " - ", "\t"}) byline = byline.substr(0, byline.find(separator));
  for (const std::string_view word : {" Published", " Updated", " Posted", " Last updated", " published ", " updated "}) {
    byline = byline.substr(0, byline.find(word));
  }
  if (const auto day = find_day(byline, NumericOrder::day_first)) byline = byline.substr(0, day->start);
  // A weekday before the date.
  const auto last_word = byline.find_last_of(' ', trim(byline).size() - (trim(byline).empty() ? 0 : 1));
  if (last_word != npos && is_date_line(std::string(byline.substr(last_word + 1)) + " 1 May 2000")) byline = byline.substr(0, last_word);
  byline = strip(byline, " ,;:.|0123456789");
  for (const std::string_view word : {" at", " on"}) {
    if (byline.ends_with(word)) byline.remove_suffix(word.size());
  }
  return strip(byline, " ,;:.|");
}

/// A person's or desk's name: a few words, most of them with a capital.
bool looks_like_names(std::string_view text) {
  const auto words = split_words(text);
  if (words.empty() || words.size() > 16) return false;
  std::size_t capitals = 0;
  std::size_t joining = 0;
  for (const auto word : words) {
    const auto bare = strip(word, ".,;()");
    if (bare.empty()) continue;
    const bool joins = bare == "and" || bare == "in" || bare == "for" || bare == "of" || bare == "the" || bare == "with" || bare == "at" || bare == "de" ||
                       bare == "van" || bare == "von" || bare == "der" || bare == "al" || bare == "bin" || bare == "el" || bare == "da" || bare == "&" ||
                       bare == "agencies" || bare == "correspondent" || bare == "reporter" || bare == "staff" || bare == "writer" || bare == "editor";
    if (joins) {
      ++joining;
    } else if (is_upper(bare.front()) || static_cast<unsigned char>(bare.front()) >= 0x80) {
      ++capitals;
    }
  }
  return capitals >= 1 && capitals + joining == words.size();
}

/// The label at the line's beginning that is followed by a colon, "by", or a space and then a name; the text behind it.
std::optional<std::string_view> behind_label(std::string_view line, const auto& labels) {
  for (const std::string_view label : labels) {
    if (!starts_ignoring_case(line, label)) continue;
    auto rest = line.substr(label.size());
    if (rest.empty()) continue;
    const bool word_ends = !is_letter(label.back()) || label == "©" || !is_letter(rest.front());
    if (!word_ends) continue;
    const auto bare = trim(rest);
    if (bare.empty()) continue;
    if (bare.front() == ':') return trim(bare.substr(1));
    if (label.ends_with("by") || label.ends_with("of") || label == "©" || label == "(c)" || label == "image copyright" || label == "copyright" ||
        label == "image caption" || label == "image source") {
      return bare;
    }
  }
  return std::nullopt;
}

/// The text with every way of parting names in a credit written as a slash.
std::string with_slashes(std::string_view text) {
  constexpr std::string_view joints[] = {" via ", " Photo/", " PHOTO/", " PHOTO / ", " / ", " for ", " through ", ", "};
  std::string unified;
  while (!text.empty()) {
    const auto joint = std::find_if(std::begin(joints), std::end(joints), [&](std::string_view entry) { return text.starts_with(entry); });
    unified += joint == std::end(joints) ? text.front() : '/';
    text.remove_prefix(joint == std::end(joints) ? 1 : joint->size());
  }
  return unified;
}

/// `Jane Roe/Reuters`, `AFP via Getty Images`, `AP Photo/Jane Roe`: short, and a picture source is among its parts.
bool looks_like_credit(std::string_view text) {
  if (text.size() > 120 || count_words(text) > 12) return false;
  const auto unified = with_slashes(text);
  const auto parts = split(unified, "/|[]()");
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return is_picture_source(strip(part, " .")); });
}

/// `Meridian/Oskar Vane`: a source in a word or two and the photographer's whole name, as agencies end captions. `Reuters/NAN` are two agencies.
bool names_photographer(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  const auto parts = split(text, "/");
  if (text.size() > kLongest || parts.size() != 2 || is_news_agency(parts[1])) return false;
  const auto source = split_words(parts[0]), name = split_words(parts[1]);
  if (source.size() > 2 || name.size() < 2 || name.size() > 4) return false;
  const auto is_capital = [](std::string_view word) { return is_letter(word.front()) && !is_lower(word.front()); };
  return std::all_of(source.begin(), source.end(), is_capital) && std::all_of(name.begin(), name.end(), is_capital);
}

/// The bracket at the line's end that gives source and photographer behind a whole sentence; npos when there is none.
std::size_t photographers_bracket(std::string_view line) {
  constexpr std::size_t kLongestCaption = 600;
  if (line.size() > kLongestCaption || !line.ends_with(')')) return npos;
  const auto open = line.rfind('(');
  if (open == npos || !names_photographer(line.substr(open + 1, line.size() - open - 2)) || !ends_sentence(trim(line.substr(0, open)))) return npos;
  return open;
}

/// "HAROLD PYM Cormorant Foreign Staff": a name in capitals ends where the post behind it begins.
std::string_view without_post(std::string_view names) {
  constexpr std::string_view posts[] = {" Staff", " Writer", " Reporter", " Correspondent", " Editor", " Bureau"};
  if (std::none_of(std::begin(posts), std::end(posts), [&](std::string_view post) { return names.ends_with(post); })) return names;
  std::size_t end = 0, words = 0;
  for (const auto word : split_words(names)) {
    if (std::any_of(word.begin(), word.end(), is_lower)) break;
    end = static_cast<std::size_t>(word.data() + word.size() - names.data());
    ++words;
  }
  return words >= 2 ? strip(names.substr(0, end), " ,") : names;
}

}  // namespace

bool is_news_agency(std::string_view name) {
  static const PhraseSet agencies(kAgencies);
  return agencies.is(name);
}

std::optional<Credit> read_byline(std::string_view line) {
  line = trim(line);
  if (line.size() > 240) return std::nullopt;
  std::string_view names;
  for (const std::string_view label : {"written by", "reported by", "report by", "story by", "words by", "text by", "posted by", "by", "author"}) {
    if (!starts_ignoring_case(line, label) || line.size() <= label.size() + 1) continue;
    const auto rest = line.substr(label.size());
    if (rest.front() != ' ' && rest.front() != ':') continue;
    names = strip(rest, " :");
    break;
  }
  if (names.empty()) return std::nullopt;
  names = without_post(without_trailer(names));
  if (starts_ignoring_case(names, "by ")) names.remove_prefix(3);
  if (!looks_like_names(names)) return std::nullopt;
  Credit credit;
  if (auto only_agencies = agencies_listed(names); !only_agencies.empty()) {
    credit.agencies = std::move(only_agencies);
    credit.byline = std::string(names);
    return credit;
  }
  // "Jane Roe, Reuters", "Jane Roe (AFP)".
  const auto open = names.find_last_of(",(|");
  if (open != npos) {
    if (auto agencies = agencies_listed(strip(names.substr(open + 1), " )")); !agencies.empty()) {
      credit.agencies = std::move(agencies);
      names = strip(names.substr(0, open), " ,(|");
    }
  }
  credit.byline = std::string(names);
  return credit;
}

std::optional<Credit> read_foreign_byline(std::string_view line) {
  constexpr std::size_t kMostWords = 6;
  line = trim(line);
  for (const std::string_view word : {"Von ", "Par ", "Por ", "Door ", "Av ", "Af ", "Di ", "Автор: ", "Текст: "}) {
    if (!line.starts_with(word)) continue;
    const auto names = trim(line.substr(word.size()));
    const auto words = split_words(names);
    if (words.size() < 2 || words.size() > kMostWords || ends_sentence(names)) return std::nullopt;
    for (const auto name : words) {
      const bool joins = name == "und" || name == "et" || name == "y" || name == "e" || name == "en" || name == "och" || name == "и";
      if (!joins && (!is_letter(name.front()) || is_lower(name.front()))) return std::nullopt;
    }
    return Credit{std::string(names), {}};
  }
  return std::nullopt;
}

std::optional<Credit> read_byline_behind_day(std::string_view line) {
  constexpr std::size_t kLongest = 140;
  if (line.size() > kLongest) return std::nullopt;
  const auto at = find_ignoring_case(line, " by ");
  if (at == npos || !is_date_line(line.substr(0, at))) return std::nullopt;
  return read_byline(line.substr(at + 1));
}

std::optional<Credit> read_closing_credit(std::string_view line) {
  line = trim(line);
  if (line.size() > 300) return std::nullopt;
  Credit credit;
  for (const std::string_view label : {"source:", "sources:", "agencies:", "agency:"}) {
    if (!starts_ignoring_case(line, label)) continue;
    credit.agencies = agencies_listed(line.substr(label.size()));
    return credit.agencies.empty() ? std::nullopt : std::optional(credit);
  }
  const auto bare = strip(line, " ()[]");
  if (starts_ignoring_case(bare, "reporting by ") || starts_ignoring_case(bare, "additional reporting by ")) {
    const auto behind = bare.substr(bare.find("by ") == npos ? bare.find("By ") + 3 : bare.find("by ") + 3);
    credit.byline = std::string(strip(behind.substr(0, behind.find_first_of(";.")), " ,"));
    if (starts_ignoring_case(bare, "additional")) credit.byline.clear();
    return credit;
  }
  if (line.ends_with(')') || line.ends_with(']')) {
    const auto open = line.find_last_of("([");
    if (open == npos) return std::nullopt;
    credit.agencies = agencies_listed(line.substr(open + 1, line.size() - open - 2));
    const auto before = strip(line.substr(0, open), " ,");
    if (credit.agencies.empty()) return std::nullopt;
    if (!before.empty() && !is_initials(before) && !(looks_like_names(before) && !ends_sentence(before))) return std::nullopt;
    credit.byline = std::string(before);
    return credit;
  }
  if (line.find('/') != npos && line.find(' ') == npos && is_initials(line)) {
    credit.agencies = agencies_listed(line);
    if (credit.agencies.empty()) credit.byline = std::string(line);
    return credit;
  }
  credit.agencies = agencies_listed(strip(line, " -–—."));
  return credit.agencies.empty() ? std::nullopt : std::optional(credit);
}

std::string agency_in_dateline(std::string_view paragraph) {
  constexpr std::size_t kLongestDateline = 90;
  const auto head = paragraph.substr(0, kLongestDateline);
  const auto open = head.find('(');
  const auto close = head.find(')', open == npos ? 0 : open);
  if (open == npos || close == npos || open > close) return {};
  const auto place = trim(head.substr(0, open));
  // A dateline's place begins with a capital and has no verb; sentences before a bracket are longer.
  if (count_words(place) > 8 || (!place.empty() && !is_upper(place.front()) && static_cast<unsigned char>(place.front()) < 0x80)) return {};
  const auto behind = trim(paragraph.substr(close + 1, 8));
  const bool dash = behind.starts_with("-") || behind.starts_with("–") || behind.starts_with("—") || behind.starts_with(":");
  const auto name = trim(head.substr(open + 1, close - open - 1));
  if (!dash || !is_news_agency(name)) return {};
  return std::string(name);
}

std::string agency_in_date_line(std::string_view line) {
  const auto name = trim(line.substr(0, line.find_first_of(",|")));
  return name.size() < line.size() && is_news_agency(name) ? std::string(name) : std::string();
}

bool is_writers_post(std::string_view line) {
  for (const std::string_view post : {" writer", " staff writer", " correspondent", " staff", " foreign correspondent", " diplomatic writer", " business writer"}) {
    if (line.size() > post.size() && equal_ignoring_case(line.substr(line.size() - post.size()), post) && is_news_agency(line.substr(0, line.size() - post.size()))) return true;
  }
  return false;
}

std::optional<std::string_view> labelled_caption(std::string_view line) {
  // As agencies begin the captions of pictures from their stock: "FILE - In this May 3, 2013, file photo, …".
  constexpr std::size_t kHeadOfCaption = 90;
  for (const std::string_view mark : {"FILE PHOTO: ", "FILE PHOTO - ", "FILE - ", "FILE – ", "FILE — "}) {
    if (line.starts_with(mark)) return line.substr(mark.size());
  }
  const auto head = line.substr(0, kHeadOfCaption);
  if (starts_ignoring_case(line, "in this ") && std::any_of(head.begin(), head.end(), is_digit) && find_ignoring_case(head, " photo") != npos) return line;
  if (photographers_bracket(line) != npos) return line;
  const auto rest = behind_label(line, kCaptionLabels);
  if (!rest || rest->empty()) return std::nullopt;
  return rest;
}

std::optional<std::string> read_image_credit(std::string_view line) {
  line = strip(line, " ()[]");
  if (line.size() > 160) return std::nullopt;
  if (const auto rest = behind_label(line, kCreditLabels)) {
    const auto credit = strip(*rest, " ()[]:");
    if (credit.empty() || count_words(credit) > 14 || (ends_sentence(credit) && !looks_like_credit(credit) && count_words(credit) > 6)) return std::nullopt;
    return std::string(credit);
  }
  // "Boats in the harbor of Zenda. Photograph: Jane Roe/EPA" tells what is seen as well.
  if (const auto stop = line.find(". "); stop != npos && has_more_words(line.substr(0, stop), 2)) return std::nullopt;
  if (line.find('/') != npos && looks_like_credit(line) && !ends_sentence(line)) return std::string(line);
  if (line.find(" via ") != npos && looks_like_credit(line) && !ends_sentence(line)) return std::string(line);
  return std::nullopt;
}

Caption split_caption(std::string_view text) {
  text = trim(text);
  Caption caption;
  // A bracket at the end that holds a credit.
  if (text.ends_with(')') || text.ends_with(']')) {
    const auto open = text.find_last_of("([");
    if (open != npos) {
      const auto inside = text.substr(open + 1, text.size() - open - 2);
      const bool labelled = behind_label(inside, kCreditLabels).has_value() || starts_ignoring_case(inside, "photo") || starts_ignoring_case(inside, "file");
      if (labelled || looks_like_credit(inside) || photographers_bracket(text) == open) {
        auto credit = behind_label(inside, kCreditLabels).value_or(inside);
        if (const auto read = find_ignoring_case(credit, "should read"); read != npos) credit = credit.substr(read + 11);
        caption.credit = std::string(strip(credit, " :"));
        text = trim(text.substr(0, open));
      }
    }
  }
  // A last piece behind a full stop or a bar: "Photo: X", "AFP PHOTO/X", "REUTERS/X".
  std::size_t cut = npos;
  for (const std::string_view separator : {". ", "! ", "? ", ".\" ", ".” ", " | ", " – ", " — ", ".) "}) {
    const auto at = text.rfind(separator);
    if (at != npos && (cut == npos || at + separator.size() > cut)) cut = at + separator.size();
  }
  if (cut == npos) cut = 0;
  auto tail = text.substr(cut);
  auto credit = read_image_credit(tail);
  if (!credit && cut > 0 && looks_like_credit(tail) && !ends_sentence(tail)) credit = std::string(tail);
  if (!credit) {
    // A label in the middle of the last piece: "A market in Oslo Photo: Jane Roe".
    for (const std::string_view label : {"Photograph:", "Photo:", "Image:", "Credit:", "Picture:", "Foto:", "PHOTO:", "Image credit:", "Photo credit:", "Image source,",
                                         "Photo by ", "Picture by "}) {
      const auto at = tail.find(label);
      if (at == npos) continue;
      credit = read_image_credit(tail.substr(at));
      if (!credit) credit = std::string(trim(tail.substr(at + label.size())));
      cut += at;
      break;
    }
  }
  if (credit) {
    if (caption.credit.empty()) caption.credit = std::string(strip(*credit, " ."));
    text = strip(text.substr(0, cut), " |–—-");
  }
  caption.text = std::string(trim(text));
  return caption;
}

bool mentions_image_credit(std::string_view text) {
  for (const std::string_view sign : {"AFP PHOTO", "AP Photo/", "Getty Images", "Photo credit", "REUTERS/", "(Photo by", "(Photo:", "[Photo:", "Photo: ", "Photograph: ",
                                      "/AFP", "/AP)", "/EPA", "/Reuters", "(Image:", "File photo"}) {
    if (text.find(sign) != npos) return true;
  }
  return false;
}

}  // namespace attache::reading
