#ifndef BF_DECOMPRESSOR_H
#define BF_DECOMPRESSOR_H

#include <stddef.h>
#include <stdint.h>

/// Decompression of one gzip member or zlib stream (zlib) or one xz stream (liblzma) at a time, its checksums and lengths verified by the library.
typedef struct bf_decompressor bf_decompressor;

/// What the input is compressed with.
typedef enum { BF_GZIP = 0, BF_XZ = 1, BF_ZLIB = 2 } bf_compression;

/// What a call of `bf_decompressor_run` came to.
typedef enum {
    /// More input or more room for output is needed.
    BF_DECOMPRESS_MORE = 0,
    /// The member or stream has ended, and its checksums and lengths are right.
    BF_DECOMPRESS_END = 1,
    /// The input is of another format, or damaged; `bf_decompressor_message` says why.
    BF_DECOMPRESS_DAMAGED = 2,
    /// Memory has run out.
    BF_DECOMPRESS_NO_MEMORY = 3,
} bf_decompress_status;

/// Makes a decompressor at the start of a member or stream; NULL if memory has run out.
///
/// An xz stream that asks for more than 128 MiB of memory is refused as damaged: nothing published needs more than 65.
bf_decompressor *bf_decompressor_create(bf_compression compression);

/// Releases a decompressor; NULL is allowed.
void bf_decompressor_destroy(bf_decompressor *decompressor);

/// Makes a decompressor ready for the next member or stream.
bf_decompress_status bf_decompressor_reset(bf_decompressor *decompressor);

/// Decompresses from `input` into `output` until one of them is used up or the member ends, and says how far it came.
bf_decompress_status bf_decompressor_run(
    bf_decompressor *decompressor, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced);

/// Why the last call found the input damaged; never NULL.
const char *bf_decompressor_message(const bf_decompressor *decompressor);

#endif
