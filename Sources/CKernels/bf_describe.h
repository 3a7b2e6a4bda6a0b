#ifndef BF_DESCRIBE_H
#define BF_DESCRIBE_H

#include "bf_onednn.h"

// The library's primitives as they are described to it, which versions 2 and 3 do differently.

typedef enum { BF_FORWARD, BF_PARAMETER_GRADIENTS, BF_SOURCE_GRADIENT } bf_direction;

// The layouts that a primitive sees, of gradients where it goes backward; a pooling has source and destination alone.
typedef struct {
    bf_const_layout source, weights, biases, destination;
} bf_operands;

// How windows move; the near side is above and to the left. A convolution's windows have the extents of its weights.
typedef struct {
    dnnl_dims_t kernel, strides, near, far;
} bf_steps;

// What a description is made from besides: `hint` is the forward description of one that goes backward.
typedef struct {
    bf_context *context;
    dnnl_primitive_attr_t attributes;
    const_dnnl_primitive_desc_t hint;
} bf_setting;

bf_status bf_describe_convolution(
    const bf_setting *setting, bf_direction direction, const bf_operands *operands, const bf_steps *steps,
    dnnl_primitive_desc_t *result);

bf_status bf_describe_inner_product(
    const bf_setting *setting, bf_direction direction, const bf_operands *operands, dnnl_primitive_desc_t *result);

bf_status bf_describe_pooling(
    const bf_setting *setting, bf_direction direction, dnnl_alg_kind_t algorithm, const bf_operands *operands,
    const bf_steps *steps, dnnl_primitive_desc_t *result);

// Puts max(0, x) behind a primitive.
dnnl_status_t bf_post_ops_append_relu(dnnl_post_ops_t operations);

#endif
