// Prints a checksum of the results of every loop of CKernels that is compiled for several processors, over the same values everywhere:
// whatever processor and vector unit runs it, the lines have to be the same. Scripts/soak.d/other-processors compares them.

#include "bf_elementwise.h"
#include "bf_integer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { count = 1 << 16, taps = 37, outputs = 11, pixels = 29 };

static uint64_t state;

// SplitMix64.
static uint64_t next(void) {
    uint64_t mixed = state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

static float source[count], other[count], result[count];

// Any pattern of 32 bits, infinities, subnormal numbers and NaN among them; no NaN that signals, which no arithmetic has as its result
// and which arm64's maximum does not take for one.
static void fill_any(float *values) {
    for (size_t index = 0; index < count; index++) {
        uint32_t bits = (uint32_t) (next() >> 32);
        if ((bits & 0x7f800000u) == 0x7f800000u && (bits & 0x007fffffu) != 0) bits |= 0x00400000u;
        memcpy(&values[index], &bits, sizeof bits);
    }
}

// Numbers from -2 to 2: what is not a number has signs and payloads that processors treat as they like.
static void fill_small(float *values) {
    for (size_t index = 0; index < count; index++) values[index] = (float) ((double) (int64_t) next() * 0x1p-62);
}

static void say(const char *name, const void *bytes, size_t size) {
    uint64_t sum = 0xcbf29ce484222325u;
    for (size_t index = 0; index < size; index++) sum = (sum ^ ((const unsigned char *) bytes)[index]) * 0x100000001b3u;
    printf("%-24s %016" PRIx64 "\n", name, sum);
}

static void elementwise(void) {
    state = 1;
    fill_any(source);
    bf_round_fixed(source, result, count, 0x1p5f, 0x1p-5f, -128, 127);
    say("fixed, 8 bits", result, sizeof result);
    bf_round_fixed_wide(source, result, count, 0x1p25f, 0x1p-25f, -0x1p31f, 0x1.fffffep30f);
    say("fixed, 32 bits", result, sizeof result);
    bf_round_power_of_two(source, result, count, 0x30800000u, 0x3f800000u, 0x30000000u);
    say("power of two, 6 bits", result, sizeof result);
    bf_round_binary(source, result, count, 0x1p-5f);
    say("binary", result, sizeof result);
    memcpy(result, source, sizeof result);
    bf_relu(result, count);
    say("relu", result, sizeof result);
    fill_small(result);
    bf_mask(result, source, count, 0, 0x1p20f);
    say("mask", result, sizeof result);
    fill_small(source);
    fill_small(other);
    bf_add(result, source, count);
    say("add", result, sizeof result);
    bf_descend(result, other, source, count, 0.9f, 0.3f, 0.004f, 0.05f);
    say("descend, parameters", result, sizeof result);
    say("descend, velocities", other, sizeof other);
}

static void integers(void) {
    static int16_t narrow_weights[outputs * taps], narrow_windows[pixels * taps];
    static int32_t weights[outputs * taps], windows[pixels * taps], scratch[pixels];
    static int64_t sums[outputs * pixels];
    state = 2;
    for (size_t index = 0; index < outputs * taps; index++) weights[index] = narrow_weights[index] = (int16_t) (next() >> 51);
    for (size_t index = 0; index < pixels * taps; index++) windows[index] = narrow_windows[index] = (int16_t) (next() >> 51);
    bf_integer_products_narrow(narrow_weights, narrow_windows, outputs, pixels, taps, sums);
    say("products, 32 bits", sums, sizeof sums);
    bf_integer_products(weights, windows, outputs, pixels, taps, sums);
    say("products, 64 bits", sums, sizeof sums);
    static uint32_t words[outputs * taps], group_taps[outputs + 1], output_groups[outputs + 1];
    static uint8_t group_shifts[outputs];
    for (size_t index = 0; index < outputs * taps; index++) words[index] = (uint32_t) ((index % taps) << 1 | next() >> 63);
    for (size_t index = 0; index <= outputs; index++) {
        group_taps[index] = (uint32_t) (index * taps);
        output_groups[index] = (uint32_t) index;
    }
    for (size_t index = 0; index < outputs; index++) group_shifts[index] = (uint8_t) (3 * index);
    const bf_integer_shifts shifts = {words, group_taps, group_shifts, output_groups};
    bf_integer_shifted_sums(&shifts, windows, outputs, pixels, scratch, sums);
    say("shifted sums", sums, sizeof sums);
}

int main(void) {
    elementwise();
    integers();
    return 0;
}
