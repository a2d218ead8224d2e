#pragma once
/// A thin hand over SQLite: a connection, prepared statements, and trouble turned into an `Error` that says what to do.
///
/// Within this layer trouble with the database is thrown as `Failure`, because every single step of hundreds can meet a full disk; `guarded` turns it into a
/// value at the layer's public functions, and none leaves it.

#include <attache/error.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace attache::store {

/// What was thrown when the database did not do what it was asked.
struct Failure {
  Error error;
};

/// Runs `work`; what fails in it becomes an `Error`.
template <typename Work>
auto guarded(Work&& work) -> Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (Failure& failure) {
    return tl::make_unexpected(std::move(failure.error));
  }
}

/// An open database file. Used by one thread at a time.
class Connection {
 public:
  enum class Mode : std::uint8_t {
    salvage,    ///< An existing file, not changed, of which pages may be missing: what needs them fails, and nothing else.
    read,       ///< An existing file, not changed. A file in a folder that may not be written to is read as it lies.
    write,      ///< An existing file.
    create,     ///< An existing file, or a new one.
  };
  /// Throws: `not_found`, `unreadable`, `unwritable`, `malformed` for what is no database.
  Connection(const std::string& path, Mode mode);
  Connection(Connection&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)), path_(std::move(other.path_)) {}
  Connection& operator=(Connection&& other) noexcept;
  ~Connection();

  /// Runs statements that give no rows.
  void run(const std::string& sql);
  /// The first column of the first row; nothing without a row.
  std::optional<std::int64_t> number(const std::string& sql);
  std::string text(const std::string& sql);

  std::int64_t last_row() const;
  /// Rows that the last statement changed.
  std::int64_t changes() const;
  bool in_transaction() const;
  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_; }

  /// Throws what SQLite last complained of.
  [[noreturn]] void fail(int code) const;

 private:
  sqlite3* handle_ = nullptr;
  std::string path_;
};

/// A statement prepared once and run often. Must go before its connection.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);
  Statement(Statement&& other) noexcept : connection_(other.connection_), handle_(std::exchange(other.handle_, nullptr)) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  /// Values of the parameters, from 1. Text and blobs must live until the statement is reset.
  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, double value);
  Statement& bind(int at, std::string_view value);
  Statement& bind_blob(int at, std::span<const std::byte> value);
  Statement& bind_null(int at);
  /// Text; null when it is empty.
  Statement& bind_known(int at, std::string_view value) { return value.empty() ? bind_null(at) : bind(at, value); }
  template <typename T>
  Statement& bind(int at, const std::optional<T>& value) {
    return value ? bind(at, *value) : bind_null(at);
  }

  /// True with a row, false at the end.
  bool step();
  /// Runs a statement without rows, and makes it ready for the next values.
  void run();
  void reset();

  bool is_null(int column) const;
  std::int64_t number(int column) const;
  double real(int column) const;
  /// Valid until the next step.
  std::string_view text(int column) const;
  std::span<const std::byte> blob(int column) const;
  /// True when the value is an integer, for columns that hold integers or text.
  bool is_integer(int column) const;

 private:
  const Connection* connection_;
  sqlite3_stmt* handle_ = nullptr;
};

/// A transaction that is undone unless it is committed. It takes the right to write at once.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

/// The text as a literal of SQL.
std::string quoted(std::string_view text);

}  // namespace attache::store
