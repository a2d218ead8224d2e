#include "reading/reader.h"

#include "reading/input_records.h"
#include "reading/record_reader.h"

namespace attache {
namespace {

/// Reads each record as it comes.
RecordSink reading_each(RecordReader& reader, const std::function<void(Document&&)>& on_document, const std::function<void(const Error&)>& on_error) {
  const auto pass_over = [](std::string_view) {};
  return {[&reader, &on_document, &on_error, pass_over](Record&& record) { reader.read(std::move(record), on_document, on_error, pass_over); }, on_error, pass_over};
}

}  // namespace

void read_bytes(std::string_view bytes, const Place& place, const ReadOptions& options,
                const std::function<void(Document&&)>& on_document, const std::function<void(const Error&)>& on_error) {
  RecordReader reader(options);
  read_records(bytes, place, options.text_as_it_is, reading_each(reader, on_document, on_error));
}

void read_file(const std::string& path, const ReadOptions& options, const std::function<void(Document&&)>& on_document,
               const std::function<void(const Error&)>& on_error) {
  RecordReader reader(options);
  read_records(path, options.text_as_it_is, reading_each(reader, on_document, on_error));
}

}  // namespace attache
