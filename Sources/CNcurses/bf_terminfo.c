#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "curses_headers.h"
#include "internal.h"

static bool environment_asks_for_utf8(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0') {
            return strcasestr(value, "utf-8") != NULL || strcasestr(value, "utf8") != NULL;
        }
    }
    return false;
}

const char *bf_encoding(void) {
    if (setlocale(LC_CTYPE, "") == NULL && environment_asks_for_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
    const char *encoding = nl_langinfo(CODESET);
    return encoding == NULL ? "" : encoding;
}

/// Whether terminfo has a string under a name; tigetstr has two ways to say no.
static bool has_string(const char *capability) {
    const char *value = tigetstr(capability);
    return value != NULL && value != (char *)-1 && value[0] != '\0';
}

bf_terminal_info bf_terminal_inspect(const char *name) {
    bf_terminal_info info = {0};
    int status = 0;
    if (setupterm(name, STDOUT_FILENO, &status) != OK) return info;
    info.known = true;
    info.addressable = has_string("cup") && has_string("clear");
    int colors = tigetnum("colors");
    info.colors = colors > 0 ? colors : 0;
    // On the Linux console curses would turn to the gpm daemon, whose pointer is none of ours.
    info.mouse = has_string("kmous") && strncmp(name, "linux", 5) != 0;
    del_curterm(cur_term);
    return info;
}

bool bf_terminal_cursor_up(const char *name, char *sequence, size_t size) {
    int status = 0;
    if (setupterm(name, STDERR_FILENO, &status) != OK) return false;
    bool fits = false;
    if (has_string("cuu1")) {
        const char *value = tigetstr("cuu1");
        // Padding, as in "$<5>", is for terminals that nobody has any more.
        size_t length = strcspn(value, "$");
        fits = length > 0 && length < size;
        if (fits) {
            memcpy(sequence, value, length);
            sequence[length] = '\0';
        }
    }
    del_curterm(cur_term);
    return fits;
}
