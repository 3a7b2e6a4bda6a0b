#ifndef BF_NCURSES_H
#define BF_NCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The longest side of a screen, in cells; what a larger one has beyond it stays empty.
enum { BF_LONGEST_SIDE = 2000 };

// What there is to work with -----------------------------------------------------------------------------------------------

/// What terminfo says about a terminal.
typedef struct {
    /// Whether there is an entry under that name.
    bool known;
    /// Whether the cursor can be moved and the screen cleared.
    bool addressable;
    /// The number of colours; 0 for none.
    int colors;
    /// Whether it reports the mouse.
    bool mouse;
} bf_terminal_info;

/// Takes the character encoding from the environment and returns its name, as "UTF-8" or "ANSI_X3.4-1968"; never NULL.
///
/// Only LC_CTYPE is set: numbers keep the C locale's radix point. Where the environment asks for UTF-8 by way of a locale that
/// is not installed, as often over SSH, C.UTF-8 takes its place.
const char *bf_encoding(void);

/// Looks a terminal up in terminfo; to be called while no screen is open.
bf_terminal_info bf_terminal_inspect(const char *name);

/// Writes what moves the cursor of a terminal up a line into `sequence`, of `size` bytes with the null; false if it has no such thing,
/// or if that does not fit. To be called while no screen is open.
bool bf_terminal_cursor_up(const char *name, char *sequence, size_t size);

/// Leaves out of a text for a terminal the changes of style that another one directly behind them undoes, and makes one of two in a row:
/// curses changes colours and attributes one after the other, each time by a sequence of its own. Works in place.
///
/// Returns the bytes that are left.
size_t bf_shorten_styles(char *bytes, size_t count);

// The screen ---------------------------------------------------------------------------------------------------------------

/// How opening the screen went.
typedef enum {
    BF_OPENED = 0,
    /// There is one screen a process, and it is open.
    BF_ALREADY_OPEN,
    /// curses cannot drive the terminal.
    BF_UNUSABLE,
    /// A system call failed; errno says why.
    BF_SYSTEM_ERROR,
} bf_open_status;

/// Opens the screen on standard input and output, and installs the signal handlers.
///
/// Until `bf_screen_close`, what is written to a standard error that is a terminal is kept back. Whichever way the process ends
/// (exit, a signal, a trap), the terminal is restored first, then the text kept back is written.
bf_open_status bf_screen_open(bool colors, bool mouse);

/// Leaves the terminal as it was found and removes the signal handlers; does nothing if no screen is open.
void bf_screen_close(void);

/// The terminal's extent, 1 to BF_LONGEST_SIDE each.
void bf_screen_measure(int *columns, int *rows);

/// Takes over another extent; everything has to be drawn again.
void bf_screen_resize(int columns, int rows);

/// The number of colours and of colour pairs that the open screen has; 0 without colours.
void bf_screen_color_limits(int *colors, int *pairs);

/// Defines a colour pair, 1 or greater; a colour is a number from 0, or -1 for the terminal's default.
void bf_screen_define_pair(int pair, int foreground, int background);

/// Attributes of a cell, one bit each.
enum { BF_BOLD = 1, BF_DIM = 2, BF_UNDERLINE = 4, BF_REVERSE = 8, BF_ITALIC = 16 };

/// A glyph to be drawn.
typedef struct {
    /// A Unicode scalar, not a control.
    uint32_t scalar;
    /// A combining mark over it; 0 for none.
    uint32_t mark;
    /// A colour pair; 0 for the terminal's own colours.
    int pair;
    /// BF_BOLD and so on.
    uint8_t attributes;
    /// How many columns it is to take, 1 or 2; a scalar that the C library counts otherwise is drawn as a question mark.
    uint8_t columns;
} bf_glyph;

/// Puts glyphs side by side in a row; what lies outside the screen is left out.
void bf_screen_put(int row, int column, const bf_glyph *glyphs, int count);

/// Moves the rows from `top` to before `bottom` up, or down if `rows` is negative; rows that come in are empty.
void bf_screen_scroll(int top, int bottom, int rows);

/// Whether the next frame is looked through for lines that only moved, which the terminal can move; not worth the time where few differ.
void bf_screen_move_lines(bool on);

/// Empties the screen, without showing it yet.
void bf_screen_erase(void);

/// Writes what has changed to the terminal; the hardware cursor goes to a cell, or is hidden if `row` is negative.
void bf_screen_flush(int row, int column);

/// Empties the screen for what is drawn without curses: sent with what `bf_screen_send` sends next, in one piece.
void bf_screen_begin(bool shows_cursor);

/// Forgets what the terminal shows: the next frame is written whole.
void bf_screen_forget(void);

