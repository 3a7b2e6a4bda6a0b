#include "bf_layer.h"

#include <stdlib.h>
#include <string.h>

// The three descriptions of a layer with parameters; whichever is not handed on is released.
typedef struct {
    dnnl_primitive_desc_t forward;
    dnnl_primitive_desc_t parameter_gradients;
    dnnl_primitive_desc_t source_gradient;
} descriptions;

static void release(descriptions *all) {
    if (all->forward) dnnl_primitive_desc_destroy(all->forward);
    if (all->parameter_gradients) dnnl_primitive_desc_destroy(all->parameter_gradients);
    if (all->source_gradient) dnnl_primitive_desc_destroy(all->source_gradient);
    *all = (descriptions) {0};
}

static bf_status any_layout(dnnl_memory_desc_t *result, int count, const dnnl_dim_t *extents) {
    return bf_status_of(dnnl_memory_desc_init_by_tag(result, count, extents, dnnl_f32, dnnl_format_tag_any));
}

static bf_status describe(
    bf_context *context, const_dnnl_op_desc_t operation, bool relu, dnnl_primitive_desc_t hint,
    dnnl_primitive_desc_t *result) {
    dnnl_primitive_attr_t attributes = NULL;
    BF_TRY(bf_attributes_create(relu, &attributes));
    const dnnl_status_t status = dnnl_primitive_desc_create(result, operation, attributes, context->engine, hint);
    dnnl_primitive_attr_destroy(attributes);
    return bf_status_of(status);
}

// Connects a layer to its descriptions and makes their primitives; the descriptions are used up.
static bf_status build(
    bf_context *context, bf_layer *layer, const bf_tensor *source, const dnnl_memory_desc_t *plain_weights, descriptions *all) {
    BF_TRY(bf_layer_connect_parameters(
        context, layer, source, plain_weights, all->forward, all->parameter_gradients, all->source_gradient));
    const descriptions taken = *all;
    all->forward = NULL;
    BF_TRY(bf_operation_create(context, taken.forward, &layer->forward));
    all->parameter_gradients = NULL;
    BF_TRY(bf_operation_create(context, taken.parameter_gradients, &layer->parameter_gradients));
    all->source_gradient = NULL;
    return bf_operation_create(context, taken.source_gradient, &layer->source_gradient);
}

typedef struct {
    dnnl_dim_t kernel, output_channels, stride, padding, output_height, output_width;
} windows;

// Whether the library's slow plain loops are all that it has for a description: a step would take seconds.
static bool is_reference(const_dnnl_primitive_desc_t description) {
    const char *name = NULL;
    if (dnnl_primitive_desc_query(description, dnnl_query_impl_info_str, 0, &name) != dnnl_success || !name) return false;
    return strncmp(name, "ref", 3) == 0;
}

static bf_status describe_convolution(
    bf_context *context, const dnnl_dim_t *input, const dnnl_dim_t *weight_extents, const windows *w, bool relu,
    dnnl_format_tag_t output_layout, descriptions *result) {
    const dnnl_dim_t output[4] = {input[0], w->output_channels, w->output_height, w->output_width};
    const dnnl_dims_t strides = {w->stride, w->stride};
    const dnnl_dims_t padding = {w->padding, w->padding};
    dnnl_memory_desc_t source, weights, biases, destination;
    BF_TRY(any_layout(&source, 4, input));
    BF_TRY(any_layout(&weights, 4, weight_extents));
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&destination, 4, output, dnnl_f32, output_layout));
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&biases, 1, &w->output_channels, dnnl_f32, dnnl_a));
    dnnl_convolution_desc_t operation;
    BF_TRY_DNNL(dnnl_convolution_forward_desc_init(
        &operation, dnnl_forward_training, dnnl_convolution_direct, &source, &weights, &biases, &destination, strides, padding,
        padding));
    BF_TRY(describe(context, &operation, relu, NULL, &result->forward));
    // The gradient of the output has the output's layout, so that both can be gone through value by value.
    const dnnl_memory_desc_t *chosen = dnnl_primitive_desc_query_md(result->forward, dnnl_query_dst_md, 0);
    BF_TRY_DNNL(dnnl_convolution_backward_weights_desc_init(
        &operation, dnnl_convolution_direct, &source, &weights, &biases, chosen, strides, padding, padding));
    BF_TRY(describe(context, &operation, false, result->forward, &result->parameter_gradients));
    BF_TRY_DNNL(dnnl_convolution_backward_data_desc_init(
        &operation, dnnl_convolution_direct, &source, &weights, chosen, strides, padding, padding));
    return describe(context, &operation, false, result->forward, &result->source_gradient);
}

