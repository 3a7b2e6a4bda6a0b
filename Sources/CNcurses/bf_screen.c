#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "curses_headers.h"
#include "internal.h"

static SCREEN *screen;
static WINDOW *input_window;
static bool has_colors_on;
static bool has_mouse_on;
static bool exit_is_watched;

// Opening and closing ------------------------------------------------------------------------------------------------------

static void restore_at_exit(void) {
    bf_restore_terminal();
    bf_restore_standard_error();
}

/// Keys come one by one and unechoed. Ctrl-C, Ctrl-\ and Ctrl-Z stay signals, so that they work while the program is busy;
/// Ctrl-S, Ctrl-Q, Ctrl-O and Ctrl-V become keys.
static void set_modes(void) {
    cbreak();
    noecho();
    nonl();
    struct termios modes;
    if (tcgetattr(STDIN_FILENO, &modes) == 0) {
        modes.c_lflag &= ~(tcflag_t)IEXTEN;
        modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
        tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
        def_prog_mode();
    }
}

/// What curses makes of presses and releases that it reads at once, whatever the interval.
#define LEFT_CLICKS (BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON1_TRIPLE_CLICKED)

static void switch_mouse(bool on) {
    if (!has_mouse_on) return;
    mmask_t wanted = BUTTON1_PRESSED | LEFT_CLICKS | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON2_RELEASED | BUTTON3_PRESSED
        | BUTTON3_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED;
    mousemask(on ? wanted : 0, NULL);
    // Presses and releases as they come: curses would otherwise wait to see whether they make a click.
    mouseinterval(0);
}

static void set_up_windows(bool colors) {
    has_colors_on = colors && start_color() == OK;
    if (has_colors_on) use_default_colors();
    set_escdelay(25);
    // Reading from a pad never draws: curses refreshes other windows before it waits for a key.
    input_window = newpad(1, 1);
    if (input_window != NULL) {
        keypad(input_window, TRUE);
        nodelay(input_window, TRUE);
    }
    scrollok(stdscr, FALSE);
    // A frame is drawn once all that was typed ahead is handled, so curses need not look for keys while it draws.
    typeahead(-1);
}

static void enter(void) {
    switch_mouse(true);
    bf_write_capability("BE");
    // The cursor stands on what is selected, which is in reverse: a block would turn that around once more.
    bf_write_cursor_shape(true);
}

bf_open_status bf_screen_open(bool colors, bool mouse) {
    if (screen != NULL) return BF_ALREADY_OPEN;
    if (!bf_signals_prepare()) return BF_SYSTEM_ERROR;
    if (!bf_restore_prepare()) {
        int reason = errno;
        bf_signals_remove();
        errno = reason;
        return BF_SYSTEM_ERROR;
    }
    // The size comes from the terminal alone: LINES and COLUMNS are often exported by a shell and out of date.
    use_env(FALSE);
    use_tioctl(TRUE);
    FILE *output = bf_output_open();
    int reason = errno;
    screen = output == NULL ? NULL : newterm(NULL, output, stdin);
    if (screen == NULL) {
        bf_output_close();
        bf_restore_standard_error();
        bf_signals_remove();
        errno = reason;
        return output == NULL ? BF_SYSTEM_ERROR : BF_UNUSABLE;
    }
    has_mouse_on = mouse;
    bf_restore_compose(mouse);
    bf_styles_trim();
    bf_restore_arm(true);
    bf_signals_install();
    if (!exit_is_watched) exit_is_watched = atexit(restore_at_exit) == 0;
    set_modes();
    set_up_windows(colors);
    enter();
    int columns, rows;
    bf_screen_measure(&columns, &rows);
    if (columns != COLS || rows != LINES) bf_screen_resize(columns, rows);
    return BF_OPENED;
}

static void leave(void) {
    // A job that is ended while it is stopped has left already, and the terminal is the shell's.
    if (!bf_restore_is_armed()) return;
    bf_write_cursor_shape(false);
    bf_write_capability("BD");
    switch_mouse(false);
    bf_direct_end();
    endwin();
    // Where leaving does not bring the old screen back, the shell's prompt is to find an empty line.
    if (exit_ca_mode == NULL) bf_write_capability("el");
    bf_restore_arm(false);
}

void bf_screen_close(void) {
    if (screen == NULL) return;
    leave();
    bf_signals_remove();
    bf_restore_standard_error();
    if (input_window != NULL) delwin(input_window);
    input_window = NULL;
    delscreen(screen);
    screen = NULL;
    bf_output_close();
}

void bf_screen_stop(void) {
    if (screen == NULL) return;
    leave();
    bf_signals_stop_process();
}

