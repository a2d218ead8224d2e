#pragma once
/// A thread that does jobs in the order in which they were handed over, while the one who hands them over goes on.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace attache::store {

/// At most `most` jobs wait, so that memory is bounded: who hands over more waits. What `work` touches is its own until `finish` has returned, and the
/// caller's from then until the next job. `work` throws nothing. Jobs that wait when it is destroyed are dropped.
template <typename Job>
class WriteBehind {
 public:
  WriteBehind(std::size_t most, std::function<void(Job&)> work) : most_(most), work_(std::move(work)) {
    waiting_.reserve(most);
    thread_ = std::thread([this] { run(); });
  }
  WriteBehind(const WriteBehind&) = delete;
  WriteBehind& operator=(const WriteBehind&) = delete;
  ~WriteBehind() {
    {
      const std::lock_guard guard(mutex_);
      waiting_.clear();
      over_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  void hand_over(Job&& job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < most_; });
    waiting_.push_back(std::move(job));
    if (waiting_.size() == 1) changed_.notify_all();
  }

  /// Waits until all jobs are done.
  void finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.empty() && !at_work_; });
  }

 private:
  void run() {
    std::vector<Job> taken;
    taken.reserve(most_);
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return over_ || !waiting_.empty(); });
      if (over_) return;
      taken.swap(waiting_);
      at_work_ = true;
      lock.unlock();
      changed_.notify_all();
      for (Job& job : taken) work_(job);
      taken.clear();
      lock.lock();
      at_work_ = false;
      if (waiting_.empty()) changed_.notify_all();
    }
  }

  const std::size_t most_;
  const std::function<void(Job&)> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Job> waiting_;
  bool at_work_ = false, over_ = false;
  std::thread thread_;
};

}  // namespace attache::store
