#ifndef ATTACHE_BENCH_LANGUAGE_NEWS_PARAGRAPHS_H_
#define ATTACHE_BENCH_LANGUAGE_NEWS_PARAGRAPHS_H_

#include <attache/document.h>

#include <cstddef>
#include <iterator>

namespace attache {

/// Prose as news agencies write it, invented, for the benchmarks of the language layer.
inline constexpr const char* kNewsParagraphs[] = {
    "STRELSAU, May 22 (Reuters) - Ruritania's foreign minister said on Wednesday that his government would not recall its ambassador, despite a "
    "border clash in which at least 12 soldiers were killed.",
    "\u201CWe don't want a war, and we can't afford one,\u201D Mr. Sapt told reporters in the U.S. capital. \u201CBut we will answer any attack.\u201D",
    "The two countries signed a $1.5 billion agreement in 2014, ending a dispute over the 30-km frontier; it was never ratified.",
    "Gen. J. K. Bersonin, who leads the 5,000-strong force, arrived at 7:30 p.m. with Dr. Elsa Tarlenheim of the U.N. refugee agency.",
    "No one was hurt. Police arrested three men, including a former member of the workers' party, and seized weapons, documents and about "
    "\u20AC40,000 in cash, officials said.",
};

/// A page of `paragraphs` paragraphs, the same ones over and over.
inline Document news_page(std::size_t paragraphs) {
  Document document;
  for (std::size_t i = 0; i < paragraphs; ++i) document.blocks.push_back({BlockKind::body, kNewsParagraphs[i % std::size(kNewsParagraphs)]});
  return document;
}

}  // namespace attache

#endif  // ATTACHE_BENCH_LANGUAGE_NEWS_PARAGRAPHS_H_
