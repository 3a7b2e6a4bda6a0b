#include "bf_describe.h"
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

// The layouts that a layer's primitives are described by, to be released behind that.
typedef struct {
    bf_layout source, weights, biases, destination;
} layouts;

static void release_layouts(layouts *all) {
    bf_layout_destroy(all->source);
    bf_layout_destroy(all->weights);
    bf_layout_destroy(all->biases);
    bf_layout_destroy(all->destination);
    *all = (layouts) {0};
}

static bf_operands operands_of(const layouts *all) {
    return (bf_operands) {all->source, all->weights, all->biases, all->destination};
}

// Calls one of the functions of bf_describe.h with attributes that last for the call: `bf_setting setting` is there for its arguments.
#define BF_DESCRIBE(context, relu, hint, call)                                                                                \
    do {                                                                                                                      \
        bf_setting setting = {context, NULL, hint};                                                                           \
        BF_TRY(bf_attributes_create(relu, &setting.attributes));                                                              \
        const bf_status described = (call);                                                                                   \
        dnnl_primitive_attr_destroy(setting.attributes);                                                                      \
        BF_TRY(described);                                                                                                    \
    } while (0)

// Connects a layer to its descriptions and makes their primitives; the descriptions are used up.
static bf_status build(
    bf_context *context, bf_layer *layer, const bf_tensor *source, bf_const_layout plain_weights, descriptions *all) {
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
    bf_context *context, const bf_operands *operands, const windows *w, bool relu, descriptions *result) {
    const bf_steps steps = {
        {w->kernel, w->kernel}, {w->stride, w->stride}, {w->padding, w->padding}, {w->padding, w->padding}};
    BF_DESCRIBE(
        context, relu, NULL, bf_describe_convolution(&setting, BF_FORWARD, operands, &steps, &result->forward));
    // The gradient of the output has the output's layout, so that both can be gone through value by value.
    bf_operands chosen = *operands;
    chosen.destination = dnnl_primitive_desc_query_md(result->forward, dnnl_query_dst_md, 0);
    BF_DESCRIBE(
        context, false, result->forward,
        bf_describe_convolution(&setting, BF_PARAMETER_GRADIENTS, &chosen, &steps, &result->parameter_gradients));
    BF_DESCRIBE(
        context, false, result->forward,
        bf_describe_convolution(&setting, BF_SOURCE_GRADIENT, &chosen, &steps, &result->source_gradient));
    return BF_OK;
}

static bf_status convolution_layouts(
    const dnnl_dim_t *input, const dnnl_dim_t *weights, const windows *w, dnnl_format_tag_t output, layouts *all) {
    const dnnl_dim_t extents[4] = {input[0], w->output_channels, w->output_height, w->output_width};
    BF_TRY(bf_layout_create(4, input, dnnl_format_tag_any, &all->source));
    BF_TRY(bf_layout_create(4, weights, dnnl_format_tag_any, &all->weights));
    BF_TRY(bf_layout_create(1, &w->output_channels, dnnl_a, &all->biases));
    return bf_layout_create(4, extents, output, &all->destination);
}

// Describes a convolution whose output has a layout of a kind.
static bf_status describe_convolution_to(
    bf_context *context, const dnnl_dim_t *input, const dnnl_dim_t *weights, const windows *w, bool relu,
    dnnl_format_tag_t output, descriptions *result) {
    layouts all = {0};
    bf_status status = convolution_layouts(input, weights, w, output, &all);
    const bf_operands operands = operands_of(&all);
    if (status == BF_OK) status = describe_convolution(context, &operands, w, relu, result);
    release_layouts(&all);
    return status;
}

// Takes over plain weights' layout, connects the layer and makes its primitives.
static bf_status build_with_weights(
    bf_context *context, bf_layer *layer, const bf_tensor *source, const dnnl_dim_t *weights, descriptions *all) {
    bf_layout plain = NULL;
    BF_TRY(bf_layout_create(4, weights, dnnl_oihw, &plain));
    const bf_status status = build(context, layer, source, plain, all);
    bf_layout_destroy(plain);
    return status;
}

