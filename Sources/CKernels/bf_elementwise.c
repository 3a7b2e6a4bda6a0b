#include "bf_elementwise.h"

#include "bf_processor.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

// Adding and subtracting 3 * 2^22 rounds magnitudes up to 2^22 to whole numbers, ties to even.
static const float small_rounding = 12582912.0f;

// From 2^23 on every number is whole.
static const float whole_numbers = 8388608.0f;

static inline float bits_to_float(uint32_t bits) {
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline uint32_t float_to_bits(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

// NaN stays NaN: both comparisons with it are false.
static inline float clamped(float value, float smallest, float largest) {
    const float below = value > largest ? largest : value;
    return below < smallest ? smallest : below;
}

BF_FOR_EACH_PROCESSOR
void bf_round_fixed(
    const float *source, float *result, size_t count, float scale, float step, float smallest, float largest) {
    for (size_t index = 0; index < count; index++) {
        const float code = clamped(source[index] * scale, smallest, largest);
        const float rounded = (code + small_rounding) - small_rounding;
        result[index] = rounded == rounded ? rounded * step : 0;
    }
}

BF_FOR_EACH_PROCESSOR
void bf_round_fixed_wide(
    const float *source, float *result, size_t count, float scale, float step, float smallest, float largest) {
    for (size_t index = 0; index < count; index++) {
        const float code = clamped(source[index] * scale, smallest, largest);
        const float magnitude = code < 0 ? -code : code;
        const float whole = (magnitude + whole_numbers) - whole_numbers;
        const float rounded = magnitude < whole_numbers ? (code < 0 ? -whole : whole) : code;
        result[index] = rounded == rounded ? rounded * step : 0;
    }
}

// Works on the bits of single precision: adding half of the significand's range carries into the exponent from 1.5 on.
BF_FOR_EACH_PROCESSOR
void bf_round_power_of_two(
    const float *source, float *result, size_t count, uint32_t smallest, uint32_t largest, uint32_t half) {
    const uint32_t infinity = 0x7f800000u;
    for (size_t index = 0; index < count; index++) {
        const uint32_t bits = float_to_bits(source[index]);
        const uint32_t magnitude = bits & 0x7fffffffu;
        const uint32_t power = (magnitude + 0x00400000u) & 0x7f800000u;
        const uint32_t raised = power < smallest ? smallest : power;
        const uint32_t bounded = magnitude >= largest ? largest : raised;
        const uint32_t signed_bits = bounded | (bits & 0x80000000u);
        result[index] = bits_to_float(magnitude < half || magnitude > infinity ? 0 : signed_bits);
    }
}

BF_FOR_EACH_PROCESSOR
void bf_round_binary(const float *source, float *result, size_t count, float magnitude) {
    for (size_t index = 0; index < count; index++) result[index] = source[index] < 0 ? -magnitude : magnitude;
}

BF_FOR_EACH_PROCESSOR
void bf_relu(float *values, size_t count) {
    for (size_t index = 0; index < count; index++) values[index] = values[index] > 0 ? values[index] : 0;
}

BF_FOR_EACH_PROCESSOR
void bf_mask(float *restrict gradients, const float *restrict values, size_t count, float lower, float upper) {
    for (size_t index = 0; index < count; index++) {
        const float kept = values[index] > lower ? gradients[index] : 0;
        gradients[index] = values[index] > upper ? 0 : kept;
    }
}

BF_FOR_EACH_PROCESSOR
void bf_add(float *restrict sum, const float *restrict other, size_t count) {
    for (size_t index = 0; index < count; index++) sum[index] += other[index];
}

BF_FOR_EACH_PROCESSOR
void bf_descend(
    float *restrict parameters, float *restrict velocities, const float *restrict gradients, size_t count, float momentum,
    float scale, float decay, float rate) {
    for (size_t index = 0; index < count; index++) {
        const float velocity = momentum * velocities[index] + (gradients[index] * scale + decay * parameters[index]);
        velocities[index] = velocity;
        parameters[index] -= rate * velocity;
    }
}