/// What a terminal can do that changes are written for without curses, one bit each.
enum {
    BF_COLUMN_ADDRESS = 1 << 0, BF_ROW_ADDRESS = 1 << 1, BF_FORWARD = 1 << 2, BF_BACKWARD = 1 << 3, BF_UPWARD = 1 << 4,
    BF_LINE_FEED = 1 << 5, BF_CARRIAGE_RETURN = 1 << 6, BF_BACKSPACE = 1 << 7, BF_ERASE_CHARACTERS = 1 << 8,
    BF_ERASE_TO_END = 1 << 9, BF_REPETITION = 1 << 10, BF_SCROLL_REGION = 1 << 11,
};

/// How the terminal is changed without curses.
typedef struct {
    /// Whether that is possible: it addresses its cursor as ECMA-48 says, needs no waiting, keeps styles while the cursor moves, does not
    /// go on to another row by itself, and takes UTF-8 or ASCII.
    bool is_usable;
    /// What it can do besides: BF_COLUMN_ADDRESS and so on, each by the sequence of ECMA-48.
    uint16_t abilities;
    /// What gives up all styles.
    char reset[32];
} bf_dialect;

/// How the terminal of the open screen is changed without curses.
bf_dialect bf_terminal_dialect(void);

/// How many columns the C library counts for a scalar; -1 for one that is not to be drawn.
int bf_column_count(uint32_t scalar);

/// Bytes for the terminal.
typedef struct {
    size_t count;
    char bytes[120];
} bf_sequence;

/// What switches attributes on (BF_BOLD and so on), but for those that the terminal cannot show in colour where there is one.
bf_sequence bf_attribute_sequence(uint8_t attributes, bool has_color);

/// What chooses a colour, a number from 0; nothing for -1, the terminal's own.
bf_sequence bf_color_sequence(int color, bool is_background);

/// Sends to the terminal what changes it without curses, which then shows something else than curses believes until `bf_screen_forget`;
/// changes of style are made shorter, in place.
void bf_screen_send(char *bytes, size_t count);

/// Shows or hides the cursor.
void bf_screen_show_cursor(bool is_visible);

/// Offers a text, encoded in base 64, to the terminal's clipboard; nothing if terminfo does not say how.
void bf_screen_copy(const char *base64);

// Input --------------------------------------------------------------------------------------------------------------------

/// What a piece of input is.
typedef enum {
    /// There is no more.
    BF_INPUT_NONE = 0,
    /// A byte, 0 to 255.
    BF_INPUT_BYTE,
    /// A key that terminfo knows: a bf_key.
    BF_INPUT_KEY,
    /// F1, F2 and so on: the number.
    BF_INPUT_FUNCTION,
    /// The mouse: a bf_mouse, with column and row.
    BF_INPUT_MOUSE,
    /// A key without a meaning here.
    BF_INPUT_OTHER,
} bf_input_kind;

/// The keys that are not bytes.
typedef enum {
    BF_KEY_UP, BF_KEY_DOWN, BF_KEY_LEFT, BF_KEY_RIGHT, BF_KEY_HOME, BF_KEY_END, BF_KEY_PAGE_UP, BF_KEY_PAGE_DOWN,
    BF_KEY_INSERT, BF_KEY_DELETE, BF_KEY_ENTER, BF_KEY_BACK_TAB, BF_KEY_BACKSPACE,
    BF_KEY_SHIFT_UP, BF_KEY_SHIFT_DOWN, BF_KEY_SHIFT_LEFT, BF_KEY_SHIFT_RIGHT,
} bf_key;

/// What the mouse did.
typedef enum {
    BF_MOUSE_LEFT_PRESS, BF_MOUSE_LEFT_RELEASE, BF_MOUSE_MIDDLE_PRESS, BF_MOUSE_MIDDLE_RELEASE, BF_MOUSE_RIGHT_PRESS,
    BF_MOUSE_RIGHT_RELEASE, BF_MOUSE_WHEEL_UP, BF_MOUSE_WHEEL_DOWN,
} bf_mouse;

/// A piece of input.
typedef struct {
    bf_input_kind kind;
    int value;
    int column;
    int row;
} bf_input;

/// Takes the next piece of input without waiting; a lone escape takes up to 25 ms, in case more of a sequence follows.
bf_input bf_screen_read(void);

/// How many bytes standard input has to read; 0 at its end.
int bf_input_count(void);

// Signals ------------------------------------------------------------------------------------------------------------------

/// A file descriptor that becomes readable when a signal has come; -1 if no screen is open.
int bf_signals_descriptor(void);

/// Takes the next signal that has come: SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT or SIGWINCH; 0 if there is none.
int bf_signals_take(void);

/// Leaves the terminal as it was found and stops the process; returns once it is continued.
void bf_screen_stop(void);

/// Takes the terminal over again after the process was continued; the next frame is written whole.
void bf_screen_continue(void);

/// Ends the process by a signal, so that its parent sees that signal; the screen has to be closed before.
_Noreturn void bf_die_by(int signal_number);

#endif
