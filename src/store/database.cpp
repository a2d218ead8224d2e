#include "store/database.h"

#include "store/schema.h"

#include <fmt/format.h>

namespace attache::store {

Connection open_for_reading(const std::string& path) {
  Connection connection(path, Connection::Mode::read);
  expect_current(connection);
  // Pages of the file are read as memory as far as this; address space only.
  connection.run("PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -32768; PRAGMA query_only = 1");
  return connection;
}

Connection open_for_salvage(const std::string& path) {
  Connection connection(path, Connection::Mode::salvage);
  expect_current(connection);
  connection.run("PRAGMA query_only = 1");
  return connection;
}

Connection open_for_writing(const std::string& path) {
  Connection connection(path, Connection::Mode::create);
  // First, so that another program's database stays as it is, to the last byte.
  migrate(connection, migrations());
  connection.run("PRAGMA journal_mode = WAL");
  // In this mode a crash of the machine can cost the last transactions, never the file; a killed program costs what it had not committed.
  connection.run("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000; "
                 "PRAGMA journal_size_limit = 67108864");
  return connection;
}

std::int64_t setting(Connection& connection, const std::string& name, std::int64_t otherwise) {
  return connection.number("SELECT value FROM settings WHERE name = " + quoted(name)).value_or(otherwise);
}

void set_setting(Connection& connection, const std::string& name, std::int64_t value) {
  connection.run(fmt::format("INSERT INTO settings (name, value) VALUES ({}, {}) ON CONFLICT (name) DO UPDATE SET value = excluded.value", quoted(name), value));
}

}  // namespace attache::store
