#include "bf_describe.h"
#include "bf_layer.h"

#include <stdlib.h>

bf_status bf_attributes_create(bool relu, dnnl_primitive_attr_t *result) {
    dnnl_primitive_attr_t attributes = NULL;
    dnnl_post_ops_t operations = NULL;
    dnnl_status_t status = dnnl_primitive_attr_create(&attributes);
    if (status == dnnl_success) status = dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user);
    if (status == dnnl_success && relu) status = dnnl_post_ops_create(&operations);
    if (status == dnnl_success && relu)
        status = bf_post_ops_append_relu(operations);
    if (status == dnnl_success && relu) status = dnnl_primitive_attr_set_post_ops(attributes, operations);
    if (operations) dnnl_post_ops_destroy(operations);
    if (status != dnnl_success && attributes) dnnl_primitive_attr_destroy(attributes);
    else *result = attributes;
    return bf_status_of(status);
}

static bf_const_layout layout_of(dnnl_primitive_desc_t description, dnnl_query_t what) {
    return dnnl_primitive_desc_query_md(description, what, 0);
}

static bf_status connect_weights(
    bf_context *context, bf_layer *layer, bf_const_layout plain, bf_const_layout forward, bf_const_layout backward,
    bf_const_layout gradient) {
    BF_TRY_DNNL(dnnl_memory_create(&layer->plain_weights, plain, context->engine, DNNL_MEMORY_NONE));
    BF_TRY(bf_tensor_create_with_layout(context, forward, &layer->forward_weights));
    BF_TRY(bf_operation_create_reorder(context, plain, forward, &layer->weights_in));
    if (!dnnl_memory_desc_equal(forward, backward)) {
        BF_TRY(bf_tensor_create_with_layout(context, backward, &layer->backward_weights));
        BF_TRY(bf_operation_create_reorder(context, plain, backward, &layer->backward_weights_in));
    }
    BF_TRY(bf_tensor_create_with_layout(context, gradient, &layer->weights_gradient));
    return bf_operation_create_reorder(context, gradient, plain, &layer->weights_out);
}

static bf_status connect_biases(bf_context *context, bf_layer *layer, dnnl_dim_t count) {
    bf_layout layout = NULL;
    BF_TRY(bf_layout_create(1, &count, dnnl_a, &layout));
    dnnl_status_t status = dnnl_memory_create(&layer->biases, layout, context->engine, DNNL_MEMORY_ALLOCATE);
    if (status == dnnl_success)
        status = dnnl_memory_create(&layer->plain_biases, layout, context->engine, DNNL_MEMORY_NONE);
    bf_layout_destroy(layout);
    return bf_status_of(status);
}

bf_status bf_layer_connect_parameters(
    bf_context *context, bf_layer *layer, const bf_tensor *source, bf_const_layout plain_weights,
    dnnl_primitive_desc_t forward, dnnl_primitive_desc_t parameter_gradients, dnnl_primitive_desc_t source_gradient) {
    layer->has_parameters = true;
    BF_TRY(bf_port_create_input(
        context, source->layout, layout_of(forward, dnnl_query_src_md), &layer->forward_source));
    BF_TRY(bf_port_create_input(
        context, source->layout, layout_of(parameter_gradients, dnnl_query_src_md), &layer->parameters_source));
    BF_TRY(bf_port_create_output(
        context, layout_of(source_gradient, dnnl_query_diff_src_md), source->layout, &layer->source_result));
    BF_TRY(connect_weights(
        context, layer, plain_weights, layout_of(forward, dnnl_query_weights_md),
        layout_of(source_gradient, dnnl_query_weights_md), layout_of(parameter_gradients, dnnl_query_diff_weights_md)));
    BF_TRY(connect_biases(context, layer, bf_layout_extents(plain_weights)[0]));
    const bf_const_layout output = layout_of(forward, dnnl_query_dst_md);
    if (bf_layout_rank(output) == bf_layout_rank(layer->output_layout)) return BF_OK;
    return bf_status_of(dnnl_memory_create(&layer->flat_output, output, context->engine, DNNL_MEMORY_NONE));
}

void bf_layer_destroy(bf_layer *layer) {
    if (!layer) return;
    bf_operation *const operations[] = {
        &layer->forward, &layer->parameter_gradients, &layer->source_gradient, &layer->weights_in, &layer->backward_weights_in,
        &layer->weights_out};
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) bf_operation_destroy(operations[i]);
    bf_port_destroy(&layer->forward_source);
    bf_port_destroy(&layer->parameters_source);
    bf_port_destroy(&layer->source_result);
    bf_tensor_destroy(layer->forward_weights);
    bf_tensor_destroy(layer->backward_weights);
    bf_tensor_destroy(layer->weights_gradient);
    const dnnl_memory_t memories[] = {
        layer->flat_output, layer->plain_weights, layer->plain_biases, layer->biases, layer->workspace};
    for (size_t i = 0; i < sizeof memories / sizeof *memories; i++)
        if (memories[i]) dnnl_memory_destroy(memories[i]);
    bf_layout_destroy(layer->output_layout);
    free(layer);
}

bf_status bf_layer_create_output(bf_context *context, const bf_layer *layer, bf_tensor **result) {
    bf_use_one_thread();
    return bf_tensor_create_with_layout(context, layer->output_layout, result);
}

