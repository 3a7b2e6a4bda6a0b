#include "bf_integer.h"

#include <string.h>

// Calls `PUT` for each row of each window: `source` its first value inside the feature map, from column `first` of the window on,
// `count` values, behind a row of zeros.
#define BF_UNFOLD(type)                                                                                                       \
    const size_t pixels_in_row = w->output_width;                                                                             \
    for (size_t row_of_maps = 0; row_of_maps < w->output_height; row_of_maps++)                                               \
        for (size_t column = 0; column < pixels_in_row; column++) {                                                           \
            type *window = result + (row_of_maps * pixels_in_row + column) * row;                                             \
            memset(window, 0, row * sizeof *window);                                                                          \
            for (size_t channel = 0; channel < w->channels; channel++)                                                        \
                for (size_t y = 0; y < w->kernel_rows; y++) {                                                                 \
                    const size_t source_row = row_of_maps * w->stride + y - w->padding;                                       \
                    if (source_row >= w->height) continue;                                                                    \
                    const int32_t *source = maps + (channel * w->height + source_row) * w->width;                             \
                    type *target = window + (channel * w->kernel_rows + y) * w->kernel_columns;                               \
                    for (size_t x = 0; x < w->kernel_columns; x++) {                                                          \
                        const size_t source_column = column * w->stride + x - w->padding;                                     \
                        if (source_column < w->width) target[x] = (type) source[source_column];                               \
                    }                                                                                                         \
                }                                                                                                             \
        }

void bf_integer_unfold_16(const int32_t *maps, const bf_integer_windows *w, size_t row, int16_t *result) {
    BF_UNFOLD(int16_t)
}

void bf_integer_unfold_32(const int32_t *maps, const bf_integer_windows *w, size_t row, int32_t *result) {
    BF_UNFOLD(int32_t)
}

// One tap's values of one row of pixels.
static void unfold_row(const int32_t *source, const bf_integer_windows *w, size_t tap_column, int32_t *target) {
    for (size_t column = 0; column < w->output_width; column++) {
        // Columns left of the feature map wrap to large numbers.
        const size_t source_column = column * w->stride + tap_column - w->padding;
        target[column] = source_column < w->width ? source[source_column] : 0;
    }
}

void bf_integer_unfold_taps(const int32_t *maps, const bf_integer_windows *w, size_t row, int32_t *result) {
    int32_t *target = result;
    for (size_t channel = 0; channel < w->channels; channel++)
        for (size_t y = 0; y < w->kernel_rows; y++)
            for (size_t x = 0; x < w->kernel_columns; x++, target += row)
                for (size_t pixel_row = 0; pixel_row < w->output_height; pixel_row++) {
                    int32_t *pixels = target + pixel_row * w->output_width;
                    const size_t source_row = pixel_row * w->stride + y - w->padding;
                    if (source_row < w->height)
                        unfold_row(maps + (channel * w->height + source_row) * w->width, w, x, pixels);
                    else memset(pixels, 0, w->output_width * sizeof *pixels);
                }
}
