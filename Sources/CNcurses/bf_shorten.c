#include <string.h>

#include "bf_ncurses.h"

/// No terminal is given more figures in one change of style: the Linux console takes 16, each of up to three digits.
static const size_t longest_change = 40;

/// The length of a change of style (SGR) that a text begins with; 0 if it begins with anything else.
static size_t change_length(const char *bytes, size_t count) {
    if (count < 3 || bytes[0] != '\33' || bytes[1] != '[') return 0;
    for (size_t place = 2; place < count && place < longest_change; place++) {
        if (bytes[place] == 'm') return place + 1;
        // Some terminals have colours with colons: ESC [ 38:5:33 m.
        if ((bytes[place] < '0' || bytes[place] > ':') && bytes[place] != ';') return 0;
    }
    return 0;
}

/// Whether a sequence, which is no change of style that is known, leaves the style as it is: a movement of the cursor, or an erasure.
static bool keeps_style(const char *bytes, size_t count) {
    if (count < 3 || bytes[1] != '[') return false;
    for (size_t place = 2; place < count && place < longest_change; place++) {
        if (bytes[place] >= '@') return bytes[place] != 'm';
    }
    return false;
}

/// Whether a change of style begins with giving up all that was set before.
static bool is_reset(const char *change, size_t length) {
    return length == 3 || (change[2] == '0' && (change[3] == 'm' || change[3] == ';'));
}

size_t bf_shorten_styles(char *bytes, size_t count) {
    size_t kept = 0;
    size_t place = 0;
    // Whether the terminal is known to have no style, so that nothing need be given up.
    bool is_plain = false;
    while (place < count) {
        const char *escape = memchr(bytes + place, '\33', count - place);
        size_t next = escape == NULL ? count : (size_t)(escape - bytes);
        memmove(bytes + kept, bytes + place, next - place);
        kept += next - place;
        place = next;
        if (place == count) break;
        size_t first = change_length(bytes + place, count - place);
        size_t second = first == 0 ? 0 : change_length(bytes + place + first, count - place - first);
        if (second > 0 && is_reset(bytes + place + first, second)) {
            place += first;
            continue;
        }
        if (first == 0 && !keeps_style(bytes + place, count - place)) is_plain = false;
        if (first > 0) {
            size_t needless = is_plain && is_reset(bytes + place, first) ? (first > 4 ? 2 : first) : 0;
            is_plain = second == 0 && (first == 3 || (first == 4 && is_reset(bytes + place, first)));
            if (needless == first) {
                place += first;
                continue;
            }
            if (needless > 0) {
                // ESC [ 0 ; a m becomes ESC [ a m.
                bytes[place + 2] = '\33';
                bytes[place + 3] = '[';
                place += needless;
                first -= needless;
            }
        }
        if (second == 0 || first == 3 || first + second > longest_change) {
            bytes[kept++] = bytes[place++];
            continue;
        }
        // Two changes in a row are one: ESC [ a m ESC [ b m becomes ESC [ a ; b m.
        memmove(bytes + kept, bytes + place, first - 1);
        kept += first - 1;
        bytes[kept++] = ';';
        place += first + 2;
    }
    return kept;
}
