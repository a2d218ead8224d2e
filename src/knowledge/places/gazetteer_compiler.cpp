#include "base/hash.h"
#include "base/image.h"
#include "knowledge/places/gazetteer.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <tuple>

namespace attache::knowledge {
namespace {

constexpr std::size_t bucket_bits = 16;

/// Words that GeoNames puts around a division's proper name.
constexpr std::string_view leading_words[] = {"Province of ", "State of ", "Municipality of ", "County of ", "District of ", "Republic of ", "Governorate of ",
                                              "Emirate of ",  "Canton of ", "Region of ",      "Department of ", "Provincia de ", "Provincia di ", "Departamento de "};
constexpr std::string_view trailing_words[] = {" Province",  " District",   " County",   " Oblast",       " Raion",   " Region",      " Governorate", " Prefecture",
                                               " Department", " State",      " Republic", " Krai",         " Regency", " Municipality", " Division",    " Zone",
                                               " Voivodeship", " Parish",    " Autonomous Region", " City", " Territory", " Department", " Rayon", " Provinsi"};

/// A line's fields and where it stands.
struct Line {
  std::vector<std::string_view> fields;
  std::uint64_t number = 0;
};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

template <typename Number>
bool read_number(std::string_view text, Number& value) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && stop == text.data() + text.size();
}

/// Degrees with two decimals as hundredths.
bool read_degrees(std::string_view text, std::int32_t& value) {
  double degrees = 0;
  if (!read_number(text, degrees) || degrees < -180 || degrees > 180) return false;
  value = static_cast<std::int32_t>(std::lround(degrees * 100));
  return true;
}

/// Countries whose towns GeoNames writes with the Arabic article, which English reports mostly leave out: "Al Qāmishlī" is Qamishli.
constexpr std::array<std::string_view, 19> arabic_countries = {"AE", "BH", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "YE"};

/// The town's name without its article, however that is assimilated; empty where there is none.
std::string_view without_article(std::string_view name) {
  constexpr std::size_t least = 5;  // shorter ones are other words too often
  const std::size_t stop = name.find_first_of(" -");
  if (stop == std::string_view::npos || stop < 2 || stop > 3 || name.size() - stop - 1 < least) return {};
  constexpr std::array<std::string_view, 18> articles = {"Ad", "Adh", "Al", "An", "Ar", "As", "Ash", "At", "Ath", "Az", "Ed", "El", "En", "Er", "Es", "Esh", "Et", "Ez"};
  const bool article = std::find(articles.begin(), articles.end(), name.substr(0, stop)) != articles.end();
  return article ? name.substr(stop + 1) : std::string_view();
}

class Compiler {
 public:
  explicit Compiler(std::string folder) : folder_(std::move(folder)) {}

  Result<std::string> run() {
    if (auto read = table("countries.tsv", {10, 10}, [this](const Line& line) { return country(line); }); !read) return tl::unexpected(read.error());
    if (auto read = table("regions.tsv", {7, 7}, [this](const Line& line) { return region(line); }); !read) return tl::unexpected(read.error());
    if (auto read = table("places.tsv", {7, 8}, [this](const Line& line) { return city(line); }); !read) return tl::unexpected(read.error());
    if (auto read = table("supplement.tsv", {7, 7}, [this](const Line& line) { return supplement(line); }); !read) return tl::unexpected(read.error());
    if (auto read = table("other_names.tsv", {3, 3}, [this](const Line& line) { return other_name(line); }); !read) return tl::unexpected(read.error());
    if (auto read = country_names(); !read) return tl::unexpected(read.error());
    if (auto read = table("ordinary_words.tsv", {1, 1}, [this](const Line& line) { return ordinary_word(line); }); !read) return tl::unexpected(read.error());
    return image();
  }

 private:
  /// How many fields a line may have.
  struct Fields {
    std::size_t least, most;
  };

  template <typename Handle>
  Result<void> table(const std::string& file, Fields fields, Handle handle) {
    const std::string path = folder_ + "/gazetteer/" + file;
    std::ifstream stream(path);
    if (!stream) return tl::unexpected(Error{ErrorKind::not_found, "the gazetteer's table is missing", {path, {}, {}, {}}, {}});
    std::string text;
    for (std::uint64_t number = 1; std::getline(stream, text); ++number) {
      if (text.empty() || text.front() == '#') continue;
      const Line line{split(text, '\t'), number};
      if (line.fields.size() < fields.least || line.fields.size() > fields.most || !handle(line)) {
        return tl::unexpected(Error{ErrorKind::malformed, "expected " + std::to_string(fields.most) + " fields, with numbers where they belong", {path, {}, number, {}}, {}});
      }
    }
    return {};
  }

