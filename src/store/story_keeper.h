#pragma once
/// Stories and events across documents: the book that decides, with the database for its memory.

#include "store/coded_document.h"
#include "store/sqlite.h"
#include "stories/story_book.h"

#include <functional>

namespace attache::store {

/// What the book is told of a document: of the page where it was read, else of the titles and sentences of its records. Pure; may be done on any thread.
stories::NewDocument prepare(const CodedDocument& document);

/// A condition on `documents d`: the fingerprint is another version's, so that the document is not compared with.
std::string other_fingerprint_sql();

class StoryKeeper {
 public:
  /// `before_loading` is called before earlier decisions are read from the database, and comes back when all are there.
  StoryKeeper(const Connection& connection, std::function<void()> before_loading);
  /// Decides on a document that is new.
  stories::DocumentDecision decide(const stories::NewDocument& document) { return book_.add(document); }
  /// Documents that could not be compared with so far, for another version of the program took their fingerprints.
  std::uint64_t not_compared() const { return not_compared_; }

 private:
  std::vector<stories::RememberedDocument> load(std::optional<Day> day, std::size_t most);

  std::function<void()> before_loading_;
  std::uint64_t not_compared_ = 0;
  Statement documents_of_day_, documents_without_day_, reports_;
  stories::StoryBook book_;
};

}  // namespace attache::store
