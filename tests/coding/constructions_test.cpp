#include "coding/coder.h"
#include "fixture.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace attache::coding {
namespace {

using testing::Fixture;

const EventCoder& coder() {
  static const EventCoder shared = [] {
    auto made = EventCoder::compile(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
    if (!made) {
      ADD_FAILURE() << to_string(made.error());
      std::abort();
    }
    return std::move(*made);
  }();
  return shared;
}

/// Every sentence under tests/coding/constructions gives exactly the events it names.
TEST(Constructions, give_the_events_they_name) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ATTACHE_SOURCE_DIR) + "/tests/coding/constructions")) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  ASSERT_FALSE(files.empty());
  for (const auto& file : files) {
    const auto fixtures = testing::read_fixtures(file, [](const Error& error) { ADD_FAILURE() << to_string(error); });
    EXPECT_FALSE(fixtures.empty()) << file;
    for (const Fixture& fixture : fixtures) {
      Document document;
      document.id = "fixture";
      document.published = day_from_iso("2013-05-22");
      document.blocks.push_back({BlockKind::body, std::string(fixture.owned.sentence.text)});
      Explanation explanation;
      const auto events = coder().code(document, {&fixture.owned.sentence, 1}, {&fixture.mentions, 1}, &explanation);
      std::vector<std::string> got;
      for (const auto& event : events) got.push_back(notation(event));
      auto wanted = fixture.events;
      std::sort(got.begin(), got.end());
      std::sort(wanted.begin(), wanted.end());
      std::string tried;
      for (const auto& trace : explanation.frames) tried += "\n  " + trace.frame + " \"" + trace.trigger + "\": " + (trace.coded ? trace.type : trace.why_not);
      EXPECT_EQ(got, wanted) << file << ": " << fixture.owned.sentence.text << tried;
    }
  }
}

TEST(EventCoder, gives_the_same_events_from_its_image) {
  const std::string image = coder().to_image();
  const auto again = EventCoder::open(std::as_bytes(std::span(image)));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->to_image(), image);
}

TEST(EventCoder, refuses_a_damaged_image) {
  const std::string image = coder().to_image();
  for (std::size_t size = 0; size < image.size(); size += 1 + size / 3) {
    const std::string cut = image.substr(0, size);
    const auto opened = EventCoder::open(std::as_bytes(std::span(cut)));
    ASSERT_FALSE(opened.has_value()) << size;
    EXPECT_EQ(opened.error().kind, ErrorKind::internal);
  }
}

TEST(EventCoder, leaves_out_sentences_without_a_tree) {
  Sentence sentence;
  const SentenceMentions mentions;
  EXPECT_TRUE(coder().code(Document{}, {&sentence, 1}, {&mentions, 1}).empty());
}

}  // namespace
}  // namespace attache::coding
