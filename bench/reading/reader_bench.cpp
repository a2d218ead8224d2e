/// Bytes a second through reading, for the kinds of input that there are, and for pages made to be slow.

#include "reading/language_id.h"
#include "reading/reader.h"

#include <benchmark/benchmark.h>

namespace attache {
namespace {

constexpr const char* kParagraphs[] = {
    "The foreign ministers of Ruritania and Strelsau met on Monday to discuss the fishing grounds off the northern coast, which both of them claim.",
    "Ruritania accused its neighbor last year of seizing eleven boats and holding their crews without trial for six weeks; the crews came home in May.",
    "\u201CWe will not recall our ambassador,\u201D the minister told reporters, \u201Cand we will not answer threats.\u201D A spokesman would not say more.",
};

std::string html_page(std::size_t paragraphs) {
  std::string page = "<!DOCTYPE html><html lang=\"en\"><head><title>Neighbors talk about fish | The Zenda Times</title><meta property=\"og:site_name\" content=\"The Zenda Times\">"
                     "<script>var config = {\"a\": 1};</script></head><body class=\"page\"><nav><ul>";
  for (int i = 0; i < 100; ++i) page += "<li class=\"menu-item\"><a href=\"/section/" + std::to_string(i) + "\">Section " + std::to_string(i) + "</a></li>";
  page += "</ul></nav><main><article><h1>Neighbors talk about fish</h1><p class=\"byline\">By Jane Roe</p><time datetime=\"2014-03-04\">4 March 2014</time>";
  for (std::size_t i = 0; i < paragraphs; ++i) page += std::string("<p class=\"story-text\">") + kParagraphs[i % std::size(kParagraphs)] + " " + std::to_string(i) + "</p><div class=\"ad-slot\"></div>";
  page += "</article></main><div class=\"related\">";
  for (int i = 0; i < 50; ++i) page += "<div class=\"card\"><h3><a href=\"/story/" + std::to_string(i) + "\">Another story of this day " + std::to_string(i) + "</a></h3><p>What it is about, in short.</p></div>";
  return page + "</div><footer>About us</footer></body></html>";
}

std::string text_page(std::size_t paragraphs) {
  std::string page = "Skip to content\n\nNeighbors talk about fish\n\nMarch 4, 2014\n\n";
  for (std::size_t i = 0; i < paragraphs; ++i) page += std::string(kParagraphs[i % std::size(kParagraphs)]) + " " + std::to_string(i) + "\n\n";
  return page;
}

std::string json_lines(std::size_t documents) {
  std::string lines;
  for (std::size_t i = 0; i < documents; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"Neighbors talk about fish\",\"date\":\"2014-03-04\",\"text\":\"";
    for (const char* paragraph : kParagraphs) lines += std::string(paragraph) + "\\n\\n";
    lines += "\"}\n";
  }
  return lines;
}

void read(benchmark::State& state, const std::string& bytes) {
  const Place place{"bench"};
  for (auto _ : state) {
    std::size_t blocks = 0;
    read_bytes(bytes, place, {}, [&](Document&& document) { blocks += document.blocks.size(); }, [](const Error&) {});
    benchmark::DoNotOptimize(blocks);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void read_html(benchmark::State& state) { read(state, html_page(static_cast<std::size_t>(state.range(0)))); }
BENCHMARK(read_html)->Arg(20)->Arg(200)->Arg(2000);

void read_text(benchmark::State& state) { read(state, text_page(static_cast<std::size_t>(state.range(0)))); }
BENCHMARK(read_text)->Arg(20)->Arg(2000);

void read_json_lines(benchmark::State& state) { read(state, json_lines(1000)); }
BENCHMARK(read_json_lines);

/// Pages that no one writes: the time per byte must not grow with their length.
void read_nested_elements(benchmark::State& state) {
  std::string page = "<html><body>";
  for (int i = 0; i < state.range(0); ++i) page += "<div><b class=x>";
  read(state, page + kParagraphs[0]);
}
BENCHMARK(read_nested_elements)->Arg(1'000)->Arg(10'000)->Arg(100'000);

void identify(benchmark::State& state) {
  const std::string text = text_page(20);
  for (auto _ : state) benchmark::DoNotOptimize(reading::identify_language(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(identify);

}  // namespace
}  // namespace attache
