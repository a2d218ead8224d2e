#include "reading/html_areas.h"

#include "reading/text.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace attache::reading {
namespace {

/// What a word in a class, id or role says.
enum class Hint : std::uint8_t {
  none,
  outside,   ///< No part of the article.
  maybe,     ///< No part of the article, unless it holds paragraphs.
  hidden,    ///< Not shown at all.
  embedded,  ///< A quotation from elsewhere.
  comments,  ///< What readers write and what the site says below; may hold more text than the article.
  standfirst,
  byline,
  date,
  caption,
  credit,
  picture,
  negation,  ///< The next word is about what is not there or stands beside.
};

/// Words and pairs of words written together ("most read" is looked up as "mostread").
const std::unordered_map<std::string_view, Hint>& hints() {
  using enum Hint;
  static const std::unordered_map<std::string_view, Hint> table = [] {
    std::unordered_map<std::string_view, Hint> hints;
    const auto add = [&](Hint hint, std::initializer_list<std::string_view> words) {
      for (const auto word : words) hints.emplace(word, hint);
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
    add(comments, {"footer", "sitefooter", "pagefooter", "globalfooter", "comments", "comment", "commentlist", "commentsarea", "commentsection", "respond", "disqus", "disqusthread", "fbcomments", "livefyre", "talkback", "usercomments", "readercomments", "discussion", "viafoura", "coral", "responses", "webmentions"});
    add(standfirst, {"standfirst", "dek", "deck", "subtitle", "subheadline", "subhead", "subheading", "summary", "articlesummary", "storysummary", "lede", "leadtext", "articlelead", "leadparagraph", "intro", "introtext", "articleintro", "strapline", "articledek",
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

/// What all the names of an element say together: the strongest hint.
Hint hint_of(std::string_view names) {
  const auto& table = hints();
  const auto strength = [](Hint hint) {
    switch (hint) {
      case Hint::hidden: return 10;
      case Hint::credit: return 9;
      case Hint::caption: return 8;
      case Hint::comments: return 7;
      case Hint::embedded: return 6;
      case Hint::outside: return 5;
      case Hint::maybe: return 4;
      case Hint::standfirst: return 4;
      case Hint::byline: return 3;
      case Hint::date: return 2;
      case Hint::picture: return 1;
      default: return 0;
    }
  };
  Hint best = Hint::none;
  const auto take = [&](std::string_view word) {
    const auto found = table.find(word);
    if (found != table.end() && strength(found->second) > strength(best)) best = found->second;
  };
  std::string pair;
  bool negated = false;
  const auto words = split_words(names);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = table.find(words[i]);
    if (found != table.end() && found->second == Hint::negation) {
      negated = true;
      continue;
    }
    if (!negated) {
      take(words[i]);
      if (i + 1 < words.size()) {
        pair.assign(words[i]).append(words[i + 1]);
        take(pair);
      }
      if (i + 2 < words.size()) {
        pair.append(words[i + 2]);
        take(pair);
      }
    }
    negated = false;
  }
  return best;
}

Area area_of(Hint hint) {
  switch (hint) {
    case Hint::outside: case Hint::maybe: case Hint::hidden: case Hint::comments: return Area::outside;
    case Hint::standfirst: return Area::standfirst;
    case Hint::byline: return Area::byline;
    case Hint::date: return Area::date;
    case Hint::caption: return Area::caption;
    case Hint::credit: return Area::credit;
    case Hint::picture: return Area::picture;
    default: return Area::content;
  }
}

class AreaFinder {
 public:
  explicit AreaFinder(const HtmlTree& tree) : tree_(tree) {
    for (auto* sums : {&prose_, &bytes_, &linked_}) sums->assign(tree.texts().size() + 1, 0);
    for (std::size_t i = 0; i < tree.texts().size(); ++i) {
      const auto& text = tree.texts()[i];
      prose_[i + 1] = prose_[i] + (is_prose(text) ? text.text.size() : 0);
      bytes_[i + 1] = bytes_[i] + text.text.size();
      linked_[i + 1] = linked_[i] + text.linked;
    }
  }

  std::vector<Area> find() {
    const auto& elements = tree_.elements();
    std::vector<Area> areas(elements.size(), Area::content);
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const auto inherited = areas[elements[i].parent];
      const auto own = own_area(elements[i]);
      areas[i] = combine(inherited, own);
    }
    return areas;
  }

 private:
  std::size_t prose_in(const HtmlElement& element) const {
    const auto end = std::min<std::size_t>(element.end_text, tree_.texts().size());
    return end > element.first_text ? prose_[end] - prose_[element.first_text] : 0;
  }

  /// True when so much of the page's prose is in the element that only the article can be.
  bool holds_article(const HtmlElement& element) const { return prose_in(element) * 5 > prose_.back() * 2; }

  bool holds_nearly_all(const HtmlElement& element) const { return prose_in(element) * 10 > prose_.back() * 9; }

  /// So much prose is more than a label or a teaser.
  static constexpr std::size_t kParagraphs = 400;

  double linked_share(const HtmlElement& element) const {
    const auto end = std::min<std::size_t>(element.end_text, tree_.texts().size());
    const auto all = bytes_[end] - bytes_[element.first_text];
    return all == 0 ? 0 : static_cast<double>(linked_[end] - linked_[element.first_text]) / static_cast<double>(all);
  }

  /// Names come back many times in a page.
  Hint known_hint_of(const std::string& names) {
    const auto [known, is_new] = hints_.try_emplace(names, Hint::none);
    if (is_new) known->second = hint_of(names);
    return known->second;
  }

  Area own_area(const HtmlElement& element) {
    switch (element.tag) {
      case HtmlTag::html: return Area::content;
      case HtmlTag::nav: return Area::outside;
      case HtmlTag::footer: return holds_nearly_all(element) ? Area::content : Area::outside;
      case HtmlTag::aside: return holds_article(element) ? Area::content : Area::outside;
      case HtmlTag::figure: return Area::picture;
      case HtmlTag::figcaption: return Area::caption;
      case HtmlTag::time: return Area::date;
      default: break;
    }
    if (element.itemprop == "description" || element.itemprop == "alternativeHeadline") return Area::standfirst;
    if (element.itemprop == "author") return Area::byline;
    if (element.itemprop == "articleBody") return Area::content;
    if (element.names.size() <= 2 && !element.hidden) return Area::content;
    const auto hint = element.hidden ? Hint::hidden : known_hint_of(element.names);
    if (hint == Hint::none || hint == Hint::embedded) return Area::content;
    if (hint == Hint::hidden || hint == Hint::comments) {
      // Comments may be many times the article that they are below.
      constexpr std::size_t kShortArticle = 200;
      const bool below_article = hint == Hint::comments && prose_[std::min<std::size_t>(element.first_text, prose_.size() - 1)] >= kShortArticle;
      return holds_nearly_all(element) && !below_article ? Area::content : Area::outside;
    }
    if (holds_article(element)) return Area::content;
    if (hint == Hint::maybe && prose_in(element) >= kParagraphs && linked_share(element) < 0.2) return Area::content;
    const auto area = area_of(hint);
    // A slide show may be the article.
    if (area == Area::picture && prose_in(element) > kParagraphs) return Area::content;
    // What is named after a small part and holds paragraphs is something else.
    constexpr std::size_t kLongestSmallPart = 1500;
    if ((area == Area::byline || area == Area::date || area == Area::credit) && prose_in(element) > kLongestSmallPart / 5) return Area::content;
    if ((area == Area::standfirst || area == Area::caption) && prose_in(element) > kLongestSmallPart) return Area::content;
    return area;
  }

  static Area combine(Area inherited, Area own) {
    if (inherited == Area::outside || own == Area::outside) return Area::outside;
    if (own == Area::content) return inherited;
    if (inherited == Area::credit) return inherited;
    if (inherited == Area::caption) return own == Area::credit ? own : inherited;
    if (inherited == Area::picture && own != Area::credit) return own == Area::caption || own == Area::picture ? own : Area::caption;
    return own;
  }

  const HtmlTree& tree_;
  std::vector<std::size_t> prose_;  ///< Bytes of prose before each text; the others likewise.
  std::vector<std::size_t> bytes_;
  std::vector<std::size_t> linked_;
  std::unordered_map<std::string_view, Hint> hints_;  ///< Of the names met so far.
};

}  // namespace

bool is_prose(const TextBlock& text) {
  constexpr std::size_t kLongText = 80;
  constexpr std::size_t kShortSentence = 30;
  if (text.linked * 2 > text.text.size()) return false;
  return text.text.size() >= kLongText || (text.text.size() >= kShortSentence && ends_sentence(text.text));
}

std::vector<Area> find_areas(const HtmlTree& tree) { return AreaFinder(tree).find(); }

}  // namespace attache::reading
