#include "cli/command.h"
#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/survey.h"
#include "knowledge/knowledge.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

using knowledge::ActorLexicon;
using knowledge::Use;
using knowledge::UseKind;

struct ShowOptions {
  std::string name;
  std::string date;
  std::string context;
  Options engine;
};

const char* name_of(UseKind kind) {
  switch (kind) {
    case UseKind::name: return "name";
    case UseKind::demonym: return "demonym";
    case UseKind::people: return "people";
    case UseKind::capital: return "capital";
    case UseKind::metonym: return "metonym";
    case UseKind::surname: return "surname";
    case UseKind::short_name: return "short name";
    case UseKind::agent: return "agent";
    case UseKind::agents: return "agent, plural";
  }
  return "";
}

std::string date_text(std::int32_t day) {
  if (day == knowledge::since_always) return "always";
  if (day == knowledge::until_now) return "now";
  return to_iso(Day{std::chrono::days{day}});
}

std::string codes(knowledge::Code code, knowledge::Code sector, const std::array<knowledge::Code, 2>& others) {
  std::string text(code.empty() ? "-" : code.view());
  if (!sector.empty()) text += ":" + std::string(sector.view());
  for (const auto& other : others) {
    if (!other.empty()) text += "," + std::string(other.view());
  }
  return text;
}

void show_agent(const ActorLexicon& lexicon, const Use& use) {
  const auto& agent = lexicon.agent(use.target);
  std::printf("%s: %s, %s", std::string(lexicon.text(agent.lemma)).c_str(), name_of(use.kind), codes(agent.code, agent.sector, agent.other_sectors).c_str());
  if (agent.office.size) std::printf(", office %s", std::string(lexicon.text(agent.office)).c_str());
  for (const auto& [set, word] : {std::pair(agent.collective, "collective"), std::pair(agent.general, "general"), std::pair(agent.relational, "relational"),
                                  std::pair(agent.needs_owner, "needs an owner"), std::pair(agent.in_names, "in names only")}) {
    if (set) std::printf(", %s", word);
  }
  std::printf("\n");
}

void show_actor(const ActorLexicon& lexicon, const Use& use, std::optional<std::int32_t> day) {
  const auto& actor = lexicon.actor(use.target);
  std::printf("%s: %s by %s, %s", std::string(lexicon.text(actor.name)).c_str(), std::string(knowledge::name_of(actor.kind)).c_str(), name_of(use.kind), codes(actor.code, actor.sector, actor.other_sectors).c_str());
  if (actor.id.size) std::printf(", %s", std::string(lexicon.text(actor.id)).c_str());
  if (actor.from != knowledge::since_always || actor.to != knowledge::until_now) std::printf(", %s to %s", date_text(actor.from).c_str(), date_text(actor.to).c_str());
  std::printf("\n");
  const auto standing = lexicon.standing(actor, day);
  for (const auto& role : lexicon.roles(actor)) {
    std::printf("  %c %-10s to %-10s  %-10s  %s", &role == standing.role ? '*' : ' ', date_text(role.from).c_str(), date_text(role.to).c_str(),
                codes(role.code, role.sector, role.other_sectors).c_str(), std::string(lexicon.text(role.office)).c_str());
    if (role.organisation.size) std::printf(" of %s", std::string(lexicon.text(role.organisation)).c_str());
    std::printf("\n");
  }
}

int show(const ShowOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  const ActorLexicon& lexicon = attache->knowledge().actors();
  const auto date = options.date.empty() ? std::nullopt : day_from_iso(options.date);
  const auto day = date ? std::optional(static_cast<std::int32_t>(date->time_since_epoch().count())) : std::nullopt;

  std::uint32_t node = 0, uses = 0;
  for (const auto& word : knowledge::lexicon_words(options.name)) {
    const auto next = lexicon.follow(node, knowledge::word_hash(word.text));
    node = next.node;
    uses = next.uses;
    if (node == 0) break;
  }
  const auto entries = node == 0 ? std::span<const Use>() : lexicon.uses_at(uses);
  for (const Use& use : entries) {
    const bool agent = use.kind == UseKind::agent || use.kind == UseKind::agents;
    agent ? show_agent(lexicon, use) : show_actor(lexicon, use, day);
  }
  if (entries.empty()) std::printf("no entry of that name\n");

  const auto entities = attache->resolve(options.name, date, options.context);
  for (const Entity& entity : entities) {
    std::string sectors = entity.sector;
    for (const auto& other : entity.other_sectors) sectors += "," + other;
    std::printf("understood as %s%s%s%s%s%s%s (%s)\n", entity.code.empty() ? "-" : entity.code.c_str(), sectors.empty() ? "" : ":", sectors.c_str(),
                entity.identifier_text.empty() ? "" : ", ", entity.identifier_text.c_str(), entity.office.empty() ? "" : ", ", entity.office.c_str(), entity.reason.c_str());
  }
  return entries.empty() && entities.empty() ? nothing_done : done;
}

}  // namespace

void add_lexicon_show(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("show", "Shows the entries of a name, and whom a phrase means on a day");
  command->footer("For example:\n  attache lexicon show 'the French president' --date 1998-05-05");
  const auto options = std::make_shared<ShowOptions>();
  command->add_option("NAME", options->name, "A name, or any phrase that names somebody")->required();
  add_date_option(*command, options->date);
  command->add_option("--context", options->context, "Text that stood before it and may say whose \"the minister\" is");
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = show(*options); });
}

}  // namespace attache::cli
