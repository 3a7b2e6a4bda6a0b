#ifndef BF_CURSES_HEADERS_H
#define BF_CURSES_HEADERS_H

/// Wide characters: cchar_t and its functions.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

// term.h defines every capability as a macro under its plain name; these two are in the way.
#undef columns
#undef lines

#endif