  std::uint32_t add(std::string_view name, PlaceKind kind) {
    Place place{};
    place.name = static_cast<std::uint32_t>(text_.size());
    place.name_length = static_cast<std::uint16_t>(name.size());
    place.country = place.region = no_place;
    place.kind = kind;
    text_ += name;
    places_.push_back(place);
    return static_cast<std::uint32_t>(places_.size() - 1);
  }

  static void set_code(Place& place, std::string_view code) { std::copy_n(code.begin(), std::min(code.size(), place.code.size()), place.code.begin()); }

  /// Notes a name and the beginnings at which a reader must not give up.
  void name(std::string_view text, std::uint32_t place, NameKind kind) {
    std::string key;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t stop = std::min(text.find_first_of(" -–'’", at), text.size());
      append_name_key(key, text.substr(at, stop - at));
      at = stop == text.size() ? stop : stop + (text[stop] == '\xE2' ? 3 : 1);
      if (at < text.size() && !key.empty()) prefixes_.push_back(stable_hash(key));
    }
    if (key.size() < 2) return;
    names_.push_back({stable_hash(key), place, kind, 0, 0});
    constexpr std::string_view saint = "Saint ";
    if (text.starts_with(saint)) {
      std::string shortened("St ");
      shortened.append(text.substr(saint.size()));
      name(shortened, place, NameKind::other);
    }
  }

  /// The forms that English reports give a town of the Arab world: without its article, and without the silent last letter of "Qayyarah".
  void arabic_forms(std::string_view text, std::string_view iso2, std::uint32_t place) {
    if (std::find(arabic_countries.begin(), arabic_countries.end(), iso2) == arabic_countries.end()) return;
    constexpr std::size_t least = 6;
    const auto note = [&](std::string_view form, bool as_written) {
      if (!as_written) name(form, place, NameKind::other);
      if (form.size() >= least && form.ends_with("ah")) name(form.substr(0, form.size() - 1), place, NameKind::other);
    };
    note(text, true);
    if (const std::string_view bare = without_article(text); !bare.empty()) note(bare, false);
  }

  bool country(const Line& line) {
    const auto& field = line.fields;
    const std::uint32_t index = add(field[2], PlaceKind::country);
    Place& place = places_[index];
    place.country = index;
    set_code(place, field[1]);
    if (!read_degrees(field[4], place.latitude) || !read_degrees(field[5], place.longitude)) return false;
    if (!read_number(field[6], place.population) || !read_number(field[9], place.geonames_id)) return false;
    by_iso2_[std::string(field[0])] = index;
    by_iso3_[std::string(field[1])] = index;
    std::string capital;
    append_name_key(capital, field[3]);
    capitals_[std::string(field[0])] = capital;
    name(field[2], index, NameKind::main);
    return true;
  }

  bool region(const Line& line) {
    const auto& field = line.fields;
    const auto country = by_iso2_.find(std::string(field[1]));
    const bool first_order = field[0] == "1";
    if (country == by_iso2_.end() || (!first_order && field[0] != "2")) return false;
    const std::uint32_t index = add(field[3], first_order ? PlaceKind::region : PlaceKind::district);
    Place& place = places_[index];
    place.country = country->second;
    const std::string key = std::string(field[1]) + "." + std::string(field[2]);
    if (first_order) {
      place.region = index;
      regions_[key] = index;
    } else if (const auto found = regions_.find(key); found != regions_.end()) {
      place.region = found->second;
    }
    set_code(place, field[2]);
    if (!read_degrees(field[4], place.latitude) || !read_degrees(field[5], place.longitude) || !read_number(field[6], place.population)) return false;
    name(field[3], index, NameKind::main);
    std::string_view bare = field[3];
    for (const std::string_view word : leading_words) {
      if (bare.starts_with(word)) bare.remove_prefix(word.size());
    }
    for (const std::string_view word : trailing_words) {
      if (bare.ends_with(word) && bare.size() > word.size() + 2) bare.remove_suffix(word.size());
    }
    if (bare != field[3]) name(bare, index, NameKind::main);
    return true;
  }

