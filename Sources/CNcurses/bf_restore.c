#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "curses_headers.h"
#include "internal.h"

enum { COMPOSED_CAPACITY = 1024 };

/// Bytes for the terminal.
typedef struct {
    char bytes[COMPOSED_CAPACITY];
    int count;
} composition;

/// Two of them, so that a signal in the middle of composing finds the older one whole.
static composition composed[2];
static atomic_int composed_index;

static struct termios modes_found;
static atomic_bool is_armed;
static atomic_int kept_descriptor = -1;
static atomic_int standard_error_found = -1;

// Standard error -----------------------------------------------------------------------------------------------------------

static bool keep_standard_error(void) {
    if (!isatty(STDERR_FILENO)) return true;
    int kept = memfd_create("bitfront standard error", MFD_CLOEXEC);
    if (kept < 0) return false;
    int found = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (found < 0 || dup2(kept, STDERR_FILENO) < 0) {
        int reason = errno;
        close(kept);
        if (found >= 0) close(found);
        errno = reason;
        return false;
    }
    atomic_store(&kept_descriptor, kept);
    atomic_store(&standard_error_found, found);
    return true;
}

/// Writes all of a buffer unless that fails.
static void write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

void bf_restore_standard_error(void) {
    int found = atomic_exchange(&standard_error_found, -1);
    int kept = atomic_exchange(&kept_descriptor, -1);
    if (found < 0 || kept < 0) return;
    dup2(found, STDERR_FILENO);
    close(found);
    char buffer[512];
    off_t position = 0;
    for (;;) {
        ssize_t count = pread(kept, buffer, sizeof buffer, position);
        if (count <= 0) break;
        position += count;
        for (ssize_t i = 0; i < count; i++) {
            unsigned char byte = (unsigned char)buffer[i];
            if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f) buffer[i] = '?';
        }
        write_all(STDERR_FILENO, buffer, (size_t)count);
    }
    close(kept);
}

// The terminal -------------------------------------------------------------------------------------------------------------

bool bf_restore_prepare(void) {
    return tcgetattr(STDIN_FILENO, &modes_found) == 0 && keep_standard_error();
}

static composition *composing;

static int compose_byte(int byte) {
    if (composing->count < COMPOSED_CAPACITY) composing->bytes[composing->count++] = (char)byte;
    return byte;
}

static void compose(const char *capability) {
    if (capability != NULL && capability != (char *)-1) tputs(capability, 1, compose_byte);
}

void bf_write_capability(const char *name) {
    // Not putp: that writes to stdio's buffer, which curses neither uses nor flushes.
    composition text = {.count = 0};
    composing = &text;
    compose(tigetstr(name));
    write_all(STDOUT_FILENO, text.bytes, (size_t)text.count);
}

/// What gives the cursor a shape, as far as terminfo knows of any: 0 for the terminal's own, 4 for a line below the character.
static const char *cursor_shape(int shape) {
    const char *set_shape = tigetstr("Ss");
    return set_shape == NULL || set_shape == (char *)-1 ? NULL : tiparm(set_shape, shape);
}

void bf_write_cursor_shape(bool is_line) {
    composition text = {.count = 0};
    composing = &text;
    compose(cursor_shape(is_line ? 4 : 0));
    write_all(STDOUT_FILENO, text.bytes, (size_t)text.count);
}

void bf_restore_compose(bool mouse) {
    int index = 1 - atomic_load(&composed_index);
    composing = &composed[index];
    composing->count = 0;
    if (mouse) {
        const char *switch_mouse = tigetstr("XM");
        // Where terminfo has no XM, curses itself falls back on this private mode of xterm's.
        bool is_known = switch_mouse != NULL && switch_mouse != (char *)-1;
        compose(is_known ? tiparm(switch_mouse, 0) : "\033[?1000l");
    }
    compose(tigetstr("BD"));
    compose(tigetstr("sgr0"));
    compose(tigetstr("op"));
    compose(cursor_address == NULL ? NULL : tiparm(cursor_address, LINES > 0 ? LINES - 1 : 0, 0));
    // Where leaving does not bring the old screen back, the shell's prompt is to find an empty line.
    if (exit_ca_mode == NULL) compose(clr_eol);
    compose(tigetstr("rmkx"));
    compose(cursor_shape(0));
    compose(tigetstr("cnorm"));
    compose(exit_ca_mode);
    atomic_store(&composed_index, index);
}

void bf_restore_arm(bool armed) {
    atomic_store(&is_armed, armed);
}

bool bf_restore_is_armed(void) {
    return atomic_load(&is_armed);
}

bool bf_is_in_background(void) {
    // A terminal that does not control this process has no foreground group to ask for, and stops nobody.
    pid_t foreground = tcgetpgrp(STDIN_FILENO);
    return foreground >= 0 && foreground != getpgrp();
}

void bf_restore_terminal(void) {
    if (!atomic_exchange(&is_armed, false)) return;
    if (bf_is_in_background()) return;
    int index = atomic_load(&composed_index);
    write_all(STDOUT_FILENO, composed[index].bytes, (size_t)composed[index].count);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_found);
}
