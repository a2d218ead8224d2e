#include "reading/furniture.h"

#include "reading/phrase_set.h"
#include "reading/text.h"

#include <algorithm>
#include <iterator>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// Whole lines, without bullets, numbers and closing signs.
constexpr std::string_view kFurniture[] = {
    "menu", "main menu", "open menu", "close menu", "search", "home", "homepage", "front page", "share", "share this", "share this article", "share article", "save", "saved",
    "sign in", "log in", "login", "log out", "register", "sign up", "subscribe", "subscribe now", "subscribe today", "donate", "support us", "newsletter", "newsletters",
    "advertisement", "advertising", "ad", "sponsored", "sponsored content", "promoted", "continue reading", "continue reading below", "read more", "show more", "load more", "see more",
    "more", "listen", "listen now", "listen to this article", "listen to article", "watch", "watch now", "watch live", "live", "live tv", "print", "print this", "print article", "print page",
    "email", "email this", "e-mail", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "instagram", "youtube", "tumblr", "messenger", "viber", "line",
    "copy link", "copy url", "link copied", "close", "ok", "accept", "accept all", "cancel", "next", "previous", "prev", "back", "back to top", "top", "comments", "comment", "leave a comment",
    "no comments", "add comment", "view comments", "post a comment", "follow", "follow us", "following", "bookmark", "feedback", "send us your feedback", "contact", "contact us", "about",
    "about us", "privacy", "privacy policy", "terms", "terms of use", "terms of service", "cookie policy", "cookies", "accessibility", "help", "faq", "sitemap", "rss", "mobile", "apps",
    "video", "videos", "audio", "photos", "gallery", "galleries", "image", "images", "podcast", "podcasts", "opinion", "editorial", "world", "asia", "africa", "europe", "americas", "middle east",
    "politics", "business", "economy", "sport", "sports", "culture", "entertainment", "lifestyle", "tech", "technology", "science", "health", "environment", "travel", "weather", "local",
    "national", "international", "region", "news", "latest", "latest news", "breaking news", "breaking", "top stories", "trending", "most popular", "e-paper", "epaper", "archive", "archives",
    "edition", "change edition", "english", "language", "switch language", "go to homepage", "toggle navigation", "toggle menu", "navigation", "main navigation", "sections", "all sections",
    "report an error", "report this ad", "send to a friend", "text size", "font size", "a a a", "a- a+", "a+ a-", "like", "tweet", "pin it", "play", "pause", "mute", "fullscreen", "skip ad", "image gallery",
    "view gallery", "view image", "enlarge", "enlarge image", "enlarge this image", "toggle caption", "hide caption", "open in app", "download app", "get the app", "download", "end of advertisement",
    "story continues below", "story continues below advertisement", "article continues below", "article continues below advertisement", "article continues after ad", "scroll to continue", "skip advertisement",
    "loading", "loading...", "please wait", "go", "submit", "send", "yes", "no", "gift this article", "gift article", "give this article", "my account", "account", "profile", "settings",
    "notifications", "manage alerts", "alerts", "print edition", "today's paper", "in pictures", "in depth", "live updates", "short link", "permalink", "sharing options", "share options",
    "resize text", "aa", "reprints", "reprint", "request permission", "published", "updated", "by", "share via", "share on facebook", "share on twitter", "share on whatsapp", "facebook twitter", "facebook twitter whatsapp",
    "facebook twitter email", "facebook twitter whatsapp email", "remove ads", "go ad free", "hide", "expand", "collapse", "transcript", "show transcript", "share full article", "jump to comments",
};

/// What a longer line of furniture begins with.
constexpr std::string_view kFurnitureBeginnings[] = {
    "skip to ", "skip navigation", "jump to ", "share on ", "share via ", "share to ", "share this ", "follow us on", "follow us ", "sign in to ", "log in to ", "sign up ", "subscribe to ",
    "click here", "click to ", "tap to ", "opens in new", "you are here", "you are reading", "download the app", "download our app", "get our ", "go to the ", "back to ", "toggle ", "select language",
    "print this ", "email this ", "e-mail this ", "send to a ", "eds: ", "editors: ", "search for", "search this", "enter your email", "your email", "view all", "see all ", "all rights reserved", "please enable javascript", "javascript is", "your browser", "advertisement - ", "- advertisement",
    "advertisement (", "article continues ", "story continues ", "scroll down", "scroll to", "swipe ", "listen to this", "listen • ", "estimated reading time", "reading time", "add as a preferred", "this video can not be played",
    "to play this video", "media caption", "play video", "watch the video", "video player", "current time", "link copied", "copy link",
};

