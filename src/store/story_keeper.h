#pragma once
/// Stories and events across documents: the book that decides, with the database for its memory.

#include "store/coded_document.h"
#include "store/sqlite.h"
#include "stories/story_book.h"

namespace attache::store {

/// What the book is told of a document: of the page where it was read, else of the titles and sentences of its records. Pure; may be done on any thread.
stories::NewDocument prepare(const CodedDocument& document);

class StoryKeeper {
 public:
  explicit StoryKeeper(const Connection& connection);
  /// Decides on a document that is new. The decision must be written down before the next is asked for.
  stories::DocumentDecision decide(const stories::NewDocument& document) { return book_.add(document); }

 private:
  std::vector<stories::RememberedDocument> load(std::optional<Day> day, std::size_t most);

  Statement documents_of_day_, documents_without_day_, reports_;
  stories::StoryBook book_;
};

}  // namespace attache::store
