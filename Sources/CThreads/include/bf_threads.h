// Threads on processors of their own choice, of which Foundation knows nothing.
#ifndef BF_THREADS_H
#define BF_THREADS_H

#include <stdbool.h>

/// Runs a function in a thread of its own that begins at once, on another processor than the caller's where there is one that this process
/// may use; from then on it runs on whichever.
///
/// Returns whether there is such a thread; if not, nothing was called.
bool bf_thread_start(void (*run)(void *), void *argument);

#endif
