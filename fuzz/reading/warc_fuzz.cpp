/// Any bytes as a web archive, and as the body of a response in one: what stands behind them is still found.

#include "document_checks.h"

namespace {

std::string record_of(std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://zenda.example/1\r\nWARC-Date: 2014-03-05T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  attache::read_and_check("WARC/1.0\r\n" + std::string(bytes));
  static const std::string last = record_of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><h1>Envoys meet in Zenda</h1><p>The envoys met on Monday for talks about the fishing grounds.</p></html>");
  // The record says how long it is, so nothing within it can hide the next one.
  attache::check(attache::read_and_check(record_of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + std::string(bytes)) + last) > 0);
  return 0;
}
