#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "curses_headers.h"
#include "internal.h"

/// Where curses writes: a descriptor of its own for the terminal, so that standard output is free for restoring at any moment.
static FILE *output;
static int output_descriptor = -1;
/// A file in memory that takes the terminal's place while a frame is written.
static int collected_descriptor = -1;
static bool is_collecting;

FILE *bf_output_open(void) {
    int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (descriptor < 0) return NULL;
    output = fdopen(descriptor, "w");
    if (output == NULL) {
        close(descriptor);
        return NULL;
    }
    output_descriptor = descriptor;
    // Without it frames reach the terminal in the pieces in which curses writes them.
    collected_descriptor = memfd_create("bitfront frame", MFD_CLOEXEC);
    return output;
}

void bf_output_close(void) {
    if (output != NULL) fclose(output);
    if (collected_descriptor >= 0) close(collected_descriptor);
    output = NULL;
    output_descriptor = collected_descriptor = -1;
}

void bf_output_collect(void) {
    // Coming back from endwin, curses sets the terminal's modes, which a file has none of.
    if (collected_descriptor < 0 || isendwin()) return;
    is_collecting = dup3(collected_descriptor, output_descriptor, O_CLOEXEC) >= 0;
}

bool bf_output_write(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EAGAIN) {
            struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
            poll(&terminal, 1, -1);
            continue;
        }
        if (written <= 0) return false;
        bytes += written;
        count -= (size_t)written;
    }
    return true;
}

bool bf_output_add(const char *bytes, size_t count) {
    while (is_collecting && count > 0) {
        ssize_t written = write(collected_descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        count -= (size_t)written;
    }
    return is_collecting;
}

void bf_output_send(void) {
    // As large as what a screen of usual size takes when all of it is drawn.
    static char buffer[64 * 1024];
    if (!is_collecting) return;
    is_collecting = false;
    dup3(STDOUT_FILENO, output_descriptor, O_CLOEXEC);
    off_t end = lseek(collected_descriptor, 0, SEEK_CUR);
    lseek(collected_descriptor, 0, SEEK_SET);
    for (off_t position = 0; position < end;) {
        size_t wanted = (size_t)(end - position) < sizeof buffer ? (size_t)(end - position) : sizeof buffer;
        ssize_t count = pread(collected_descriptor, buffer, wanted, position);
        if (count <= 0 || !bf_output_write(buffer, bf_shorten_styles(buffer, (size_t)count))) return;
        position += count;
    }
}
