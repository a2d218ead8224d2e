#pragma once
/// How CAMEO's codes are made more precise, as read from lexicon/composition/third_level.yaml; its README says what each field means.

#include "coding/frame.h"

#include <string>
#include <vector>

namespace attache::coding {

/// One last digit of a family: what an event with it is about.
struct DetailKind {
  std::string digit;
  std::vector<std::string> deeds;   ///< Codes of inner events, or beginnings of them: a demand *for military aid* (072).
  WordSet words;                    ///< Beside the trigger, where there is no inner event that says it.
};

/// Codes that are divided alike: appeals for, promises and demands of, and refusals of reform.
struct DetailFamily {
  std::string name;
  std::vector<std::string> bases;   ///< Codes without the digit.
  std::vector<DetailKind> kinds;
};

/// A base that is another one over certain deeds: a promise to yield (035) when what is yielded to is reform (083) is 034.
struct CodeShift {
  std::string base, deed, shifted;
};

/// The whole table. Immutable once read.
struct CameoDetail {
  std::vector<DetailFamily> families;
  std::vector<CodeShift> shifts;
  std::string demand, appeal;       ///< The beginnings of demands' and appeals' codes, which are otherwise the same.
  WordSet appealing;                ///< Heads of triggers that ask rather than demand.
};

template <typename A> void fields(A& a, DetailKind& k) { a(k.digit, k.deeds, k.words); }
template <typename A> void fields(A& a, DetailFamily& f) { a(f.name, f.bases, f.kinds); }
template <typename A> void fields(A& a, CodeShift& s) { a(s.base, s.deed, s.shifted); }
template <typename A> void fields(A& a, CameoDetail& d) { a(d.families, d.shifts, d.demand, d.appeal, d.appealing); }

}  // namespace attache::coding
