#ifndef BF_MATIO_H
#define BF_MATIO_H

#include <stddef.h>

/// A MATLAB file in the hands of libmatio.
typedef struct bf_matio bf_matio;

/// Opens a file for reading; NULL if that cannot be done, with the reason in words that stay.
///
/// libmatio is loaded here and not at the start of the program: it brings thirty libraries, HDF5 among them, which would double the time
/// to the first frame of an explorer that never sees a MATLAB file.
bf_matio *bf_matio_open(const char *path, const char **reason);

/// Closes a file.
void bf_matio_close(bf_matio *file);

/// Reads `count` values of a variable from the value `start` on, all of its class.
///
/// Returns 0, or another number if the variable is not there, is not of the rank, extents and class given, or cannot be read.
int bf_matio_read(
    bf_matio *file, const char *name, const size_t *extents, int rank, int class, int start, int count, void *values);

#endif
