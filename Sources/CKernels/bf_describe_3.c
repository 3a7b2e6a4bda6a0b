#include "bf_describe.h"

#if DNNL_VERSION_MAJOR >= 3

// Neighbouring taps of a window lie side by side.
static const dnnl_dims_t no_dilation = {0};

bf_status bf_describe_convolution(
    const bf_setting *setting, bf_direction direction, const bf_operands *o, const bf_steps *s, dnnl_primitive_desc_t *result) {
    const dnnl_engine_t engine = setting->context->engine;
    switch (direction) {
    case BF_FORWARD:
        return bf_status_of(dnnl_convolution_forward_primitive_desc_create(
            result, engine, dnnl_forward_training, dnnl_convolution_direct, o->source, o->weights, o->biases, o->destination,
            s->strides, no_dilation, s->near, s->far, setting->attributes));
    case BF_PARAMETER_GRADIENTS:
        return bf_status_of(dnnl_convolution_backward_weights_primitive_desc_create(
            result, engine, dnnl_convolution_direct, o->source, o->weights, o->biases, o->destination, s->strides, no_dilation,
            s->near, s->far, setting->hint, setting->attributes));
    case BF_SOURCE_GRADIENT:
        return bf_status_of(dnnl_convolution_backward_data_primitive_desc_create(
            result, engine, dnnl_convolution_direct, o->source, o->weights, o->destination, s->strides, no_dilation, s->near,
            s->far, setting->hint, setting->attributes));
    }
    return BF_FAILED;
}

bf_status bf_describe_inner_product(
    const bf_setting *setting, bf_direction direction, const bf_operands *o, dnnl_primitive_desc_t *result) {
    const dnnl_engine_t engine = setting->context->engine;
    switch (direction) {
    case BF_FORWARD:
        return bf_status_of(dnnl_inner_product_forward_primitive_desc_create(
            result, engine, dnnl_forward_training, o->source, o->weights, o->biases, o->destination, setting->attributes));
    case BF_PARAMETER_GRADIENTS:
        return bf_status_of(dnnl_inner_product_backward_weights_primitive_desc_create(
            result, engine, o->source, o->weights, o->biases, o->destination, setting->hint, setting->attributes));
    case BF_SOURCE_GRADIENT:
        return bf_status_of(dnnl_inner_product_backward_data_primitive_desc_create(
            result, engine, o->source, o->weights, o->destination, setting->hint, setting->attributes));
    }
    return BF_FAILED;
}

bf_status bf_describe_pooling(
    const bf_setting *setting, bf_direction direction, dnnl_alg_kind_t algorithm, const bf_operands *o, const bf_steps *s,
    dnnl_primitive_desc_t *result) {
    const dnnl_engine_t engine = setting->context->engine;
    if (direction == BF_FORWARD)
        return bf_status_of(dnnl_pooling_forward_primitive_desc_create(
            result, engine, dnnl_forward_training, algorithm, o->source, o->destination, s->strides, s->kernel, no_dilation,
            s->near, s->far, setting->attributes));
    return bf_status_of(dnnl_pooling_backward_primitive_desc_create(
        result, engine, algorithm, o->source, o->destination, s->strides, s->kernel, no_dilation, s->near, s->far, setting->hint,
        setting->attributes));
}

dnnl_status_t bf_post_ops_append_relu(dnnl_post_ops_t operations) {
    return dnnl_post_ops_append_eltwise(operations, dnnl_eltwise_relu, 0, 0);
}

#endif
