#include "reading/area_hints.h"

#include "reading/text.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <unordered_map>
#include <utility>

namespace attache::reading {
namespace {

/// The hints by their words. Most words of a page are none, which their ends and length tell without a look into the table.
class HintTable {
 public:
  void add(std::string_view word, AreaHint hint) {
    hints_.emplace(word, hint);
    shapes_.set(shape_of(word.front(), word.back(), word.size()));
  }

  AreaHint of(std::string_view word) const {
    if (!may_be(word, word)) return AreaHint::none;
    const auto found = hints_.find(word);
    return found == hints_.end() ? AreaHint::none : found->second;
  }

  /// False when no hint is written as the words from `first` up to `last` together; these are parts of one text, a space between every two of `count`.
  bool may_be(std::string_view first, std::string_view last, std::size_t count = 1) const {
    const auto size = static_cast<std::size_t>(last.data() + last.size() - first.data()) - (count - 1);
    return shapes_.test(shape_of(first.front(), last.back(), size));
  }

 private:
  static std::size_t shape_of(char first, char last, std::size_t size) {
    constexpr std::size_t kMostBytes = 31;
    return (static_cast<std::size_t>(first) & 31) | (static_cast<std::size_t>(last) & 31) << 5 | std::min(size, kMostBytes) << 10;
  }

