#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "internal.h"

/// Signals that become events.
static const int reported[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
/// Signals after which there is no going on.
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};

enum {
    REPORTED_COUNT = sizeof reported / sizeof reported[0],
    FATAL_COUNT = sizeof fatal / sizeof fatal[0],
    ALTERNATE_STACK_SIZE = 64 * 1024,
};

static struct sigaction reported_found[REPORTED_COUNT];
static struct sigaction fatal_found[FATAL_COUNT];
static int pipe_ends[2] = {-1, -1};
static atomic_bool is_ending;
static char alternate_stack[ALTERNATE_STACK_SIZE];

static void set_default(int number) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static bool asks_to_end(int number) {
    return number == SIGHUP || number == SIGINT || number == SIGQUIT || number == SIGTERM;
}

/// Leaves the end of a signal to the event loop; a second request to end does not wait for it, as the loop may be stuck.
static void on_reported(int number) {
    int reason = errno;
    if (asks_to_end(number) && atomic_exchange(&is_ending, true)) {
        bf_restore_terminal();
        bf_restore_standard_error();
        set_default(number);
        raise(number);
    }
    unsigned char byte = (unsigned char)number;
    // A full pipe loses nothing: it already wakes the loop, which looks at the window's size and at each kind of signal.
    ssize_t ignored = write(pipe_ends[1], &byte, 1);
    (void)ignored;
    errno = reason;
}

static void on_fatal(int number, siginfo_t *information, void *context) {
    (void)context;
    bf_restore_terminal();
    bf_restore_standard_error();
    // A genuine fault goes on to the handler found, as the Swift runtime's that prints a backtrace; a signal that was sent
    // (abort, kill) ends the process at once. Either comes by the signal raised here, on return from this handler.
    set_default(number);
    if (information->si_code > 0) {
        for (int i = 0; i < FATAL_COUNT; i++) {
            if (fatal[i] == number) sigaction(number, &fatal_found[i], NULL);
        }
    }
    raise(number);
}

bool bf_signals_prepare(void) {
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
    for (int i = 0; i < REPORTED_COUNT; i++) sigaction(reported[i], NULL, &reported_found[i]);
    for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], NULL, &fatal_found[i]);
    return true;
}

/// Gives the calling thread a stack on which a stack overflow can be handled, unless it has one.
static void ensure_alternate_stack(void) {
    stack_t found;
    if (sigaltstack(NULL, &found) == 0 && !(found.ss_flags & SS_DISABLE)) return;
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
}

static void unblock(int number) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void bf_signals_install(void) {
    ensure_alternate_stack();
    atomic_store(&is_ending, false);
    struct sigaction report = {.sa_handler = on_reported, .sa_flags = SA_RESTART};
    sigemptyset(&report.sa_mask);
    for (int i = 0; i < REPORTED_COUNT; i++) sigaction(reported[i], &report, NULL);
    struct sigaction die = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&die.sa_mask);
    for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &die, NULL);
    // Whoever started this process may have blocked signals for itself, which are inherited: resizes and requests to end would be lost.
    for (int i = 0; i < REPORTED_COUNT; i++) unblock(reported[i]);
    for (int i = 0; i < FATAL_COUNT; i++) unblock(fatal[i]);
}

void bf_signals_remove(void) {
    for (int i = 0; i < REPORTED_COUNT; i++) sigaction(reported[i], &reported_found[i], NULL);
    for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &fatal_found[i], NULL);
    // A handler may still be running on another thread: the reading end goes last, so that its write cannot raise SIGPIPE.
    int reading = pipe_ends[0];
    int writing = pipe_ends[1];
    pipe_ends[0] = pipe_ends[1] = -1;
    if (writing >= 0) close(writing);
    if (reading >= 0) close(reading);
}

int bf_signals_descriptor(void) {
    return pipe_ends[0];
}

int bf_signals_take(void) {
    unsigned char byte = 0;
    ssize_t count;
    do {
        count = read(pipe_ends[0], &byte, 1);
    } while (count < 0 && errno == EINTR);
    return count == 1 ? byte : 0;
}

void bf_signals_stop_process(void) {
    struct sigaction ours;
    sigaction(SIGTSTP, NULL, &ours);
    set_default(SIGTSTP);
    unblock(SIGTSTP);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

void bf_die_by(int signal_number) {
    set_default(signal_number);
    unblock(signal_number);
    raise(signal_number);
    _exit(128 + signal_number);
}