constexpr std::string_view kPageEnds[] = {
    "related", "related stories", "related articles", "related news", "related topics", "related content", "related links", "related posts", "related coverage", "related reading", "related internet links", "more on this story", "more on this topic",
    "more from", "more stories", "more news", "more like this", "more in", "most read", "most popular", "most viewed", "most shared", "trending now", "trending", "recommended", "recommended for you",
    "recommended stories", "you may also like", "you might also like", "you may like", "you might be interested in", "also on", "also read", "read also", "see also", "read next", "up next", "next story", "next article", "previous article", "don't miss", "don't miss", "editor's picks", "editors' picks",
    "editor’s picks", "editors’ picks", "our picks", "top picks", "popular", "popular stories", "popular now", "what to read next", "what others are reading", "latest stories", "latest news", "the latest", "top stories", "other stories", "other news", "topics", "tags", "keywords", "filed under",
    "comments", "leave a reply", "leave a comment", "post a comment", "join the conversation", "join the discussion", "about the author", "about the authors", "explore more", "from the web", "around the web", "from around the web", "sponsored links", "sponsored stories", "promoted stories", "promoted content",
    "paid content", "sign up for our newsletter", "elsewhere on the site", "in other news", "further reading", "external links", "in this story", "similar articles", "similar stories", "more to read", "also in the news", "also in this section", "top videos", "share this story", "share this article", "footer", "site map",
};

/// What a short line begins with that ends an article.
constexpr std::string_view kPageEndBeginnings[] = {"more from ", "more on ", "more in ", "related ", "recommended ", "topics:", "topics in ", "tags:", "tagged:", "filed under", "keywords:", "most read", "most popular", "you may also", "you might also",
                                           "also on ", "popular in ", "trending on ", "latest from ", "comments (", "read next", "about the author"};

constexpr std::string_view kLinkLabels[] = {"read more", "also read", "read also", "see also", "related", "watch", "watch more", "read", "more", "listen", "don't miss", "don’t miss", "must read", "recommended", "see", "gallery",
                                            "in pictures", "explainer", "analysis", "opinion", "further reading", "see more", "more on this", "related article", "related story", "related video", "watch live", "in pics", "click here",
                                            "lire aussi", "À lire aussi", "lire également", "lesen sie auch", "lesen sie mehr", "mehr zum thema", "auch interessant", "lea también", "lee también", "leer también", "vea también",
                                            "leia também", "leia mais", "veja também", "leggi anche", "lees ook", "läs också", "les også", "læs også", "czytaj też", "czytaj także", "zobacz też", "Čtěte také",
                                            "baca juga", "Читайте также", "Читайте також", "اقرأ أيضا", "اقرأ أيضاً"};

constexpr std::string_view kNoticeSigns[] = {
    "all rights reserved", "we use cookies", "uses cookies", "use of cookies", "our cookie", "cookie settings", "privacy policy", "terms of use", "terms of service", "terms and conditions", "subscribe to our", "subscribe to the ",
    "sign up for our", "sign up to our", "sign up for the ", "sign up here", "sign up to receive", "subscribe now", "subscribe today", "already a subscriber", "become a subscriber", "to continue reading", "continue reading your article", "free articles",
    "may not be published, broadcast", "may not be reproduced", "without permission", "without prior permission", "without the prior written", "download our app", "download the app", "follow us on", "like us on facebook", "follow him on twitter",
    "follow her on twitter", "follow me on twitter", "on twitter @", "join our whatsapp", "join our telegram", "our newsletter", "the newsletter", "comments are closed", "comments are moderated", "please enable javascript", "javascript is disabled", "adblock", "ad blocker",
    "this article was originally published", "this story was originally published", "originally appeared on", "has not been edited by", "auto-generated from a syndicated", "auto-published from", "published from a syndicated feed", "support our journalism", "make a donation",
    "click here to", "this entry was posted", "copyright ©", "© copyright", "copyright (c)", "your email address will not be published", "required fields are marked", "tap here to", "you have reached your limit", "turn on desktop notifications",
};

/// By what the site asks to be read.
constexpr std::string_view kWaysToRead[] = {" app.", " app ", " app,", " app!", " apps ", " apps.", "newsletter", "subscribe", "sign up", "follow us", "notifications", "download"};

constexpr std::string_view kNetworks[] = {"twitter", "facebook", "instagram", "whatsapp", "telegram", "linkedin", "youtube", "tiktok", "threads", "bluesky"};

/// The set of a list, made once.
template <const auto& List>
const PhraseSet& set_of() {
  static const PhraseSet set(List);
  return set;
}

/// A call to the reader to take the site's application or to follow it: "For the latest news, download our apps", "Follow the Times on Facebook".
bool is_call_to_reader(std::string_view line) {
  const bool calls_to_follow = starts_ignoring_case(line, "follow ") || starts_ignoring_case(line, "like us ") || starts_ignoring_case(line, "join us on ") || starts_ignoring_case(line, "find us on ");
  if (calls_to_follow && set_of<kNetworks>().is_within(line)) return true;
  const bool promises = starts_ignoring_case(line, "for the latest ") || starts_ignoring_case(line, "for more ") || starts_ignoring_case(line, "stay up to date") || starts_ignoring_case(line, "stay up-to-date") ||
                        starts_ignoring_case(line, "stay informed") || starts_ignoring_case(line, "get the latest ") || starts_ignoring_case(line, "never miss ") || starts_ignoring_case(line, "download ") || starts_ignoring_case(line, "sign up ") ||
                        starts_ignoring_case(line, "don't miss ") || starts_ignoring_case(line, "don’t miss ");
  return promises && set_of<kWaysToRead>().is_within(line.substr(std::min<std::size_t>(line.size(), 8)));
}

