#define _GNU_SOURCE
#include <langinfo.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "curses_headers.h"
#include "internal.h"

/// Whether the terminal stands elsewhere than curses believes.
static bool is_apart;

/// What terminfo has under a name; NULL for nothing.
static const char *capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

static bool is(const char *name, const char *sequence) {
    const char *value = capability(name);
    return value != NULL && strcmp(value, sequence) == 0;
}

/// Whether there is padding in what terminfo has under a name: curses knows how long to wait.
static bool waits(const char *name) {
    const char *value = capability(name);
    return value != NULL && strstr(value, "$<") != NULL;
}

bf_dialect bf_terminal_dialect(void) {
    bf_dialect dialect = {0};
    static const char *const styles[] = {"bold", "dim", "smul", "rev", "sitm", "setaf", "setab", "sgr0"};
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        if (waits(styles[i])) return dialect;
    }
    const char *reset = capability("sgr0");
    bool wraps_at_once = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
    const char *encoding = nl_langinfo(CODESET);
    // Of other encodings no text is written.
    bool has_encoding = strcmp(encoding, "UTF-8") == 0 || strcmp(encoding, "ANSI_X3.4-1968") == 0;
    if (!is("cup", "\033[%i%p1%d;%p2%dH") || tigetflag("msgr") <= 0 || tigetnum("xmc") > 0 || wraps_at_once || !has_encoding
        || reset == NULL || strlen(reset) >= sizeof dialect.reset) return dialect;
    dialect.is_usable = true;
    strcpy(dialect.reset, reset);
    static const struct {
        const char *name, *sequence;
        uint16_t ability;
    } abilities[] = {
        {"hpa", "\033[%i%p1%dG", BF_COLUMN_ADDRESS}, {"vpa", "\033[%i%p1%dd", BF_ROW_ADDRESS},
        {"cuf", "\033[%p1%dC", BF_FORWARD}, {"cub", "\033[%p1%dD", BF_BACKWARD}, {"cuu", "\033[%p1%dA", BF_UPWARD},
        {"cud1", "\n", BF_LINE_FEED}, {"cr", "\r", BF_CARRIAGE_RETURN}, {"cub1", "\b", BF_BACKSPACE},
        {"ech", "\033[%p1%dX", BF_ERASE_CHARACTERS}, {"el", "\033[K", BF_ERASE_TO_END},
        {"rep", "%p1%c\033[%p2%{1}%-%db", BF_REPETITION},
    };
    for (size_t i = 0; i < sizeof abilities / sizeof abilities[0]; i++) {
        if (is(abilities[i].name, abilities[i].sequence)) dialect.abilities |= abilities[i].ability;
    }
    if (is("csr", "\033[%i%p1%d;%p2%dr") && is("ind", "\n") && is("ri", "\033M")) dialect.abilities |= BF_SCROLL_REGION;
    return dialect;
}

static void copy(bf_sequence *sequence, const char *text) {
    size_t length = text == NULL ? 0 : strlen(text);
    if (sequence->count + length > sizeof sequence->bytes) return;
    memcpy(sequence->bytes + sequence->count, text == NULL ? "" : text, length);
    sequence->count += length;
}

bf_sequence bf_attribute_sequence(uint8_t attributes, bool has_color) {
    static const struct {
        uint8_t attribute;
        int incompatible;
        const char *name;
    } table[] = {
        {BF_BOLD, 32, "bold"}, {BF_DIM, 16, "dim"}, {BF_ITALIC, 0x8000, "sitm"}, {BF_UNDERLINE, 2, "smul"}, {BF_REVERSE, 4, "rev"},
    };
    bf_sequence sequence = {0};
    int incompatible = has_color ? tigetnum("ncv") : 0;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (!(attributes & table[i].attribute) || (incompatible > 0 && incompatible & table[i].incompatible)) continue;
        copy(&sequence, capability(table[i].name));
    }
    return sequence;
}

bf_sequence bf_color_sequence(int color, bool is_background) {
    bf_sequence sequence = {0};
    const char *choose = capability(is_background ? "setab" : "setaf");
    if (color >= 0 && choose != NULL) copy(&sequence, tiparm(choose, color));
    return sequence;
}

int bf_column_count(uint32_t scalar) {
    return wcwidth((wchar_t)scalar);
}

void bf_screen_send(char *bytes, size_t count) {
    if (!bf_restore_is_armed() || count == 0) return;
    is_apart = true;
    bool is_added = bf_output_add(bytes, count);
    bf_output_send();
    if (!is_added) bf_output_write(bytes, bf_shorten_styles(bytes, count));
}

void bf_direct_end(void) {
    const char *address = capability("cup");
    if (!is_apart || address == NULL) return;
    is_apart = false;
    const char *sequence = tiparm(address, getcury(curscr), getcurx(curscr));
    if (sequence != NULL) bf_output_write(sequence, strlen(sequence));
}
