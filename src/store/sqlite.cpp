#include "store/sqlite.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sqlite3.h>
#include <unistd.h>

namespace attache::store {
namespace {

/// So long a statement waits for another program that holds the file.
constexpr int kPatienceMilliseconds = 10'000;

[[noreturn]] void throw_error(ErrorKind kind, std::string message, const std::string& path, std::string action = {}) {
  throw Failure{{kind, std::move(message), Place{path}, std::move(action)}};
}

/// What a code means for whoever runs the program, and what they can do.
Error explained(int code, const char* message, int system_error, const std::string& path) {
  const Place place{path};
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorKind::unwritable, "no room left on the disk", place, "what was committed is safe; make room and run the same command again"};
    case SQLITE_READONLY:
      return {ErrorKind::unwritable, "the database, or the folder it lies in, may not be written to", place, {}};
    case SQLITE_BUSY: case SQLITE_LOCKED:
      return {ErrorKind::busy, "another program is writing to the database", place, "gave up waiting"};
    case SQLITE_NOTADB:
      return {ErrorKind::malformed, "not a database of attache", place, {}};
    case SQLITE_CORRUPT:
      return {ErrorKind::malformed, std::string("the database is damaged: ") + message, place, "`attache doctor --db` says what can be saved"};
    case SQLITE_CANTOPEN:
      return {ErrorKind::unreadable, std::string("cannot open the database: ") + (system_error ? std::strerror(system_error) : message), place, {}};
    case SQLITE_IOERR: {
      // A write that the system cut short: a full disk, a quota, a limit on the file's size.
      const bool writing = code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_SHMSIZE;
      return {writing ? ErrorKind::unwritable : ErrorKind::unreadable,
              std::string(writing ? "the disk would not take more" : "the disk could not be read") + (system_error ? std::string(": ") + std::strerror(system_error) : std::string()), place,
              writing ? "what was committed is safe; mend the disk and run the same command again" : ""};
    }
    case SQLITE_ERROR:
      if (std::string_view(message).starts_with("fts5:") || std::string_view(message) == "unterminated string") {
        return {ErrorKind::malformed, std::string("not a full-text query: ") + message, {}, {}};
      }
      [[fallthrough]];
    default: return {ErrorKind::internal, std::string("the database refused: ") + message, place, {}};
  }
}

/// No statistics of memory are asked for: SQLite would take a lock for each piece that it allocates. Can be said only before its first use.
void configure_once() {
  static const int kDone = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(kDone);
}

/// With `incomplete`, also of a file that is shorter than it says: SQLite takes those only from who may write to the schema.
sqlite3* open_handle(const std::string& name, int flags, bool incomplete, int& code) {
  configure_once();
  sqlite3* handle = nullptr;
  code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  // Only touching the file tells whether it can be read.
  if (code == SQLITE_OK) {
    sqlite3_busy_timeout(handle, kPatienceMilliseconds);
    if (incomplete) sqlite3_db_config(handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
    code = sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  }
  return handle;
}

/// A file name as part of a URI.
std::string uri_of(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      constexpr const char* kDigits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      (uri += '%') += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Connection::Connection(const std::string& path, Mode mode) : path_(path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (mode != Mode::create && !std::filesystem::exists(status)) throw_error(ErrorKind::not_found, "no such database", path, "`attache ingest --db` makes one");
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) throw_error(ErrorKind::unreadable, "not a file", path);
  const bool reads = mode == Mode::read || mode == Mode::salvage;
  if (!reads && std::filesystem::exists(status) && ::access(path.c_str(), W_OK) != 0) {
    throw_error(ErrorKind::unwritable, std::string("the database may not be written to: ") + std::strerror(errno), path);
  }
  const int flags = reads ? SQLITE_OPEN_READONLY : mode == Mode::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int code = SQLITE_OK;
  handle_ = open_handle(path, flags, mode == Mode::salvage, code);
  const int kind = code & 0xff;
  if (reads && (kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY) && !std::filesystem::exists(path + "-wal", ignored)) {
    // A file on read-only media has nobody who writes to it.
    sqlite3_close_v2(handle_);
    handle_ = open_handle(uri_of(path), flags | SQLITE_OPEN_URI, mode == Mode::salvage, code);
  }
  if (code == SQLITE_OK) return;
  Failure failure{explained(code, sqlite3_errmsg(handle_), sqlite3_system_errno(handle_), path_)};
  if (!reads && kind == SQLITE_CANTOPEN) failure.error.kind = ErrorKind::unwritable;
  sqlite3_close_v2(std::exchange(handle_, nullptr));
  throw failure;
}

Connection& Connection::operator=(Connection&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(path_, other.path_);
  return *this;
}

Connection::~Connection() { sqlite3_close_v2(handle_); }

void Connection::run(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::optional<std::int64_t> Connection::number(const std::string& sql) {
  Statement statement(*this, sql);
  if (!statement.step() || statement.is_null(0)) return std::nullopt;
  return statement.number(0);
}

std::string Connection::text(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Connection::changes() const { return sqlite3_changes64(handle_); }
bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void Connection::fail(int code) const { throw Failure{explained(code, sqlite3_errmsg(handle_), sqlite3_system_errno(handle_), path_)}; }

Statement::Statement(const Connection& connection, std::string_view sql) : connection_(&connection) {
  const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (code != SQLITE_OK) connection.fail(code);
}

Statement::~Statement() { sqlite3_finalize(handle_); }

Statement& Statement::bind(int at, std::int64_t value) {
  sqlite3_bind_int64(handle_, at, value);
  return *this;
}

Statement& Statement::bind(int at, double value) {
  sqlite3_bind_double(handle_, at, value);
  return *this;
}

Statement& Statement::bind(int at, std::string_view value) {
  // An empty view may point nowhere, which SQLite would take for null.
  sqlite3_bind_text64(handle_, at, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind_blob(int at, std::span<const std::byte> value) {
  sqlite3_bind_blob64(handle_, at, value.data(), value.size(), SQLITE_STATIC);
  return *this;
}

Statement& Statement::bind_null(int at) {
  sqlite3_bind_null(handle_, at);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  // Values can be bound only to a statement that is at its beginning: one that failed would go on with those of before.
  sqlite3_reset(handle_);
  connection_->fail(code);
}

void Statement::run() {
  const int code = sqlite3_step(handle_);
  sqlite3_reset(handle_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) connection_->fail(code);
}

void Statement::reset() { sqlite3_reset(handle_); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
bool Statement::is_integer(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_INTEGER; }
std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_, column); }
double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))) : std::string_view();
}

std::span<const std::byte> Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
  return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)) : 0};
}

Transaction::Transaction(Connection& connection) : connection_(connection) { connection.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  // SQLite has rolled back by itself after a full disk.
  if (open_ && connection_.in_transaction()) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

std::string quoted(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'') literal += '\'';
    literal += c;
  }
  return literal + "'";
}

}  // namespace attache::store