  bool city(const Line& line) {
    const auto& field = line.fields;
    const auto country = by_iso2_.find(std::string(field[2]));
    if (country == by_iso2_.end()) return false;
    const std::uint32_t index = add(field[1], PlaceKind::city);
    Place& place = places_[index];
    place.country = country->second;
    const auto region = regions_.find(std::string(field[2]) + "." + std::string(field[3]));
    if (region != regions_.end()) place.region = region->second;
    if (!read_number(field[0], place.geonames_id) || !read_degrees(field[4], place.latitude) || !read_degrees(field[5], place.longitude) ||
        !read_number(field[6], place.population)) {
      return false;
    }
    std::string key;
    append_name_key(key, field[1]);
    place.capital = capitals_[std::string(field[2])] == key;
    name(field[1], index, NameKind::main);
    arabic_forms(field[1], field[2], index);
    if (field.size() < 8) return true;
    for (const std::string_view other : split(field[7], '|')) name(other, index, NameKind::other);
    return true;
  }

  bool supplement(const Line& line) {
    const auto& field = line.fields;
    const PlaceKind kind = field[2] == "region" ? PlaceKind::region : PlaceKind::site;
    if (kind != PlaceKind::region && field[2] != "site") return false;
    const std::uint32_t index = add(field[0], kind);
    Place& place = places_[index];
    if (!field[3].empty()) {
      const auto country = by_iso3_.find(std::string(field[3]));
      if (country == by_iso3_.end()) return false;
      place.country = country->second;
    }
    if (!read_degrees(field[4], place.latitude) || !read_degrees(field[5], place.longitude) || !read_number(field[6], place.population)) return false;
    if (kind == PlaceKind::site && place.country != no_place) place.region = division_around(place);
    name(field[0], index, NameKind::main);
    if (field[1].empty()) return true;
    for (const std::string_view other : split(field[1], '|')) name(other, index, NameKind::main);
    return true;
  }

  /// The first-order division of the nearest town of the same country, as far as one is near.
  std::uint32_t division_around(const Place& site) const {
    constexpr double reach_km = 60;
    double nearest = reach_km;
    std::uint32_t region = no_place;
    for (const Place& town : places_) {
      if (town.kind != PlaceKind::city || town.country != site.country || town.region == no_place) continue;
      if (std::abs(town.latitude - site.latitude) > 100 || std::abs(town.longitude - site.longitude) > 200) continue;
      const double distance = distance_km(site.latitude, site.longitude, town.latitude, town.longitude);
      if (distance < nearest) nearest = distance, region = town.region;
    }
    return region;
  }

  bool other_name(const Line& line) {
    const auto& field = line.fields;
    const NameKind kind = field[2] == "abbreviation" ? NameKind::abbreviation : NameKind::main;
    if (kind == NameKind::main && field[2] != "name") return false;
    const std::string key(field[1]);
    if (std::uint32_t id = 0; read_number(field[1], id)) {
      const auto city = std::find_if(places_.begin(), places_.end(), [&](const Place& place) { return place.geonames_id == id; });
      if (city == places_.end()) return false;
      name(field[0], static_cast<std::uint32_t>(city - places_.begin()), kind);
      return true;
    }
    const auto& table = key.find('.') == std::string::npos ? by_iso2_ : regions_;
    const auto found = table.find(key);
    if (found == table.end()) return false;
    name(field[0], found->second, kind);
    return true;
  }

  /// True where another land with a place of its own in the tables bears the name: England is not the United Kingdom, nor Mayotte France.
  bool is_other_land(const std::string& text, std::uint32_t country) const {
    std::string key;
    append_name_key(key, text);
    const std::uint64_t hash = stable_hash(key);
    return std::any_of(names_.begin(), names_.end(), [&](const NameRow& row) {
      if (row.hash != hash || row.kind != NameKind::main || row.place == country) return false;
      const Place& place = places_[row.place];
      return place.kind == PlaceKind::country || (place.kind == PlaceKind::region && place.population > 1'000'000 && name_of(place) == text);
    });
  }

  std::string_view name_of(const Place& place) const { return std::string_view(text_).substr(place.name, place.name_length); }

  bool ordinary_word(const Line& line) {
    std::string key;
    append_name_key(key, line.fields[0]);
    if (key.empty()) return false;
    ordinary_.push_back(stable_hash(key));
    return true;
  }