static bf_status fill_convolution(
    bf_context *context, const bf_tensor *source, const windows *w, bool relu, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = bf_layout_extents(source->layout);
    const dnnl_dim_t weights[4] = {w->output_channels, input[1], w->kernel, w->kernel};
    BF_TRY(describe_convolution_to(context, input, weights, w, relu, dnnl_format_tag_any, all));
    if (is_reference(all->parameter_gradients) || is_reference(all->source_gradient)) {
        // Where there are no vector kernels for the gradients, as on x86-64 before AVX2, matrix products do for plain layouts.
        release(all);
        BF_TRY(describe_convolution_to(context, input, weights, w, relu, dnnl_nchw, all));
    }
    BF_TRY(bf_layout_copy(dnnl_primitive_desc_query_md(all->forward, dnnl_query_dst_md, 0), &layer->output_layout));
    return build_with_weights(context, layer, source, weights, all);
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
    const dnnl_dim_t *input = bf_layout_extents(source->layout);
    const dnnl_dim_t height = input[2] + 2 * padding, width = input[3] + 2 * padding;
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
    bf_context *context, const bf_operands *operands, bool relu, descriptions *result) {
    BF_DESCRIBE(context, relu, NULL, bf_describe_inner_product(&setting, BF_FORWARD, operands, &result->forward));
    BF_DESCRIBE(
        context, false, result->forward,
        bf_describe_inner_product(&setting, BF_PARAMETER_GRADIENTS, operands, &result->parameter_gradients));
    BF_DESCRIBE(
        context, false, result->forward,
        bf_describe_inner_product(&setting, BF_SOURCE_GRADIENT, operands, &result->source_gradient));
    return BF_OK;
}

static bf_status inner_product_layouts(const dnnl_dim_t *input, const dnnl_dim_t *weights, layouts *all) {
    const dnnl_dim_t output[2] = {input[0], weights[0]};
    BF_TRY(bf_layout_create(4, input, dnnl_format_tag_any, &all->source));
    BF_TRY(bf_layout_create(4, weights, dnnl_format_tag_any, &all->weights));
    BF_TRY(bf_layout_create(1, weights, dnnl_a, &all->biases));
    return bf_layout_create(2, output, dnnl_nc, &all->destination);
}

static bf_status fill_inner_product(
    bf_context *context, const bf_tensor *source, int outputs, bool relu, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = bf_layout_extents(source->layout);
    const dnnl_dim_t weights[4] = {outputs, input[1], input[2], input[3]};
    const dnnl_dim_t output[4] = {input[0], outputs, 1, 1};
    layouts described = {0};
    bf_status status = inner_product_layouts(input, weights, &described);
    const bf_operands operands = operands_of(&described);
    if (status == BF_OK) status = describe_inner_product(context, &operands, relu, all);
    release_layouts(&described);
    BF_TRY(status);
    BF_TRY(bf_layout_create(4, output, dnnl_nchw, &layer->output_layout));
    return build_with_weights(context, layer, source, weights, all);
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

static bf_status describe_pooling(
    bf_context *context, const bf_tensor *source, bf_pooling_kind kind, const windows *w, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = bf_layout_extents(source->layout);
    const bf_steps steps = {
        {w->kernel, w->kernel},
        {w->stride, w->stride},
        {0, 0},
        {(w->output_height - 1) * w->stride + w->kernel - input[2], (w->output_width - 1) * w->stride + w->kernel - input[3]}};
    const dnnl_alg_kind_t algorithm = kind == BF_POOLING_MAX ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
    const bf_operands forward = {.source = source->layout, .destination = layer->output_layout};
    BF_DESCRIBE(
        context, false, NULL, bf_describe_pooling(&setting, BF_FORWARD, algorithm, &forward, &steps, &all->forward));
    bf_layout chosen = NULL;
    BF_TRY(bf_layout_copy(dnnl_primitive_desc_query_md(all->forward, dnnl_query_dst_md, 0), &chosen));
    bf_layout_destroy(layer->output_layout);
    layer->output_layout = chosen;
    const bf_operands backward = {.source = source->layout, .destination = chosen};
    BF_DESCRIBE(
        context, false, all->forward,
        bf_describe_pooling(&setting, BF_SOURCE_GRADIENT, algorithm, &backward, &steps, &all->source_gradient));
    return BF_OK;
}

static bf_status fill_pooling(
    bf_context *context, const bf_tensor *source, bf_pooling_kind kind, const windows *w, bf_layer *layer, descriptions *all) {
    const dnnl_dim_t *input = bf_layout_extents(source->layout);
    const dnnl_dim_t output[4] = {input[0], input[1], w->output_height, w->output_width};
    // Any, until the primitive has chosen one.
    BF_TRY(bf_layout_create(4, output, dnnl_format_tag_any, &layer->output_layout));
    BF_TRY(describe_pooling(context, source, kind, w, layer, all));
    if (kind == BF_POOLING_MAX) {
        const bf_const_layout workspace = dnnl_primitive_desc_query_md(all->forward, dnnl_query_workspace_md, 0);
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
