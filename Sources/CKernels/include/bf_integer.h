#ifndef BF_INTEGER_H
#define BF_INTEGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The inner loops of inference in integers: sums over the windows of a layer, by multiplication, or by shifts and negations alone.
///
/// Nothing here checks for overflow: the caller has bounded every sum by the actual weights and data, and picks the width that holds it.
/// A "pixel" is one position of an output feature map, a "tap" one weight of a window: input channel, row, column, in this order.

/// The windows of a layer over the feature maps of one image: channel, row, column, zeros outside.
typedef struct {
    size_t channels, height, width;
    size_t kernel_rows, kernel_columns, stride, padding;
    size_t output_height, output_width;
} bf_integer_windows;

/// A number of 128 bits, in two's complement.
typedef struct {
    uint64_t low;
    int64_t high;
} bf_integer_wide;

/// Lays the windows out side by side, each with its taps side by side, `row` values apart: what is behind the taps becomes zero.
void bf_integer_unfold_16(const int32_t *maps, const bf_integer_windows *windows, size_t row, int16_t *result);

/// The same in 32 bits.
void bf_integer_unfold_32(const int32_t *maps, const bf_integer_windows *windows, size_t row, int32_t *result);

/// Lays the windows out tap by tap: a tap's values of all pixels side by side, rows `row` values apart.
void bf_integer_unfold_taps(const int32_t *maps, const bf_integer_windows *windows, size_t row, int32_t *result);

/// Sums of products in 32 bits; weights and windows have rows of `row` values, sums one row of pixels an output.
void bf_integer_products_narrow(
    const int16_t *weights, const int16_t *windows, size_t outputs, size_t pixels, size_t row, int64_t *sums);

/// Sums of products in 64 bits.
void bf_integer_products(
    const int32_t *weights, const int32_t *windows, size_t outputs, size_t pixels, size_t row, int64_t *sums);

/// Sums of products in 128 bits.
void bf_integer_products_wide(
    const int32_t *weights, const int32_t *windows, size_t outputs, size_t pixels, size_t row, bf_integer_wide *sums);

/// Which taps an output adds and subtracts at which shift; taps of weight zero do not occur.
typedef struct {
    /// Twice the tap, plus one if it is subtracted.
    const uint32_t *taps;
    /// For each group, where its taps start; one more for the end.
    const uint32_t *group_taps;
    /// For each group, how far its sum is shifted to the left.
    const uint8_t *group_shifts;
    /// For each output, where its groups start; one more for the end.
    const uint32_t *output_groups;
} bf_integer_shifts;

/// Sums of shifted and negated values: each group's in 32 bits, an output's in 64; `scratch` has room for one row of pixels.
void bf_integer_shifted_sums(
    const bf_integer_shifts *shifts, const int32_t *columns, size_t outputs, size_t pixels, int32_t *scratch, int64_t *sums);

/// The same with groups in 64 bits and outputs in 128.
void bf_integer_shifted_sums_wide(
    const bf_integer_shifts *shifts, const int32_t *columns, size_t outputs, size_t pixels, int64_t *scratch,
    bf_integer_wide *sums);

/// Whether for every output and pixel the sum of |weight| * |value| is below a limit; limits[o] is that of output o.
bool bf_integer_magnitudes_below(
    const uint32_t *magnitudes, const int32_t *windows, size_t outputs, size_t pixels, size_t row, const uint64_t *limits);

/// Weights as whole numbers times powers of two, for `bf_integer_accumulator_bits`.
typedef struct {
    /// Rows of `row` whole numbers.
    const int32_t *factors;
    /// How far each product is shifted to the left.
    const uint8_t *shifts;
    /// One for each output: what its accumulator starts from.
    const bf_integer_wide *starts;
    size_t row;
    /// How far every product is shifted to the left, so that it is in the steps of the starts.
    int sum_shift;
} bf_integer_operands;

/// The bits of two's complement that hold everything an accumulator holds on the way to its sum.
///
/// It starts from the bias, and takes the products of one input channel's window after the other, 16 at a time, the rest of a window
/// by itself; `window` is the number of taps of one channel's window.
int bf_integer_accumulator_bits(
    const bf_integer_operands *operands, const int32_t *windows, size_t outputs, size_t pixels, size_t taps, size_t window);

#endif