void bf_screen_continue(void) {
    if (screen == NULL) return;
    if (bf_is_in_background()) {
        // Continued by `bg`: as any program that needs the terminal, stop until `fg`, which continues once more.
        bf_signals_stop_process();
        return;
    }
    // Stopped by SIGSTOP, nothing was left: whoever had the terminal meanwhile may have changed its modes and written on it, so leave
    // and enter once more. After Ctrl-Z that would put the cursor back to where it was before the shell wrote.
    if (bf_restore_is_armed()) endwin();
    bf_restore_arm(true);
    enter();
    bf_screen_forget();
}

// Size ---------------------------------------------------------------------------------------------------------------------

static int within_limits(int side) {
    return side < 1 ? 1 : side > BF_LONGEST_SIDE ? BF_LONGEST_SIDE : side;
}

void bf_screen_measure(int *columns, int *rows) {
    struct winsize window = {0};
    bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0;
    *columns = within_limits(is_known ? window.ws_col : COLS);
    *rows = within_limits(is_known ? window.ws_row : LINES);
}

void bf_screen_resize(int columns, int rows) {
    resize_term(rows, columns);
    clearok(curscr, TRUE);
    bf_restore_compose(has_mouse_on);
}

// Drawing ------------------------------------------------------------------------------------------------------------------

void bf_screen_color_limits(int *colors, int *pairs) {
    *colors = has_colors_on ? COLORS : 0;
    *pairs = has_colors_on ? COLOR_PAIRS : 0;
}

void bf_screen_define_pair(int pair, int foreground, int background) {
    init_extended_pair(pair, foreground, background);
}

static attr_t curses_attributes(uint8_t attributes) {
    attr_t result = A_NORMAL;
    if (attributes & BF_BOLD) result |= A_BOLD;
    if (attributes & BF_DIM) result |= A_DIM;
    if (attributes & BF_UNDERLINE) result |= A_UNDERLINE;
    if (attributes & BF_REVERSE) result |= A_REVERSE;
    if (attributes & BF_ITALIC) result |= A_ITALIC;
    return result;
}

/// Makes a glyph a curses cell, and returns how many columns curses will count for it.
static int make_cell(const bf_glyph *glyph, cchar_t *cell) {
    wchar_t text[3] = {(wchar_t)glyph->scalar, (wchar_t)glyph->mark, L'\0'};
    int columns = glyph->columns;
    if (wcwidth(text[0]) != columns) {
        text[0] = L'?';
        text[1] = L'\0';
        columns = 1;
    } else if (text[1] != L'\0' && wcwidth(text[1]) != 0) {
        text[1] = L'\0';
    }
    int pair = glyph->pair;
    setcchar(cell, text, curses_attributes(glyph->attributes), (short)(pair > SHRT_MAX ? 0 : pair), &pair);
    return columns;
}

/// Whether a glyph looks as the one to its left: its cell is then a copy with another character.
static bool looks_like_neighbour(const bf_glyph *glyphs, int i) {
    return i > 0 && glyphs[i].pair == glyphs[i - 1].pair && glyphs[i].attributes == glyphs[i - 1].attributes;
}

static bool is_printable_ascii(const bf_glyph *glyph) {
    return glyph->scalar >= 0x20 && glyph->scalar < 0x7f && glyph->mark == 0 && glyph->columns == 1;
}

void bf_screen_put(int row, int column, const bf_glyph *glyphs, int count) {
    static cchar_t cells[BF_LONGEST_SIDE];
    if (row < 0 || row >= LINES || column < 0 || column >= COLS) return;
    int used = 0;
    for (int i = 0; i < count && used + 2 <= BF_LONGEST_SIDE; i++) {
        if (looks_like_neighbour(glyphs, i) && is_printable_ascii(&glyphs[i]) && is_printable_ascii(&glyphs[i - 1])) {
            cells[used] = cells[used - 1];
            cells[used++].chars[0] = (wchar_t)glyphs[i].scalar;
            continue;
        }
        int columns = make_cell(&glyphs[i], &cells[used++]);
        if (columns < glyphs[i].columns) {
            bf_glyph space = glyphs[i];
            space.scalar = ' ';
            space.columns = 1;
            make_cell(&space, &cells[used++]);
        }
    }
    mvwadd_wchnstr(stdscr, row, column, cells, used);
}

void bf_screen_scroll(int top, int bottom, int rows) {
    if (top < 0 || bottom > LINES || bottom - top < 2) return;
    scrollok(stdscr, TRUE);
    wsetscrreg(stdscr, top, bottom - 1);
    wscrl(stdscr, rows);
    wsetscrreg(stdscr, 0, LINES - 1);
    scrollok(stdscr, FALSE);
}

void bf_screen_move_lines(bool on) {
    idlok(stdscr, on);
}

void bf_screen_erase(void) {
    werase(stdscr);
}

/// Has curses write what has changed, which is collected.
static void collect(int row, int column) {
    bool is_visible = row >= 0 && row < LINES && column >= 0 && column < COLS;
    // A hidden cursor stays where the last write left it, which saves moving it.
    leaveok(stdscr, !is_visible);
    if (is_visible) wmove(stdscr, row, column);
    bf_output_collect();
    curs_set(is_visible ? 1 : 0);
    wnoutrefresh(stdscr);
    doupdate();
}

