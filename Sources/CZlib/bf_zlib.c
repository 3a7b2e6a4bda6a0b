#include "bf_zlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct bf_inflater {
    z_stream stream;
};

/// 15 bits of window, and 16 for "gzip header and trailer".
static const int gzip_window_bits = 15 + 16;

bf_inflater *bf_inflater_create(void) {
    bf_inflater *inflater = calloc(1, sizeof *inflater);
    if (inflater == NULL) return NULL;
    if (inflateInit2(&inflater->stream, gzip_window_bits) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

void bf_inflater_destroy(bf_inflater *inflater) {
    if (inflater == NULL) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}

bf_inflate_status bf_inflater_reset(bf_inflater *inflater) {
    return inflateReset(&inflater->stream) == Z_OK ? BF_INFLATE_MORE : BF_INFLATE_DAMAGED;
}

static uInt clamped(size_t count) {
    return count > UINT_MAX ? UINT_MAX : (uInt)count;
}

bf_inflate_status bf_inflater_run(
    bf_inflater *inflater, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output, size_t output_count,
    size_t *produced) {
    z_stream *stream = &inflater->stream;
    uInt offered = clamped(input_count), room = clamped(output_count);
    // zlib's interface takes its input without const, and does not write to it.
    stream->next_in = (Bytef *)input;
    stream->avail_in = offered;
    stream->next_out = output;
    stream->avail_out = room;
    int status = inflate(stream, Z_NO_FLUSH);
    *consumed = offered - stream->avail_in;
    *produced = room - stream->avail_out;
    // The caller's buffers do not outlive the call.
    stream->next_in = NULL;
    stream->next_out = NULL;
    stream->avail_in = stream->avail_out = 0;
    switch (status) {
        case Z_OK:
        case Z_BUF_ERROR: return BF_INFLATE_MORE;
        case Z_STREAM_END: return BF_INFLATE_END;
        case Z_MEM_ERROR: return BF_INFLATE_NO_MEMORY;
        default: return BF_INFLATE_DAMAGED;
    }
}

const char *bf_inflater_message(const bf_inflater *inflater) {
    return inflater->stream.msg != NULL ? inflater->stream.msg : "the compressed data is damaged";
}
