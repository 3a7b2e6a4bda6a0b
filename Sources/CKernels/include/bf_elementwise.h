#ifndef BF_ELEMENTWISE_H
#define BF_ELEMENTWISE_H

#include <stddef.h>
#include <stdint.h>

/// What training does to arrays value by value: rounding to a format, masks, and the optimiser's step.
///
/// In C because one function can be compiled for several vector units, of which the right one is taken when the program is loaded:
/// nothing assumes this processor. Multiplications and additions are never fused, so every version gives the same bits.
/// Source and result may be the same array; otherwise arrays must not overlap.

/// Rounds to fixed point of at most 23 bits: codes from `smallest` to `largest` times `step`, ties to even; NaN becomes zero.
void bf_round_fixed(
    const float *source, float *result, size_t count, float scale, float step, float smallest, float largest);

/// Rounds to fixed point of more than 23 bits, where some codes have no fraction to round.
void bf_round_fixed_wide(
    const float *source, float *result, size_t count, float scale, float step, float smallest, float largest);

/// Rounds to a sign and a power of two: bit patterns of the smallest and the largest power, and of half the smallest, below which is zero.
void bf_round_power_of_two(
    const float *source, float *result, size_t count, uint32_t smallest, uint32_t largest, uint32_t half);

/// Rounds to plus or minus a magnitude, zero and NaN to plus.
void bf_round_binary(const float *source, float *result, size_t count, float magnitude);

/// max(0, x) in place.
void bf_relu(float *values, size_t count);

/// Sets gradients to zero where the value is not above `lower` or is above `upper`.
void bf_mask(float *gradients, const float *values, size_t count, float lower, float upper);

/// Adds `other` to `sum`.
void bf_add(float *sum, const float *other, size_t count);

/// One step of gradient descent with momentum: v = momentum * v + (g * scale + decay * w), w = w - rate * v.
void bf_descend(
    float *parameters, float *velocities, const float *gradients, size_t count, float momentum, float scale, float decay,
    float rate);

#endif