static bf_status fill_convolution(
    bf_context *context, const bf_tensor *source, const windows *w, bool relu, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = source->layout.dims;
    const dnnl_dim_t weight_extents[4] = {w->output_channels, input[1], w->kernel, w->kernel};
    BF_TRY(describe_convolution(context, input, weight_extents, w, relu, dnnl_format_tag_any, all));
    if (is_reference(all->parameter_gradients) || is_reference(all->source_gradient)) {
        // Where there are no vector kernels for the gradients, as on x86-64 before AVX2, matrix products do for plain layouts.
        release(all);
        BF_TRY(describe_convolution(context, input, weight_extents, w, relu, dnnl_nchw, all));
    }
    layer->output_layout = *dnnl_primitive_desc_query_md(all->forward, dnnl_query_dst_md, 0);
    dnnl_memory_desc_t plain;
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&plain, 4, weight_extents, dnnl_f32, dnnl_oihw));
    return build(context, layer, source, &plain, all);
}

// Hands a layer over if it was filled, and releases it otherwise.
static bf_status finish(bf_status status, bf_layer *layer, bf_layer **result) {
    if (status == BF_OK) *result = layer;
    else bf_layer_destroy(layer);
    return status;
}

bf_status bf_convolution_create(
    bf_context *context, const bf_tensor *source, int kernel, int output_channels, int stride, int padding, int relu,
    bf_layer **result) {
    *result = NULL;
    bf_use_one_thread();
    if (kernel < 1 || stride < 1 || padding < 0) return BF_BAD_SHAPE;
    const dnnl_dim_t height = source->layout.dims[2] + 2 * padding, width = source->layout.dims[3] + 2 * padding;
    if (height < kernel || width < kernel) return BF_BAD_SHAPE;
    bf_layer *layer = calloc(1, sizeof *layer);
    if (!layer) return BF_NO_MEMORY;
    const windows w = {
        kernel, output_channels, stride, padding, (height - kernel) / stride + 1, (width - kernel) / stride + 1};
    descriptions all = {0};
    const bf_status status = fill_convolution(context, source, &w, relu, layer, &all);
    release(&all);
    return finish(status, layer, result);
}

static bf_status describe_inner_product(
    bf_context *context, const dnnl_dim_t *input, const dnnl_dim_t *weight_extents, bool relu, descriptions *result) {
    const dnnl_dim_t output[2] = {input[0], weight_extents[0]};
    dnnl_memory_desc_t source, weights, biases, destination;
    BF_TRY(any_layout(&source, 4, input));
    BF_TRY(any_layout(&weights, 4, weight_extents));
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&biases, 1, weight_extents, dnnl_f32, dnnl_a));
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&destination, 2, output, dnnl_f32, dnnl_nc));
    dnnl_inner_product_desc_t operation;
    BF_TRY_DNNL(dnnl_inner_product_forward_desc_init(
        &operation, dnnl_forward_training, &source, &weights, &biases, &destination));
    BF_TRY(describe(context, &operation, relu, NULL, &result->forward));
    BF_TRY_DNNL(dnnl_inner_product_backward_weights_desc_init(&operation, &source, &weights, &biases, &destination));
    BF_TRY(describe(context, &operation, false, result->forward, &result->parameter_gradients));
    BF_TRY_DNNL(dnnl_inner_product_backward_data_desc_init(&operation, &source, &weights, &destination));
    return describe(context, &operation, false, result->forward, &result->source_gradient);
}

