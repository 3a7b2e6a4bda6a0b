#ifndef BF_ZLIB_H
#define BF_ZLIB_H

#include <stddef.h>
#include <stdint.h>

/// Decompression of one gzip member at a time, with its checksum and length verified by zlib.
typedef struct bf_inflater bf_inflater;

/// What a call of `bf_inflater_run` came to.
typedef enum {
    /// More input or more room for output is needed.
    BF_INFLATE_MORE = 0,
    /// The member has ended, and its checksum and length are right.
    BF_INFLATE_END = 1,
    /// The input is no gzip member, or a damaged one; `bf_inflater_message` says why.
    BF_INFLATE_DAMAGED = 2,
    /// Memory has run out.
    BF_INFLATE_NO_MEMORY = 3,
} bf_inflate_status;

/// Makes an inflater at the start of a member; NULL if memory has run out.
bf_inflater *bf_inflater_create(void);

/// Releases an inflater; NULL is allowed.
void bf_inflater_destroy(bf_inflater *inflater);

/// Makes an inflater ready for the next member.
bf_inflate_status bf_inflater_reset(bf_inflater *inflater);

/// Decompresses from `input` into `output` until one of them is used up or the member ends, and says how far it came.
bf_inflate_status bf_inflater_run(
    bf_inflater *inflater, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output, size_t output_count,
    size_t *produced);

/// Why the last call found the input damaged, in zlib's words; never NULL.
const char *bf_inflater_message(const bf_inflater *inflater);

#endif
