#include "bf_onednn.h"

#include <stdlib.h>
#include <string.h>

bf_status bf_tensor_create_with_layout(bf_context *context, bf_const_layout layout, bf_tensor **result) {
    *result = NULL;
    bf_tensor *tensor = calloc(1, sizeof *tensor);
    if (!tensor) return BF_NO_MEMORY;
    bf_status status = bf_layout_copy(layout, &tensor->layout);
    if (status == BF_OK)
        status = bf_status_of(dnnl_memory_create(&tensor->memory, layout, context->engine, DNNL_MEMORY_ALLOCATE));
    float *values = status == BF_OK ? bf_tensor_values(tensor) : NULL;
    if (!values) {
        bf_tensor_destroy(tensor);
        return status == BF_OK ? BF_FAILED : status;
    }
    memset(values, 0, dnnl_memory_desc_get_size(layout));
    *result = tensor;
    return BF_OK;
}

bf_status bf_tensor_create(bf_context *context, int images, int channels, int height, int width, bf_tensor **result) {
    *result = NULL;
    bf_use_one_thread();
    const dnnl_dims_t extents = {images, channels, height, width};
    bf_layout layout = NULL;
    BF_TRY(bf_layout_create(4, extents, dnnl_nchw, &layout));
    const bf_status status = bf_tensor_create_with_layout(context, layout, result);
    bf_layout_destroy(layout);
    return status;
}

bf_status bf_tensor_create_like(bf_context *context, const bf_tensor *other, bf_tensor **result) {
    bf_use_one_thread();
    return bf_tensor_create_with_layout(context, other->layout, result);
}

void bf_tensor_destroy(bf_tensor *tensor) {
    if (!tensor) return;
    bf_operation_destroy(&tensor->read);
    bf_operation_destroy(&tensor->write);
    if (tensor->plain) dnnl_memory_destroy(tensor->plain);
    if (tensor->memory) dnnl_memory_destroy(tensor->memory);
    bf_layout_destroy(tensor->layout);
    free(tensor);
}

float *bf_tensor_values(bf_tensor *tensor) {
    void *handle = NULL;
    return dnnl_memory_get_data_handle(tensor->memory, &handle) == dnnl_success ? handle : NULL;
}

size_t bf_tensor_stored_count(const bf_tensor *tensor) { return dnnl_memory_desc_get_size(tensor->layout) / sizeof(float); }

// Makes the plain view and the two copies of a tensor, as far as they are not there.
static bf_status make_copies(bf_context *context, bf_tensor *tensor, bf_const_layout plain) {
    if (!tensor->plain) BF_TRY_DNNL(dnnl_memory_create(&tensor->plain, plain, context->engine, DNNL_MEMORY_NONE));
    if (!tensor->read.primitive) BF_TRY(bf_operation_create_reorder(context, tensor->layout, plain, &tensor->read));
    if (!tensor->write.primitive) BF_TRY(bf_operation_create_reorder(context, plain, tensor->layout, &tensor->write));
    return BF_OK;
}

static bf_status prepare_copies(bf_context *context, bf_tensor *tensor) {
    if (tensor->plain && tensor->read.primitive && tensor->write.primitive) return BF_OK;
    bf_layout plain = NULL;
    BF_TRY(bf_layout_create(bf_layout_rank(tensor->layout), bf_layout_extents(tensor->layout), dnnl_nchw, &plain));
    const bf_status status = make_copies(context, tensor, plain);
    bf_layout_destroy(plain);
    return status;
}

bf_status bf_tensor_read(bf_context *context, bf_tensor *tensor, float *plain) {
    bf_use_one_thread();
    BF_TRY(prepare_copies(context, tensor));
    BF_TRY_DNNL(dnnl_memory_set_data_handle(tensor->plain, plain));
    return bf_operation_run_reorder(context, &tensor->read, tensor->memory, tensor->plain);
}

bf_status bf_tensor_write(bf_context *context, bf_tensor *tensor, const float *plain) {
    bf_use_one_thread();
    BF_TRY(prepare_copies(context, tensor));
    // The library has no handle to constant memory; a reorder only reads its source.
    BF_TRY_DNNL(dnnl_memory_set_data_handle(tensor->plain, (void *) plain));
    return bf_operation_run_reorder(context, &tensor->write, tensor->plain, tensor->memory);
}

bf_status bf_port_create_input(
    bf_context *context, bf_const_layout outside, bf_const_layout inside, bf_port *result) {
    if (dnnl_memory_desc_equal(outside, inside)) return BF_OK;
    BF_TRY(bf_tensor_create_with_layout(context, inside, &result->copy));
    return bf_operation_create_reorder(context, outside, inside, &result->reorder);
}

bf_status bf_port_create_output(
    bf_context *context, bf_const_layout inside, bf_const_layout outside, bf_port *result) {
    if (dnnl_memory_desc_equal(outside, inside)) return BF_OK;
    BF_TRY(bf_tensor_create_with_layout(context, inside, &result->copy));
    return bf_operation_create_reorder(context, inside, outside, &result->reorder);
}

dnnl_memory_t bf_port_memory(const bf_port *port, dnnl_memory_t outside) {
    return port->copy ? port->copy->memory : outside;
}

bf_status bf_port_copy_in(bf_context *context, const bf_port *port, dnnl_memory_t outside) {
    if (!port->copy) return BF_OK;
    return bf_operation_run_reorder(context, &port->reorder, outside, port->copy->memory);
}

bf_status bf_port_copy_out(bf_context *context, const bf_port *port, dnnl_memory_t outside) {
    if (!port->copy) return BF_OK;
    return bf_operation_run_reorder(context, &port->reorder, port->copy->memory, outside);
}

void bf_port_destroy(bf_port *port) {
    bf_operation_destroy(&port->reorder);
    bf_tensor_destroy(port->copy);
    *port = (bf_port) {0};
}