static bf_status fill_inner_product(
    bf_context *context, const bf_tensor *source, int outputs, bool relu, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = source->layout.dims;
    const dnnl_dim_t weight_extents[4] = {outputs, input[1], input[2], input[3]};
    const dnnl_dim_t output[4] = {input[0], outputs, 1, 1};
    BF_TRY(describe_inner_product(context, input, weight_extents, relu, all));
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&layer->output_layout, 4, output, dnnl_f32, dnnl_nchw));
    dnnl_memory_desc_t plain;
    BF_TRY_DNNL(dnnl_memory_desc_init_by_tag(&plain, 4, weight_extents, dnnl_f32, dnnl_oihw));
    return build(context, layer, source, &plain, all);
}

bf_status bf_inner_product_create(bf_context *context, const bf_tensor *source, int outputs, int relu, bf_layer **result) {
    *result = NULL;
    bf_use_one_thread();
    bf_layer *layer = calloc(1, sizeof *layer);
    if (!layer) return BF_NO_MEMORY;
    descriptions all = {0};
    const bf_status status = fill_inner_product(context, source, outputs, relu, layer, &all);
    release(&all);
    return finish(status, layer, result);
}

static bf_status fill_pooling(
    bf_context *context, const bf_tensor *source, bf_pooling_kind kind, const windows *w, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = source->layout.dims;
    const dnnl_dim_t output[4] = {input[0], input[1], w->output_height, w->output_width};
    const dnnl_dims_t strides = {w->stride, w->stride}, kernels = {w->kernel, w->kernel}, near = {0, 0};
    const dnnl_dims_t far = {
        (w->output_height - 1) * w->stride + w->kernel - input[2], (w->output_width - 1) * w->stride + w->kernel - input[3]};
    const dnnl_alg_kind_t algorithm = kind == BF_POOLING_MAX ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
    dnnl_memory_desc_t destination;
    BF_TRY(any_layout(&destination, 4, output));
    dnnl_pooling_desc_t operation;
    BF_TRY_DNNL(dnnl_pooling_forward_desc_init(
        &operation, dnnl_forward_training, algorithm, &source->layout, &destination, strides, kernels, near, far));
    BF_TRY(describe(context, &operation, false, NULL, &all->forward));
    layer->output_layout = *dnnl_primitive_desc_query_md(all->forward, dnnl_query_dst_md, 0);
    BF_TRY_DNNL(dnnl_pooling_backward_desc_init(
        &operation, algorithm, &source->layout, &layer->output_layout, strides, kernels, near, far));
    BF_TRY(describe(context, &operation, false, all->forward, &all->source_gradient));
    if (kind == BF_POOLING_MAX) {
        const dnnl_memory_desc_t *workspace = dnnl_primitive_desc_query_md(all->forward, dnnl_query_workspace_md, 0);
        BF_TRY_DNNL(dnnl_memory_create(&layer->workspace, workspace, context->engine, DNNL_MEMORY_ALLOCATE));
    }
    const descriptions taken = *all;
    all->forward = NULL;
    BF_TRY(bf_operation_create(context, taken.forward, &layer->forward));
    all->source_gradient = NULL;
    return bf_operation_create(context, taken.source_gradient, &layer->source_gradient);
}

bf_status bf_pooling_create(
    bf_context *context, const bf_tensor *source, bf_pooling_kind kind, int kernel, int stride, int output_height,
    int output_width, bf_layer **result) {
    *result = NULL;
    bf_use_one_thread();
    bf_layer *layer = calloc(1, sizeof *layer);
    if (!layer) return BF_NO_MEMORY;
    const windows w = {kernel, 0, stride, 0, output_height, output_width};
    descriptions all = {0};
    const bf_status status = fill_pooling(context, source, kind, &w, layer, &all);
    release(&all);
    return finish(status, layer, result);
}