void bf_screen_flush(int row, int column) {
    if (!bf_restore_is_armed()) return;
    collect(row, column);
    bf_output_send();
}

void bf_screen_begin(bool shows_cursor) {
    if (!bf_restore_is_armed()) return;
    werase(stdscr);
    collect(shows_cursor ? 0 : -1, 0);
}

void bf_screen_forget(void) {
    clearok(curscr, TRUE);
}

void bf_screen_show_cursor(bool is_visible) {
    if (!bf_restore_is_armed()) return;
    bf_output_collect();
    curs_set(is_visible ? 1 : 0);
    bf_output_send();
}

void bf_screen_copy(const char *base64) {
    char *entry = tigetstr("Ms");
    if (!bf_restore_is_armed() || entry == NULL || entry == (char *)-1) return;
    // curses has flushed what it had to write: the sequence goes behind it.
    const char *sequence = tiparm(entry, "c", base64);
    size_t left = sequence == NULL ? 0 : strlen(sequence);
    while (left > 0) {
        ssize_t written = write(STDOUT_FILENO, sequence, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        sequence += written;
        left -= (size_t)written;
    }
}

// Input --------------------------------------------------------------------------------------------------------------------

static int mouse_value(mmask_t state) {
    static const struct {
        mmask_t state;
        int value;
    } table[] = {
        {BUTTON1_PRESSED | LEFT_CLICKS, BF_MOUSE_LEFT_PRESS},
        {BUTTON1_RELEASED, BF_MOUSE_LEFT_RELEASE},
        {BUTTON2_PRESSED, BF_MOUSE_MIDDLE_PRESS},  {BUTTON2_RELEASED, BF_MOUSE_MIDDLE_RELEASE},
        {BUTTON3_PRESSED, BF_MOUSE_RIGHT_PRESS},   {BUTTON3_RELEASED, BF_MOUSE_RIGHT_RELEASE},
        {BUTTON4_PRESSED, BF_MOUSE_WHEEL_UP},      {BUTTON5_PRESSED, BF_MOUSE_WHEEL_DOWN},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (state & table[i].state) return table[i].value;
    }
    return -1;
}

static bf_input mouse_input(void) {
    bf_input input = {.kind = BF_INPUT_OTHER};
    MEVENT event;
    if (getmouse(&event) != OK) return input;
    input.value = mouse_value(event.bstate);
    if (input.value >= 0) input.kind = BF_INPUT_MOUSE;
    input.column = event.x;
    input.row = event.y;
    return input;
}

static int key_value(int code) {
    switch (code) {
    case KEY_UP: return BF_KEY_UP;
    case KEY_DOWN: return BF_KEY_DOWN;
    case KEY_LEFT: return BF_KEY_LEFT;
    case KEY_RIGHT: return BF_KEY_RIGHT;
    case KEY_SR: return BF_KEY_SHIFT_UP;
    case KEY_SF: return BF_KEY_SHIFT_DOWN;
    case KEY_SLEFT: return BF_KEY_SHIFT_LEFT;
    case KEY_SRIGHT: return BF_KEY_SHIFT_RIGHT;
    case KEY_HOME: case KEY_SHOME: case KEY_A1: return BF_KEY_HOME;
    case KEY_END: case KEY_SEND: case KEY_LL: case KEY_C1: return BF_KEY_END;
    case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return BF_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return BF_KEY_PAGE_DOWN;
    case KEY_IC: case KEY_SIC: return BF_KEY_INSERT;
    case KEY_DC: case KEY_SDC: return BF_KEY_DELETE;
    case KEY_ENTER: return BF_KEY_ENTER;
    case KEY_BTAB: return BF_KEY_BACK_TAB;
    case KEY_BACKSPACE: return BF_KEY_BACKSPACE;
    default: return -1;
    }
}

bf_input bf_screen_read(void) {
    bf_input input = {.kind = BF_INPUT_NONE};
    if (input_window == NULL) return input;
    int code = wgetch(input_window);
    if (code == ERR) return input;
    if (code == KEY_MOUSE) return mouse_input();
    input.kind = BF_INPUT_OTHER;
    if (code >= 0 && code <= 255) {
        input.kind = BF_INPUT_BYTE;
        input.value = code;
    } else if (code > KEY_F0 && code <= KEY_F(63)) {
        input.kind = BF_INPUT_FUNCTION;
        input.value = code - KEY_F0;
    } else if (key_value(code) >= 0) {
        input.kind = BF_INPUT_KEY;
        input.value = key_value(code);
    }
    return input;
}

int bf_input_count(void) {
    int count = 0;
    return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 && count > 0 ? count : 0;
}
