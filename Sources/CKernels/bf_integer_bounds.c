#include "bf_integer.h"

bool bf_integer_magnitudes_below(
    const uint32_t *magnitudes, const int32_t *windows, size_t outputs, size_t pixels, size_t row, const uint64_t *limits) {
    for (size_t output = 0; output < outputs; output++)
        for (size_t pixel = 0; pixel < pixels; pixel++) {
            const uint32_t *a = magnitudes + output * row;
            const int32_t *x = windows + pixel * row;
            uint64_t sum = 0;
            for (size_t tap = 0; tap < row; tap++) sum += (uint64_t) a[tap] * (uint32_t) (x[tap] < 0 ? -x[tap] : x[tap]);
            if (sum >= limits[output]) return false;
        }
    return true;
}

static int bits_of(__int128 smallest, __int128 largest) {
    // A negative number of n bits is the complement of one that needs n - 1.
    const unsigned __int128 reach = (unsigned __int128) largest | (unsigned __int128) ~smallest;
    const uint64_t high = (uint64_t) (reach >> 64), low = (uint64_t) reach;
    return 1 + (high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0);
}

int bf_integer_accumulator_bits(
    const bf_integer_operands *operands, const int32_t *windows, size_t outputs, size_t pixels, size_t taps, size_t window) {
    enum { synapses = 16 };
    // A sign alone holds zero and minus one, so that neither the largest is negative nor the smallest positive.
    __int128 largest = 0, smallest = -1;
#define BF_SEE(sum)                                                                                                           \
    if ((sum) > largest) largest = (sum);                                                                                     \
    if ((sum) < smallest) smallest = (sum)
    for (size_t output = 0; output < outputs; output++)
        for (size_t pixel = 0; pixel < pixels; pixel++) {
            const bf_integer_wide start = operands->starts[output];
            const int32_t *a = operands->factors + output * operands->row, *x = windows + pixel * operands->row;
            const uint8_t *shifts = operands->shifts + output * operands->row;
            __int128 sum = (__int128) (((unsigned __int128) (uint64_t) start.high << 64) | start.low);
            BF_SEE(sum);
            size_t in_group = 0, in_window = 0;
            for (size_t tap = 0; tap < taps; tap++) {
                sum += (__int128) ((unsigned __int128) ((int64_t) a[tap] * x[tap]) << (shifts[tap] + operands->sum_shift));
                in_group++;
                in_window++;
                if (in_group < synapses && in_window < window) continue;
                in_group = 0;
                if (in_window == window) in_window = 0;
                BF_SEE(sum);
            }
        }
#undef BF_SEE
    return bits_of(smallest, largest);
}
