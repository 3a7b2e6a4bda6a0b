#include "bf_integer.h"
#include "bf_processor.h"

static bf_integer_wide wide(__int128 value) { return (bf_integer_wide) {(uint64_t) value, (int64_t) (value >> 64)}; }

BF_FOR_EACH_PROCESSOR
void bf_integer_products_narrow(
    const int16_t *weights, const int16_t *windows, size_t outputs, size_t pixels, size_t row, int64_t *sums) {
    for (size_t pixel = 0; pixel < pixels; pixel++) {
        const int16_t *x = windows + pixel * row;
        size_t output = 0;
        for (; output + 4 <= outputs; output += 4) {
            const int16_t *a = weights + output * row, *b = a + row, *c = b + row, *d = c + row;
            int32_t sum_a = 0, sum_b = 0, sum_c = 0, sum_d = 0;
            for (size_t tap = 0; tap < row; tap++) {
                const int32_t value = x[tap];
                sum_a += a[tap] * value;
                sum_b += b[tap] * value;
                sum_c += c[tap] * value;
                sum_d += d[tap] * value;
            }
            int64_t *sum = sums + output * pixels + pixel;
            sum[0] = sum_a;
            sum[pixels] = sum_b;
            sum[2 * pixels] = sum_c;
            sum[3 * pixels] = sum_d;
        }
        for (; output < outputs; output++) {
            int32_t sum = 0;
            for (size_t tap = 0; tap < row; tap++) sum += weights[output * row + tap] * (int32_t) x[tap];
            sums[output * pixels + pixel] = sum;
        }
    }
}

BF_FOR_EACH_PROCESSOR
void bf_integer_products(
    const int32_t *weights, const int32_t *windows, size_t outputs, size_t pixels, size_t row, int64_t *sums) {
    for (size_t pixel = 0; pixel < pixels; pixel++)
        for (size_t output = 0; output < outputs; output++) {
            const int32_t *a = weights + output * row, *x = windows + pixel * row;
            int64_t sum = 0;
            for (size_t tap = 0; tap < row; tap++) sum += (int64_t) a[tap] * x[tap];
            sums[output * pixels + pixel] = sum;
        }
}

void bf_integer_products_wide(
    const int32_t *weights, const int32_t *windows, size_t outputs, size_t pixels, size_t row, bf_integer_wide *sums) {
    for (size_t pixel = 0; pixel < pixels; pixel++)
        for (size_t output = 0; output < outputs; output++) {
            const int32_t *a = weights + output * row, *x = windows + pixel * row;
            __int128 sum = 0;
            for (size_t tap = 0; tap < row; tap++) sum += (int64_t) a[tap] * x[tap];
            sums[output * pixels + pixel] = wide(sum);
        }
}

// The negation of a value is its complement plus one: the complements are added up value by value, the ones at the end.
#define BF_ADD_GROUP(type)                                                                                                    \
    type negated = 0;                                                                                                         \
    size_t tap = from;                                                                                                        \
    for (size_t pixel = 0; pixel < pixels; pixel++) scratch[pixel] = 0;                                                       \
    for (; tap + 4 <= to; tap += 4) {                                                                                         \
        const uint32_t *t = taps + tap;                                                                                       \
        const int32_t *a = columns + (t[0] >> 1) * pixels, *b = columns + (t[1] >> 1) * pixels;                               \
        const int32_t *c = columns + (t[2] >> 1) * pixels, *d = columns + (t[3] >> 1) * pixels;                               \
        const int32_t ma = -(int32_t) (t[0] & 1), mb = -(int32_t) (t[1] & 1);                                                 \
        const int32_t mc = -(int32_t) (t[2] & 1), md = -(int32_t) (t[3] & 1);                                                 \
        negated -= ma + mb + mc + md;                                                                                         \
        for (size_t pixel = 0; pixel < pixels; pixel++)                                                                       \
            scratch[pixel] += (type) (a[pixel] ^ ma) + (b[pixel] ^ mb) + (type) (c[pixel] ^ mc) + (d[pixel] ^ md);            \
    }                                                                                                                         \
    for (; tap < to; tap++) {                                                                                                 \
        const int32_t *a = columns + (taps[tap] >> 1) * pixels;                                                               \
        const int32_t mask = -(int32_t) (taps[tap] & 1);                                                                      \
        negated -= mask;                                                                                                      \
        for (size_t pixel = 0; pixel < pixels; pixel++) scratch[pixel] += a[pixel] ^ mask;                                    \
    }                                                                                                                         \
    return negated

BF_FOR_EACH_PROCESSOR
int32_t bf_integer_add_group(
    const uint32_t *taps, size_t from, size_t to, const int32_t *columns, size_t pixels, int32_t *scratch) {
    BF_ADD_GROUP(int32_t);
}

BF_FOR_EACH_PROCESSOR
int64_t bf_integer_add_group_wide(
    const uint32_t *taps, size_t from, size_t to, const int32_t *columns, size_t pixels, int64_t *scratch) {
    BF_ADD_GROUP(int64_t);
}

void bf_integer_shifted_sums(
    const bf_integer_shifts *shifts, const int32_t *columns, size_t outputs, size_t pixels, int32_t *scratch, int64_t *sums) {
    for (size_t output = 0; output < outputs; output++) {
        int64_t *sum = sums + output * pixels;
        for (size_t pixel = 0; pixel < pixels; pixel++) sum[pixel] = 0;
        for (size_t group = shifts->output_groups[output]; group < shifts->output_groups[output + 1]; group++) {
            const int32_t negated = bf_integer_add_group(
                shifts->taps, shifts->group_taps[group], shifts->group_taps[group + 1], columns, pixels, scratch);
            // To the left as unsigned: a negative number's shift is not defined in C.
            for (size_t pixel = 0; pixel < pixels; pixel++)
                sum[pixel] += (int64_t) ((uint64_t) ((int64_t) scratch[pixel] + negated) << shifts->group_shifts[group]);
        }
    }
}

void bf_integer_shifted_sums_wide(
    const bf_integer_shifts *shifts, const int32_t *columns, size_t outputs, size_t pixels, int64_t *scratch,
    bf_integer_wide *sums) {
    for (size_t output = 0; output < outputs; output++) {
        bf_integer_wide *sum = sums + output * pixels;
        for (size_t pixel = 0; pixel < pixels; pixel++) sum[pixel] = wide(0);
        for (size_t group = shifts->output_groups[output]; group < shifts->output_groups[output + 1]; group++) {
            const int64_t negated = bf_integer_add_group_wide(
                shifts->taps, shifts->group_taps[group], shifts->group_taps[group + 1], columns, pixels, scratch);
            for (size_t pixel = 0; pixel < pixels; pixel++) {
                const __int128 before = ((__int128) sum[pixel].high << 64) | sum[pixel].low;
                const __int128 value = scratch[pixel] + negated;
                sum[pixel] = wide(before + (__int128) ((unsigned __int128) value << shifts->group_shifts[group]));
            }
        }
    }
}
