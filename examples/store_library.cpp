/// Pages into a database, a question to it, and a file for programs that read GDELT's: what the library does, in one program.
///
///     attache_store_example news.db 'pages/*.html' > events.export.CSV

#include <attache/attache.h>
#include <attache/store.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace {

std::string text_of(const attache::PanelCell& cell) {
  struct Texts {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(const std::string& text) const { return text.empty() ? "?" : text; }
    std::string operator()(std::int64_t count) const { return std::to_string(count); }
    std::string operator()(double number) const { return std::to_string(number); }
  };
  return std::visit(Texts(), cell);
}

int fail(const attache::Error& error) {
  std::fprintf(stderr, "%s\n", attache::to_string(error).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: %s DATABASE FILE…\n", argv[0]), 2;
  const std::string database = argv[1];
  const auto attache = attache::Attache::open();
  if (!attache) return fail(attache.error());

  // Each document once, however often this is run.
  attache::Ingestion ingestion;
  ingestion.files.assign(argv + 2, argv + argc);
  ingestion.on_error = [](const attache::Error& error) { std::fprintf(stderr, "%s\n", attache::to_string(error).c_str()); };
  const auto counts = attache::ingest(*attache, database, ingestion);
  if (!counts) return fail(counts.error());
  std::fprintf(stderr, "%llu new documents, %llu new reports\n", static_cast<unsigned long long>(counts->added), static_cast<unsigned long long>(counts->reports_added));

  // Merged events by who, whom and month.
  auto store = attache::Store::open(database);
  if (!store) return fail(store.error());
  const auto panel = store->panel({.by = {"dyad", "month"}, .show = {"count", "goldstein_mean"}});
  if (!panel) return fail(panel.error());
  for (const auto& row : panel->rows) {
    std::string line;
    for (const auto& cell : row) line += text_of(cell) + ' ';
    std::fprintf(stderr, "%s\n", line.c_str());
  }

  // The same events in the columns of GDELT 2.0.
  const auto written = store->write(*attache, {.format = "gdelt"}, [](std::string_view lines) { return std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size(); });
  return written ? 0 : fail(written.error());
}