bf_status bf_layer_set_parameters(bf_context *context, bf_layer *layer, const float *weights, const float *biases) {
    bf_use_one_thread();
    if (!layer->has_parameters) return BF_BAD_SHAPE;
    // The library has no handle to constant memory; a reorder only reads its source.
    BF_TRY_DNNL(dnnl_memory_set_data_handle(layer->plain_weights, (void *) weights));
    BF_TRY(bf_operation_run_reorder(context, &layer->weights_in, layer->plain_weights, layer->forward_weights->memory));
    if (layer->backward_weights)
        BF_TRY(bf_operation_run_reorder(
            context, &layer->backward_weights_in, layer->plain_weights, layer->backward_weights->memory));
    void *handle = NULL;
    BF_TRY_DNNL(dnnl_memory_get_data_handle(layer->biases, &handle));
    const dnnl_dim_t count = bf_layout_extents(layer->output_layout)[1];
    for (dnnl_dim_t i = 0; i < count; i++) ((float *) handle)[i] = biases[i];
    return BF_OK;
}

// The memory through which the primitives see an output tensor or its gradient.
static bf_status output_memory(bf_layer *layer, const bf_tensor *tensor, dnnl_memory_t *result) {
    *result = tensor->memory;
    if (!layer->flat_output) return BF_OK;
    void *handle = NULL;
    BF_TRY_DNNL(dnnl_memory_get_data_handle(tensor->memory, &handle));
    *result = layer->flat_output;
    return bf_status_of(dnnl_memory_set_data_handle(layer->flat_output, handle));
}

bf_status bf_layer_forward(bf_context *context, bf_layer *layer, const bf_tensor *source, bf_tensor *output) {
    bf_use_one_thread();
    dnnl_memory_t result = NULL;
    BF_TRY(output_memory(layer, output, &result));
    BF_TRY(bf_port_copy_in(context, &layer->forward_source, source->memory));
    const dnnl_memory_t input = bf_port_memory(&layer->forward_source, source->memory);
    if (layer->has_parameters) {
        const dnnl_exec_arg_t arguments[] = {
            {DNNL_ARG_SRC, input},
            {DNNL_ARG_WEIGHTS, layer->forward_weights->memory},
            {DNNL_ARG_BIAS, layer->biases},
            {DNNL_ARG_DST, result}};
        return bf_operation_run(context, &layer->forward, 4, arguments);
    }
    const dnnl_exec_arg_t arguments[] = {
        {DNNL_ARG_SRC, input}, {DNNL_ARG_DST, result}, {DNNL_ARG_WORKSPACE, layer->workspace}};
    return bf_operation_run(context, &layer->forward, layer->workspace ? 3 : 2, arguments);
}

bf_status bf_layer_parameter_gradients(
    bf_context *context, bf_layer *layer, const bf_tensor *source, const bf_tensor *output_gradient, float *weights,
    float *biases) {
    bf_use_one_thread();
    if (!layer->has_parameters) return BF_BAD_SHAPE;
    dnnl_memory_t gradient = NULL;
    BF_TRY(output_memory(layer, output_gradient, &gradient));
    BF_TRY(bf_port_copy_in(context, &layer->parameters_source, source->memory));
    BF_TRY_DNNL(dnnl_memory_set_data_handle(layer->plain_biases, biases));
    const dnnl_exec_arg_t arguments[] = {
        {DNNL_ARG_SRC, bf_port_memory(&layer->parameters_source, source->memory)},
        {DNNL_ARG_DIFF_DST, gradient},
        {DNNL_ARG_DIFF_WEIGHTS, layer->weights_gradient->memory},
        {DNNL_ARG_DIFF_BIAS, layer->plain_biases}};
    BF_TRY(bf_operation_run(context, &layer->parameter_gradients, 4, arguments));
    BF_TRY_DNNL(dnnl_memory_set_data_handle(layer->plain_weights, weights));
    return bf_operation_run_reorder(
        context, &layer->weights_out, layer->weights_gradient->memory, layer->plain_weights);
}

bf_status bf_layer_source_gradient(
    bf_context *context, bf_layer *layer, const bf_tensor *output_gradient, bf_tensor *source_gradient) {
    bf_use_one_thread();
    dnnl_memory_t gradient = NULL;
    BF_TRY(output_memory(layer, output_gradient, &gradient));
    const dnnl_memory_t result = bf_port_memory(&layer->source_result, source_gradient->memory);
    const bf_tensor *weights = layer->backward_weights ? layer->backward_weights : layer->forward_weights;
    dnnl_exec_arg_t arguments[3] = {{DNNL_ARG_DIFF_DST, gradient}, {DNNL_ARG_DIFF_SRC, result}};
    int count = 2;
    if (weights) arguments[count++] = (dnnl_exec_arg_t) {DNNL_ARG_WEIGHTS, weights->memory};
    if (layer->workspace) arguments[count++] = (dnnl_exec_arg_t) {DNNL_ARG_WORKSPACE, layer->workspace};
    BF_TRY(bf_operation_run(context, &layer->source_gradient, count, arguments));
    return bf_port_copy_out(context, &layer->source_result, source_gradient->memory);
}
