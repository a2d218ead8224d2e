#include "outputs/gdelt_export.h"

#include "reading/event_table_columns.h"

#include <algorithm>

namespace attache::outputs {

const std::vector<std::string_view>& gdelt_columns() {
  static const std::vector<std::string_view> kColumns(reading::gdelt_event_columns.begin(), reading::gdelt_event_columns.end());
  return kColumns;
}

const std::vector<std::string_view>& gdelt1_columns() {
  static const std::vector<std::string_view> kColumns = [] {
    std::vector<std::string_view> columns;
    std::copy_if(gdelt_columns().begin(), gdelt_columns().end(), std::back_inserter(columns),
                 [](std::string_view name) { return !name.ends_with("_ADM2Code"); });
    return columns;
  }();
  return kColumns;
}

const std::vector<std::string_view>& gdelt_mention_columns() {
  static const std::vector<std::string_view> kColumns = {"GLOBALEVENTID",
                                                         "EventTimeDate",
                                                         "MentionTimeDate",
                                                         "MentionType",
                                                         "MentionSourceName",
                                                         "MentionIdentifier",
                                                         "SentenceID",
                                                         "Actor1CharOffset",
                                                         "Actor2CharOffset",
                                                         "ActionCharOffset",
                                                         "InRawText",
                                                         "Confidence",
                                                         "MentionDocLen",
                                                         "MentionDocTone",
                                                         "MentionDocTranslationInfo",
                                                         "Extras"};
  return kColumns;
}

}  // namespace attache::outputs