  /// The other names and the demonyms of countries stand with the actors.
  Result<void> country_names() {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ + "/actors/countries", error)) {
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      try {
        for (const YAML::Node& entry : YAML::LoadFile(file.string())) country_entry(entry);
      } catch (const YAML::Exception& trouble) {
        return tl::unexpected(Error{ErrorKind::malformed, trouble.msg, {file.string(), {}, static_cast<std::uint64_t>(trouble.mark.line + 1), {}}, {}});
      }
    }
    return {};
  }

  void country_entry(const YAML::Node& entry) {
    if (!entry["code"] || !entry["name"] || entry["sector"] || entry["to"]) return;  // breakaway and former states have no place of their own here
    const auto country = by_iso3_.find(entry["code"].as<std::string>());
    if (country == by_iso3_.end()) return;
    const auto note = [&](const std::string& text, NameKind kind) {
      if (!text.empty()) name(text, country->second, kind);
    };
    if (const auto own = entry["name"].as<std::string>(); !is_other_land(own, country->second)) note(own, NameKind::main);
    const auto note_all = [&](const char* key, NameKind kind) {
      if (!entry[key] || !entry[key].IsSequence()) return;
      for (const YAML::Node& item : entry[key]) {
        if (!item.IsScalar()) continue;
        const auto text = item.as<std::string>();
        if (kind != NameKind::main || !is_other_land(text, country->second)) note(text, kind);
      }
    };
    note_all("names", NameKind::main);
    note_all("demonyms", NameKind::demonym);
    note_all("people", NameKind::demonym);
  }

  std::string image() {
    std::sort(ordinary_.begin(), ordinary_.end());
    for (NameRow& row : names_) row.ordinary = std::binary_search(ordinary_.begin(), ordinary_.end(), row.hash);
    std::sort(prefixes_.begin(), prefixes_.end());
    prefixes_.erase(std::unique(prefixes_.begin(), prefixes_.end()), prefixes_.end());
    for (const std::uint64_t hash : prefixes_) names_.push_back({hash, no_place, NameKind::prefix, 0, 0});
    const auto order = [&](const NameRow& row) {
      const bool real = row.place != no_place;
      return std::tuple(row.hash, row.kind, real ? places_[row.place].kind != PlaceKind::country : true, real ? ~places_[row.place].population : 0u, row.place);
    };
    std::sort(names_.begin(), names_.end(), [&](const NameRow& a, const NameRow& b) { return order(a) < order(b); });
    // The same place by the same name once, under its best kind.
    std::vector<NameRow> unique;
    for (const NameRow& row : names_) {
      bool known = false;
      for (std::size_t i = unique.size(); i-- > 0 && unique[i].hash == row.hash;) known = known || unique[i].place == row.place;
      if (!known) unique.push_back(row);
    }
    std::vector<std::uint32_t> buckets;
    std::size_t at = 0;
    for (std::uint64_t bucket = 0; bucket < (std::uint64_t{1} << bucket_bits); ++bucket) {
      while (at < unique.size() && (unique[at].hash >> (64 - bucket_bits)) < bucket) ++at;
      buckets.push_back(static_cast<std::uint32_t>(at));
    }
    buckets.push_back(static_cast<std::uint32_t>(unique.size()));
    ImageWriter writer;
    writer.add("places", to_section(places_));
    writer.add("names", to_section(unique));
    writer.add("buckets", to_section(buckets));
    writer.add("text", text_);
    return writer.bytes();
  }

  std::string folder_;
  std::string text_;
  std::vector<Place> places_;
  std::vector<NameRow> names_;
  std::vector<std::uint64_t> prefixes_, ordinary_;
  std::map<std::string, std::uint32_t> by_iso2_, by_iso3_, regions_;
  std::map<std::string, std::string> capitals_;
};

}  // namespace

Result<Gazetteer> Gazetteer::compile(const std::string& lexicon_dir) {
  auto bytes = Compiler(lexicon_dir).run();
  if (!bytes) return tl::unexpected(bytes.error());
  Gazetteer gazetteer;
  gazetteer.owned_ = std::make_shared<const std::string>(std::move(*bytes));
  if (auto attached = gazetteer.attach(std::as_bytes(std::span(*gazetteer.owned_))); !attached) return tl::unexpected(attached.error());
  return gazetteer;
}

}  // namespace attache::knowledge
