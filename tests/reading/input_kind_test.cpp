/// What an input is told by its content, never by its name.

#include "reading/input_kind.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

using namespace std::string_view_literals;

TEST(InputKind, IsToldByTheFirstBytes) {
  const struct {
    std::string_view bytes;
    InputKind kind;
  } cases[] = {
      {"", InputKind::empty},
      {" \n\t\r\n ", InputKind::empty},
      {"\xEF\xBB\xBF", InputKind::empty},
      {"\x1F\x8B\x08\x00", InputKind::gzip},
      {"<!DOCTYPE html><html>", InputKind::html},
      {"  \n<HTML><BODY>", InputKind::html},
      {"<!-- saved page --><p>Text</p>", InputKind::html},
      {"HTTP header left in\n<html><p>x", InputKind::html},
      {"<div>one</div>", InputKind::html},
      {"Talks resume\n\nThe envoys met on Monday.", InputKind::text},
      {"x < y and <b>bold</b> in a plain text", InputKind::text},
      {"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", InputKind::json_lines},
      {"{\"text\":\"a\"}", InputKind::json_lines},
      {"{\n  \"text\": \"a\"\n}\n", InputKind::json},
      {"{curly} braces in a text", InputKind::text},
      {"<?xml version=\"1.0\"?><rss version=\"2.0\">", InputKind::xml},
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", InputKind::xml},
      {"WARC/1.0\r\nWARC-Type: response", InputKind::web_archive},
      {"<?xml version=\"1.0\"?>\n<!-- a list -->\n<urlset xmlns=\"x\">", InputKind::xml},
      {"<nar:newsMessage xmlns:nar=\"x\">", InputKind::xml},
      {"<?xml version=\"1.0\"?><!DOCTYPE html><html>", InputKind::html},
      {"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", InputKind::mail},
      {"Title,Date,Text\na,b,c\n", InputKind::table},
      {"url;headline;n\na;b;c\n", InputKind::table},
      {"Talks, at last, text\nThe envoys met.\n", InputKind::text},
      {"# Talks resume\n\nThe envoys met.", InputKind::markdown},
      {"---\ntitle: Talks resume\n---\nThe envoys met.", InputKind::markdown},
      {"1 of 12 DOCUMENTS\n\nThe Zenda Times\n", InputKind::export_text},
      {"Talks resume\n\nDocument ZENDAT0020120303e8330001\n", InputKind::export_text},
      {"Document 12 of the treaty says so.\n", InputKind::text},
      {"PK\x03\x04 and on", InputKind::archive},
      {"%PDF-1.4 text", InputKind::binary},
      {"\x89PNG\r\n\x1A\n", InputKind::binary},
      {"a\0b\0\1\2\3\4\5\6"sv, InputKind::binary},
      {"T\0h\0e\0 \0e\0n\0v\0o\0y\0s\0 \0m\0e\0t\0"sv, InputKind::text},
      {"\xFF\xFE<\0h\0t\0m\0l\0>\0"sv, InputKind::html},
  };
  for (const auto& c : cases) EXPECT_EQ(find_kind(c.bytes, true), c.kind) << c.bytes;
}

TEST(InputKind, BinaryFormatsHaveNames) {
  EXPECT_EQ(binary_format("%PDF-1.7"), "a PDF file");
  EXPECT_EQ(binary_format("PK\x03\x04"), "a file of an office program, or a book");
  EXPECT_EQ(binary_format("text"), "");
}

}  // namespace
}  // namespace attache::reading
