#include "bf_describe.h"

#if DNNL_VERSION_MAJOR < 3

static bf_status describe(const bf_setting *setting, const_dnnl_op_desc_t operation, dnnl_primitive_desc_t *result) {
    return bf_status_of(
        dnnl_primitive_desc_create(result, operation, setting->attributes, setting->context->engine, setting->hint));
}

bf_status bf_describe_convolution(
    const bf_setting *setting, bf_direction direction, const bf_operands *o, const bf_steps *s, dnnl_primitive_desc_t *result) {
    dnnl_convolution_desc_t operation;
    dnnl_status_t status = dnnl_success;
    switch (direction) {
    case BF_FORWARD:
        status = dnnl_convolution_forward_desc_init(
            &operation, dnnl_forward_training, dnnl_convolution_direct, o->source, o->weights, o->biases, o->destination,
            s->strides, s->near, s->far);
        break;
    case BF_PARAMETER_GRADIENTS:
        status = dnnl_convolution_backward_weights_desc_init(
            &operation, dnnl_convolution_direct, o->source, o->weights, o->biases, o->destination, s->strides, s->near, s->far);
        break;
    case BF_SOURCE_GRADIENT:
        status = dnnl_convolution_backward_data_desc_init(
            &operation, dnnl_convolution_direct, o->source, o->weights, o->destination, s->strides, s->near, s->far);
        break;
    }
    BF_TRY_DNNL(status);
    return describe(setting, &operation, result);
}

bf_status bf_describe_inner_product(
    const bf_setting *setting, bf_direction direction, const bf_operands *o, dnnl_primitive_desc_t *result) {
    dnnl_inner_product_desc_t operation;
    dnnl_status_t status = dnnl_success;
    switch (direction) {
    case BF_FORWARD:
        status = dnnl_inner_product_forward_desc_init(
            &operation, dnnl_forward_training, o->source, o->weights, o->biases, o->destination);
        break;
    case BF_PARAMETER_GRADIENTS:
        status = dnnl_inner_product_backward_weights_desc_init(&operation, o->source, o->weights, o->biases, o->destination);
        break;
    case BF_SOURCE_GRADIENT:
        status = dnnl_inner_product_backward_data_desc_init(&operation, o->source, o->weights, o->destination);
        break;
    }
    BF_TRY_DNNL(status);
    return describe(setting, &operation, result);
}

bf_status bf_describe_pooling(
    const bf_setting *setting, bf_direction direction, dnnl_alg_kind_t algorithm, const bf_operands *o, const bf_steps *s,
    dnnl_primitive_desc_t *result) {
    dnnl_pooling_desc_t operation;
    const dnnl_status_t status =
        direction == BF_FORWARD
            ? dnnl_pooling_forward_desc_init(
                  &operation, dnnl_forward_training, algorithm, o->source, o->destination, s->strides, s->kernel, s->near, s->far)
            : dnnl_pooling_backward_desc_init(
                  &operation, algorithm, o->source, o->destination, s->strides, s->kernel, s->near, s->far);
    BF_TRY_DNNL(status);
    return describe(setting, &operation, result);
}

dnnl_status_t bf_post_ops_append_relu(dnnl_post_ops_t operations) {
    return dnnl_post_ops_append_eltwise(operations, 1, dnnl_eltwise_relu, 0, 0);
}

#endif
