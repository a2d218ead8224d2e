#pragma once
/// Who wrote, sent and pictured: bylines, agency lines, picture credits.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// Writers' names or initials, and the news agencies named with them, as printed.
struct Credit {
  std::string byline;
  std::vector<std::string> agencies;
};

/// True for a news agency by its usual names, whatever the case: `Reuters`, `dpa`, `Agence France-Presse`.
bool is_news_agency(std::string_view name);

/// A line of its own that says who wrote the article: "By Jane Roe", "By Jane Roe in Cairo and agencies", "Written by …". The byline
/// is without "By", and what follows a `|` or a date is no part of it.
std::optional<Credit> read_byline(std::string_view line);

/// A name behind the word for "by" in another language: "Von Karl Weber", "Par Élise Moreau". Every word is a name's.
std::optional<Credit> read_foreign_byline(std::string_view line);

/// The name behind a day in one line: "4 March 2014 By Jane Roe", "Posted on March 4, 2014 by Jane Roe".
std::optional<Credit> read_byline_behind_day(std::string_view line);

/// A line at an article's end that names initials, agencies or both: `mk/rt (AFP, dpa)`, `(Reuters)`, `Source: Xinhua`,
/// `Reporting by Jane Roe; Editing by John Doe`.
std::optional<Credit> read_closing_credit(std::string_view line);

/// The agency in a dateline at a paragraph's beginning: `OSLO, March 3 (Reuters) -`, `OSLO (AP) —`; empty when there is none.
std::string agency_in_dateline(std::string_view paragraph);

/// The agency that begins a date line: `Reuters, Monday 30 July 2012`; empty when none does.
std::string agency_in_date_line(std::string_view line);

/// A writer's post on a line of its own below the name, as wires print it: `Associated Press Writer`, `Reuters Correspondent`.
bool is_writers_post(std::string_view line);

/// A picture's text cut into the part that tells what is seen and the part that tells whose it is.
struct Caption {
  std::string text;
  std::string credit;  ///< Empty when none is printed.
};

/// Cuts the credit from a caption: `… in Oslo. Photo: Jane Roe/AFP`, `… (AP Photo/Jane Roe)`, `… [File: Jane Roe/Reuters]`, `… REUTERS/Jane Roe`.
Caption split_caption(std::string_view text);

/// A line that is nothing but a picture's credit: `Image: AFP/Getty Images`, `Photo by Jane Roe`, `Jane Roe/Reuters`. The credit without the label.
std::optional<std::string> read_image_credit(std::string_view line);

/// A caption's text without a label such as "Image caption", "Caption:" or "FILE PHOTO:"; one that begins as agencies' do, "In this May 3, 2013, file photo", as
/// it is, and so one that ends with source and photographer, "… in Oslo. (Reuters/Jane Roe)". Nothing when the line does neither.
std::optional<std::string_view> labelled_caption(std::string_view line);

/// True when the text holds a picture credit somewhere, as captions do and paragraphs do not.
bool mentions_image_credit(std::string_view text);

}  // namespace attache::reading
