#pragma once
/// Tells ThreadSanitizer that a value passes from one thread to another within a library that it cannot see into, such as oneTBB, and is
/// therefore not shared. Nothing in any other build.

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace attache {

/// The thread is done with the value and lets another have it.
inline void hand_over([[maybe_unused]] const void* value) {
#if defined(__SANITIZE_THREAD__)
  __tsan_release(const_cast<void*>(value));
#endif
}

/// The thread has the value from the one that handed it over.
inline void take_over([[maybe_unused]] const void* value) {
#if defined(__SANITIZE_THREAD__)
  __tsan_acquire(const_cast<void*>(value));
#endif
}

}  // namespace attache
