#ifndef BF_NCURSES_INTERNAL_H
#define BF_NCURSES_INTERNAL_H

#include <stdio.h>

#include "bf_ncurses.h"

// Saving and restoring (bf_restore.c) --------------------------------------------------------------------------------------

/// Saves the terminal's modes and keeps standard error back; before curses starts.
bool bf_restore_prepare(void);

/// Composes what will have to be written to restore the terminal; after curses has started, and after each resize.
void bf_restore_compose(bool mouse);

/// Writes what terminfo has under a name to the terminal at once; nothing if it has nothing.
void bf_write_capability(const char *name);

/// Gives the cursor the shape of a line below its character, or that which the terminal's user has chosen; nothing where terminfo knows of
/// no shapes.
void bf_write_cursor_shape(bool is_line);

/// Says whether the terminal is ours at the moment.
void bf_restore_arm(bool armed);

/// Whether the terminal is ours at the moment.
bool bf_restore_is_armed(void);

/// Whether the terminal belongs to another job: changing its modes would then stop this process. Async-signal-safe.
bool bf_is_in_background(void);

/// Restores the terminal if it is ours. Async-signal-safe, and has an effect once.
void bf_restore_terminal(void);

/// Gives standard error back and writes what was kept. Async-signal-safe, and has an effect once.
void bf_restore_standard_error(void);

// Output (bf_output.c) -----------------------------------------------------------------------------------------------------

/// Opens the file that curses writes to the terminal by; NULL if there is none, and errno says why.
FILE *bf_output_open(void);

/// Closes it; after curses has ended.
void bf_output_close(void);

/// Collects from now on what curses writes: it flushes wherever it moves the cursor, and each piece would wake whoever draws it.
void bf_output_collect(void);

/// Adds to what is collected; false if nothing is.
bool bf_output_add(const char *bytes, size_t count);

/// Sends what was collected to the terminal in one piece.
void bf_output_send(void);

/// Writes all of a text to the terminal, waiting where it takes no more for now; false if it is gone.
bool bf_output_write(const char *bytes, size_t count);

// Changes without curses (bf_direct.c) -------------------------------------------------------------------------------------

/// Brings the cursor back to where curses believes it to be; before curses moves it.
void bf_direct_end(void);

// Styles (bf_styles.c) -----------------------------------------------------------------------------------------------------

/// Makes changes of style shorter where text is UTF-8: line drawing is text like any other there, so that the alternative character
/// set, which many entries leave with each change, is never entered. After curses has started.
void bf_styles_trim(void);

// Signals (bf_signals.c) ---------------------------------------------------------------------------------------------------

/// Remembers the signal actions found; before curses installs its own.
bool bf_signals_prepare(void);

/// Installs the handlers; after curses has started.
void bf_signals_install(void);

/// Puts the actions found back.
void bf_signals_remove(void);

/// Stops the process by SIGTSTP's default action.
void bf_signals_stop_process(void);

#endif
