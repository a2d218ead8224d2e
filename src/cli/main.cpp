/// `attache`: one subcommand a file, each a few lines over the layers.

#include "cli/command.h"

#include <cstdio>

int main(int argc, char** argv) {
  CLI::App app("Attaché reads news pages and writes down who did what to whom, when, where, and according to whom.", "attache");
  app.set_version_flag("--version", "attache " ATTACHE_VERSION);
  app.require_subcommand(1);
  app.footer("Exit status: 0 done, 1 nothing could be done, 2 wrong usage, 3 done but some records were skipped.");

  int status = attache::cli::done;
  attache::cli::add_read(app, status);
  attache::cli::add_parse(app, status);
  attache::cli::add_code(app, status);
  attache::cli::add_compare(app, status);
  attache::cli::add_export(app, status);
  attache::cli::add_explain(app, status);
  attache::cli::add_relate(app, status);
  attache::cli::add_stories(app, status);
  attache::cli::add_ingest(app, status);
  attache::cli::add_query(app, status);
  attache::cli::add_doctor(app, status);
  attache::cli::add_eval(app, status);
  attache::cli::add_lexicon(app, status);
  attache::cli::add_train(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? attache::cli::done : attache::cli::usage;
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
    std::fputs("attache: standard output could not be written\n", stderr);
    return attache::cli::nothing_done;
  }
  return status;
}
