#define _GNU_SOURCE
#include <langinfo.h>
#include <string.h>

#include "curses_headers.h"
#include "internal.h"

/// Takes a beginning off a capability that has it, in curses' own copy of the open terminal's entry.
static void remove_prefix(const char *capability, const char *prefix) {
    char *value = tigetstr(capability);
    size_t length = strlen(prefix);
    if (value == NULL || value == (char *)-1 || strncmp(value, prefix, length) != 0 || value[length] == '\0') return;
    memmove(value, value + length, strlen(value + length) + 1);
}

void bf_styles_trim(void) {
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) return;
    // A terminal that another program left in the other set is brought back once.
    bf_write_capability("sgr0");
    remove_prefix("sgr", "%?%p9%t\033(0%e\033(B%;");
    remove_prefix("sgr0", "\033(B");
}
