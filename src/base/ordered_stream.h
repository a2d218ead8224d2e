#pragma once
/// A bounded stream over threads: one thread makes items, many work on them, and they are finished one at a time in the order they were made.

#include "base/hand_over.h"

#include <tbb/concurrent_queue.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <thread>

namespace attache {

/// Memory does not grow with the stream: three items for each thread are under way at most, and `make` waits. With one thread all runs in the caller's.
template <typename Item>
void ordered_stream(unsigned threads, const std::function<void(const std::function<void(std::shared_ptr<Item>)>& hand_on)>& make, const std::function<void(Item&)>& work,
                    const std::function<void(Item&)>& finish) {
  using Pointer = std::shared_ptr<Item>;
  if (threads <= 1) {
    make([&](const Pointer& item) {
      work(*item);
      finish(*item);
    });
    return;
  }
  const std::size_t under_way = std::size_t{threads} * 3;
  tbb::concurrent_bounded_queue<Pointer> queue;
  queue.set_capacity(static_cast<std::ptrdiff_t>(under_way));
  std::thread maker([&] {
    make([&](Pointer item) {
      hand_over(item.get());
      queue.push(std::move(item));
    });
    queue.push(nullptr);
  });
  // The user's number counts, even where it is more than there are processors.
  const tbb::global_control parallelism(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    const auto take = [&](tbb::flow_control& control) {
      Pointer item;
      queue.pop(item);
      if (!item) control.stop();
      return item;
    };
    const auto work_on = [&](Pointer item) {
      take_over(item.get());
      work(*item);
      hand_over(item.get());
      return item;
    };
    // What `finish` keeps passes from one thread to the next with its turn.
    const auto finish_in_turn = [&](const Pointer& item) {
      take_over(item.get());
      take_over(&queue);
      finish(*item);
      hand_over(&queue);
    };
    tbb::parallel_pipeline(under_way, tbb::make_filter<void, Pointer>(tbb::filter_mode::serial_in_order, take) &
                                          tbb::make_filter<Pointer, Pointer>(tbb::filter_mode::parallel, work_on) &
                                          tbb::make_filter<Pointer, void>(tbb::filter_mode::serial_in_order, finish_in_turn));
  });
  maker.join();
  take_over(&queue);
}

}  // namespace attache
