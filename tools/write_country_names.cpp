/// Writes the names of countries and dependencies, as the lexicon has them, as two tables for `outputs/country_names.cpp`.
///
///     write_country_names LEXICON_FOLDER TABLE_OUT

#include "base/utf8.h"
#include "knowledge/actors/lexicon_files.h"

#include <cstdio>
#include <fstream>
#include <map>

namespace {

using attache::knowledge::ActorKind;
using attache::knowledge::ActorSource;

/// The ISO code by which data sets know the entry as a country; empty when they do not.
std::string iso_code(const ActorSource& entry) { return entry.kind == ActorKind::country ? entry.code : entry.iso; }

void write(std::ofstream& out, const char* table, const std::map<std::string, std::string>& rows, bool name_first) {
  out << "constexpr std::array<Name, " << rows.size() << "> " << table << " = {\n";  // the size is told: Clang deduces none so large
  for (const auto& [key, value] : rows) out << "    Name{\"" << (name_first ? value : key) << "\", \"" << (name_first ? key : value) << "\"},\n";
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: write_country_names LEXICON_FOLDER TABLE_OUT\n", stderr);
    return 2;
  }
  const auto source = attache::knowledge::read_lexicon_files(argv[1]);
  if (!source) {
    std::fprintf(stderr, "%s\n", to_string(source.error()).c_str());
    return 1;
  }
  std::map<std::string, std::string> names, read_as;
  for (const bool today : {true, false}) {  // a former state's name is read as its successor's where no state of today has it
    for (const ActorSource& entry : source->actors) {
      const std::string code = iso_code(entry);
      const bool is_today = entry.from == attache::knowledge::since_always && entry.to == attache::knowledge::until_now;
      if (code.empty() || is_today != today) continue;
      if (today) names.try_emplace(code, entry.name);
      read_as.try_emplace(attache::fold(entry.name), code);
      for (const auto& name : entry.names) read_as.try_emplace(attache::fold(name), code);
    }
  }
  std::ofstream out(argv[2]);
  out << "// Written by write_country_names from the lexicon.\n\n";
  write(out, "names", names, false);
  out << '\n';
  write(out, "read_names", read_as, true);
  out.close();
  if (!out) {
    std::fprintf(stderr, "%s: cannot write\n", argv[2]);
    return 1;
  }
  return 0;
}