  std::unordered_map<std::string_view, AreaHint> hints_;
  std::bitset<32 * 1024> shapes_;
};

/// Words and pairs of words written together ("most read" is looked up as "mostread").
const HintTable& hints() {
  using enum AreaHint;
  static const HintTable table = [] {
    HintTable hints;
    const auto add = [&](AreaHint hint, std::initializer_list<std::string_view> words) {
      for (const auto word : words) hints.add(word, hint);
    };
    add(outside, {"nav", "navbar", "navigation", "navi", "topnav", "subnav", "sitenav", "mainnav", "menu", "menus", "submenu", "mainmenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination", "pager",
                  "sidebar", "rightrail", "leftrail", "siderail", "rightcol", "rightcolumn", "sidecolumn", "complementary", "contentinfo", "searchbox", "searchform"});
    add(outside, {"masthead", "siteheader", "pageheader", "globalheader", "topbar", "topheader", "utilitybar", "skiplink", "skiplinks", "skipto", "toolbar", "articletools", "storytools"});
    add(outside, {"relatedarticles", "relatedcontent", "relatedlinks", "relatednews", "relatedposts", "relatedstories", "recommended", "recommendation", "recommendations", "recirc", "recirculation",
                  "readmore", "readnext", "seealso", "alsoread", "moreon", "morefrom", "morestories", "morenews", "mostread", "mostpopular", "mostviewed", "popularposts", "latestnews", "topstories",
                  "upnext", "nextarticle", "nextpost", "prevnext", "nextprev", "postnav", "postnavigation", "jprelatedposts", "relatedbox", "ymal", "teaserlist", "crosslinks", "furtherreading"});
    add(outside, {"sharebar", "sharebox", "sharetools", "sharebuttons", "sharedaddy", "sharethis", "addthis", "addtoany", "sociallinks", "socialshare", "socialbar", "likebox",
                  "followus", "bookmarks", "printonly"});
    add(outside, {"newsletters", "signup", "subscribe", "subscriptions", "paywall", "regwall", "donate", "donation"});
    add(outside, {"ad", "ads", "adv", "advert", "adverts", "advertisement", "advertisements", "advertising", "adslot", "adunit", "adbox", "adcontainer", "adwrapper", "dfp", "gpt", "sponsor", "sponsored", "sponsors", "outbrain", "taboola", "zergnet",
                  "revcontent", "mgid", "nativo", "adsense", "adsbygoogle"});
    add(outside, {"cookie", "cookies", "cookiebar", "cookieconsent", "cookienotice", "consent", "gdpr", "toast", "interstitial", "alertbar", "login", "signin", "register",
                  "copyrights"});
    add(outside, {"taglist", "tagcloud", "posttags", "articletags", "topiclist", "filedunder", "categories", "catlinks", "postmeta", "entrymeta", "entryfooter", "articlefooter", "postfooter", "storyfooter",
                  "authorbio", "aboutauthor", "abouttheauthor", "authorbox", "authorinfo", "newsticker", "weatherwidget", "widgetarea",
                  "langswitcher", "timestampbar", "playlist", "transcriptlink", "screenreader", "sronly", "visuallyhidden", "assistive", "offscreen", "screenreadertext",
                  "toc", "tableofcontents", "editsection", "mweditsection", "navbox", "noprint", "reportabuse", "correctionform"});
    add(maybe, {"promo", "promos", "promotion", "promobox", "cta", "callout", "offer", "search", "dialog", "banner", "tools", "infobox", "factbox", "linkbox", "popular", "trending", "print", "emailthis", "follow", "breakingnews", "ticker"});
    add(maybe, {"language", "languages", "calendar", "player", "videoplayer", "audioplayer", "package", "storypackage", "references", "reflist", "errata", "legal", "disclaimer", "copyright", "copyrights", "notification", "notifications"});
    add(maybe, {"rating", "ratings", "votes", "poll", "quiz", "social", "socials", "socialmedia", "share", "sharing", "topics", "keywords", "tags", "bio", "biography", "modal", "overlay", "lightbox", "piano", "rail", "newsletter", "subscription",
                "feedback", "related", "skip", "popup", "teasers"});
    // Posts of others that the article shows belong to it, though what holds them is named after the network.
    add(embedded, {"embed", "embedded", "embeds", "tweet", "twittertweet", "instagrammedia", "oembed"});
    add(comments, {"footer", "sitefooter", "pagefooter", "globalfooter", "comments", "comment", "commentlist", "commentsarea", "commentsection", "respond", "disqus", "disqusthread", "fbcomments", "livefyre", "talkback", "usercomments", "readercomments", "letters", "discussion", "viafoura", "coral", "responses", "webmentions"});
    add(standfirst, {"standfirst", "dek", "deck", "subtitle", "subheadline", "subhead", "subheading", "crosshead", "crossheading", "zwischentitel", "intertitre", "ladillo", "summary", "articlesummary", "storysummary", "lede", "leadtext", "articlelead", "leadparagraph", "intro", "introtext", "introduction", "articleintro", "strapline", "articledek",
                     "subtitel", "chapeau", "entradilla", "excerpt", "kicker", "articlesubtitle", "postsubtitle", "articledescription", "abstract", "synopsis"});
    add(byline, {"byline", "bylines", "author", "authors", "authorname", "articleauthor", "postauthor", "writer", "reporter", "articlemeta", "articleinfo", "storymeta", "metadata", "postinfo", "entryinfo", "articlebyline", "contributor", "contributors", "articlecredits", "storycredits"});
    add(date, {"date", "datetime", "timestamp", "pubdate", "publishdate", "publisheddate", "datepublished", "published", "postdate", "articledate", "updated", "lastupdated", "modified", "datemodified", "posted", "time", "entrydate"});
    add(caption, {"caption", "captions", "captiontext", "wpcaption", "imagecaption", "photocaption", "figcaption", "figurecaption", "imgcaption", "piccaption", "wpcaptiontext", "cutline", "mediacaption", "legend", "photodesc", "imagedescription", "slidecaption"});
    add(credit, {"credit", "imagecredit", "photocredit", "imgcredit", "mediacredit", "photographer", "imagesource", "mediasource", "photosource", "figurecredit", "picturecredit", "imagecopyright", "photocopyright"});
    add(picture, {"figure", "gallery", "slideshow", "photogallery", "imagegallery", "carousel", "slider", "swiper"});
    add(negation, {"no", "not", "has", "have", "with", "without", "and", "hide", "show", "is", "non", "before", "after", "enable", "disable", "above", "below", "beside"});
    return hints;
  }();
  return table;
}

int strength_of(AreaHint hint) {
  switch (hint) {
    case AreaHint::hidden: return 10;
    case AreaHint::credit: return 9;
    case AreaHint::caption: return 8;
    case AreaHint::comments: return 7;
    case AreaHint::embedded: return 6;
    case AreaHint::outside: return 5;
    case AreaHint::maybe: case AreaHint::standfirst: return 4;
    case AreaHint::byline: return 3;
    case AreaHint::date: return 2;
    case AreaHint::picture: return 1;
    default: return 0;
  }
}

}  // namespace

AreaHint area_hint_of(std::string_view names) {
  const auto& table = hints();
  AreaHint best = AreaHint::none;
  const auto take = [&](AreaHint hint) {
    if (strength_of(hint) > strength_of(best)) best = hint;
  };
  bool negated = false;
  std::string together;
  const auto words = split_words(names);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto hint = table.of(words[i]);
    if (hint == AreaHint::negation) {
      negated = true;
      continue;
    }
    if (!std::exchange(negated, false)) {
      take(hint);
      for (std::size_t more = 1; more <= 2 && i + more < words.size(); ++more) {
        if (!table.may_be(words[i], words[i + more], more + 1)) continue;
        together.clear();
        for (std::size_t j = i; j <= i + more; ++j) together += words[j];
        take(table.of(together));
      }
    }
  }
  return best;
}

}  // namespace attache::reading