/// Without numbers, bullets and arrows at the beginning and colons and arrows at the end.
std::string_view bare(std::string_view line) {
  line = trim(line);
  std::size_t i = 0;
  while (i < line.size() && is_digit(line[i])) ++i;
  if (i > 0 && i < line.size() && (line[i] == '.' || line[i] == ')')) line = trim(line.substr(i + 1));
  constexpr std::string_view before[] = {"*", "-", "+", "•", "·", "›", "»", "→", ">", "|", "▸", "►", "▶", "☰", "#", "–", "—", "×", "←", "<", "[", "✕"};
  constexpr std::string_view behind[] = {":", "›", "»", "→", ">", "|", "▸", "▾", "▼", "+", "…", "...", "]", "×", "✕"};
  const auto is_plain = [](char c) { return is_digit(c) || is_lower(c) || is_upper(c); };
  while (!line.empty() && !is_plain(line.front())) {
    const auto size = line.size();
    for (const auto sign : before) {
      if (line.starts_with(sign)) line = trim(line.substr(sign.size()));
    }
    if (line.size() == size) break;
  }
  while (!line.empty() && !is_plain(line.back())) {
    const auto size = line.size();
    for (const auto sign : behind) {
      if (line.ends_with(sign)) line = trim(line.substr(0, line.size() - sign.size()));
    }
    if (line.size() == size) break;
  }
  return line;
}

/// Short items between bars or dots: a menu or a trail of sections.
bool is_menu_row(std::string_view line) {
  constexpr std::string_view separators[] = {"|", "•", "·", "›", "»", " > ", " / ", "→"};
  for (const auto separator : separators) {
    std::size_t items = 1;
    std::size_t longest = 0;
    std::size_t start = 0;
    for (auto at = line.find(separator); at != npos; at = line.find(separator, start)) {
      longest = std::max(longest, count_words(line.substr(start, at - start)));
      start = at + separator.size();
      ++items;
    }
    if (items >= 3 && std::max(longest, count_words(line.substr(start))) <= 4) return true;
  }
  return false;
}

}  // namespace

bool is_furniture(std::string_view line) {
  constexpr std::size_t kLongest = 160;
  const auto words = bare(line);
  if (words.empty()) return true;
  if (line.size() > kLongest) return false;
  if (set_of<kFurniture>().is(words)) return true;
  if (set_of<kFurnitureBeginnings>().begins(words) && count_words(words) <= 14 && !words.ends_with('?')) return true;
  if (is_menu_row(line)) return true;
  // Numbers alone: counters of comments and shares, page numbers.
  return words.find_first_not_of("0123456789.,:/ kKmM%+-()") == npos;
}

bool begins_page_end(std::string_view line) {
  const auto words = bare(line);
  if (set_of<kPageEnds>().is(words)) return true;
  if (has_more_words(words, 6)) return false;
  if (set_of<kPageEndBeginnings>().begins(words) && !ends_sentence(words)) return true;
  // "More great Zenda Times stories".
  if (starts_ignoring_case(words, "more ")) {
    for (const std::string_view others : {" stories", " articles", " coverage", " headlines", " reads"}) {
      if (words.size() > others.size() && equal_ignoring_case(words.substr(words.size() - others.size()), others)) return true;
    }
  }
  return starts_ignoring_case(words, "tags:") || starts_ignoring_case(words, "topics:") || starts_ignoring_case(words, "keywords:");
}

bool is_inline_link(std::string_view line) {
  constexpr std::size_t kLongest = 240;
  if (line.size() > kLongest) return false;
  const auto words = bare(line);
  const auto cut = find_either(words, ':', '|');
  const auto dash = words.find(" – ");
  const auto label = trim(words.substr(0, std::min(cut, dash)));
  if (label.size() == words.size()) return false;
  if (!set_of<kLinkLabels>().is(label)) return false;
  // "Opinion: …" and the like are headlines of others only when nothing follows them as a sentence does.
  return !ends_sentence(words) || starts_ignoring_case(label, "read") || starts_ignoring_case(label, "also") || starts_ignoring_case(label, "related") ||
         starts_ignoring_case(label, "watch");
}

bool is_site_notice(std::string_view line) {
  constexpr std::size_t kLongest = 600;
  constexpr std::size_t kLongestCall = 300;
  if (line.size() > kLongest) return false;
  if (line.starts_with("©")) return true;
  if (starts_ignoring_case(line, "copyright ") && line.find_first_of("0123456789") != npos && count_words(line) < 40) return true;
  return set_of<kNoticeSigns>().is_within(line) || (line.size() <= kLongestCall && is_call_to_reader(line));
}

}  // namespace attache::reading
