#include "bf_decompressor.h"

#include <limits.h>
#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>

struct bf_decompressor {
    bf_compression compression;
    z_stream deflate;
    lzma_stream xz;
    const char *message;
};

/// 15 bits of window, and for gzip 16 for "gzip header and trailer".
static int window_bits(bf_compression compression) {
    return compression == BF_GZIP ? 15 + 16 : 15;
}

static const uint64_t largest_xz_memory = 128u << 20;

static int begin_xz(bf_decompressor *decompressor) {
    // Called anew on a stream in use, it takes over its memory.
    return lzma_stream_decoder(&decompressor->xz, largest_xz_memory, 0) == LZMA_OK;
}

bf_decompressor *bf_decompressor_create(bf_compression compression) {
    bf_decompressor *decompressor = calloc(1, sizeof *decompressor);
    if (decompressor == NULL) return NULL;
    const lzma_stream fresh = LZMA_STREAM_INIT;
    decompressor->compression = compression;
    decompressor->xz = fresh;
    const int is_ready = compression == BF_XZ
        ? begin_xz(decompressor)
        : inflateInit2(&decompressor->deflate, window_bits(compression)) == Z_OK;
    if (is_ready) return decompressor;
    free(decompressor);
    return NULL;
}

void bf_decompressor_destroy(bf_decompressor *decompressor) {
    if (decompressor == NULL) return;
    if (decompressor->compression != BF_XZ) inflateEnd(&decompressor->deflate);
    lzma_end(&decompressor->xz);
    free(decompressor);
}

bf_decompress_status bf_decompressor_reset(bf_decompressor *decompressor) {
    const int is_ready =
        decompressor->compression == BF_XZ ? begin_xz(decompressor) : inflateReset(&decompressor->deflate) == Z_OK;
    return is_ready ? BF_DECOMPRESS_MORE : BF_DECOMPRESS_NO_MEMORY;
}

static uInt clamped(size_t count) {
    return count > UINT_MAX ? UINT_MAX : (uInt)count;
}

static bf_decompress_status run_deflate(
    bf_decompressor *decompressor, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced) {
    z_stream *stream = &decompressor->deflate;
    const uInt offered = clamped(input_count), room = clamped(output_count);
    // zlib's interface takes its input without const, and does not write to it.
    stream->next_in = (Bytef *)input;
    stream->avail_in = offered;
    stream->next_out = output;
    stream->avail_out = room;
    const int status = inflate(stream, Z_NO_FLUSH);
    *consumed = offered - stream->avail_in;
    *produced = room - stream->avail_out;
    // The caller's buffers do not outlive the call.
    stream->next_in = NULL;
    stream->next_out = NULL;
    stream->avail_in = stream->avail_out = 0;
    decompressor->message = stream->msg;
    switch (status) {
        case Z_OK:
        case Z_BUF_ERROR: return BF_DECOMPRESS_MORE;
        case Z_STREAM_END: return BF_DECOMPRESS_END;
        case Z_MEM_ERROR: return BF_DECOMPRESS_NO_MEMORY;
        default: return BF_DECOMPRESS_DAMAGED;
    }
}

static bf_decompress_status run_xz(
    bf_decompressor *decompressor, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced) {
    lzma_stream *stream = &decompressor->xz;
    stream->next_in = input;
    stream->avail_in = input_count;
    stream->next_out = output;
    stream->avail_out = output_count;
    const lzma_ret status = lzma_code(stream, LZMA_RUN);
    *consumed = input_count - stream->avail_in;
    *produced = output_count - stream->avail_out;
    stream->next_in = NULL;
    stream->next_out = NULL;
    stream->avail_in = stream->avail_out = 0;
    decompressor->message = NULL;
    switch (status) {
        case LZMA_OK:
        case LZMA_BUF_ERROR: return BF_DECOMPRESS_MORE;
        case LZMA_STREAM_END: return BF_DECOMPRESS_END;
        case LZMA_MEM_ERROR: return BF_DECOMPRESS_NO_MEMORY;
        case LZMA_MEMLIMIT_ERROR: decompressor->message = "it asks for more memory than any data set needs"; break;
        case LZMA_FORMAT_ERROR: decompressor->message = "this is no xz stream"; break;
        case LZMA_OPTIONS_ERROR: decompressor->message = "it uses options that are not known"; break;
        default: break;
    }
    return BF_DECOMPRESS_DAMAGED;
}

bf_decompress_status bf_decompressor_run(
    bf_decompressor *decompressor, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced) {
    return decompressor->compression == BF_XZ
        ? run_xz(decompressor, input, input_count, consumed, output, output_count, produced)
        : run_deflate(decompressor, input, input_count, consumed, output, output_count, produced);
}

const char *bf_decompressor_message(const bf_decompressor *decompressor) {
    return decompressor->message != NULL ? decompressor->message : "the compressed data is damaged";
}
