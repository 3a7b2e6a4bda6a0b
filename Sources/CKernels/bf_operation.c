#include "bf_onednn.h"

#include <stdlib.h>

// Of libgomp, whose header clang does not ship.
extern void omp_set_num_threads(int count);

void bf_use_one_thread(void) { omp_set_num_threads(1); }

bf_status bf_status_of(dnnl_status_t status) {
    switch (status) {
    case dnnl_success: return BF_OK;
    case dnnl_out_of_memory: return BF_NO_MEMORY;
    case dnnl_invalid_arguments: return BF_BAD_SHAPE;
    case dnnl_unimplemented: return BF_UNSUPPORTED;
    default: return BF_FAILED;
    }
}

bf_status bf_context_create(bf_context **result) {
    *result = NULL;
    bf_use_one_thread();
    bf_context *context = calloc(1, sizeof *context);
    if (!context) return BF_NO_MEMORY;
    dnnl_status_t status = dnnl_engine_create(&context->engine, dnnl_cpu, 0);
    if (status == dnnl_success) status = dnnl_stream_create(&context->stream, context->engine, dnnl_stream_default_flags);
    if (status != dnnl_success) {
        bf_context_destroy(context);
        return bf_status_of(status);
    }
    *result = context;
    return BF_OK;
}

void bf_context_destroy(bf_context *context) {
    if (!context) return;
    if (context->stream) dnnl_stream_destroy(context->stream);
    if (context->engine) dnnl_engine_destroy(context->engine);
    free(context);
}

static bf_status create_scratch(bf_context *context, dnnl_primitive_desc_t description, dnnl_memory_t *result) {
    const bf_const_layout layout = dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
    if (!layout || dnnl_memory_desc_get_size(layout) == 0) return BF_OK;
    return bf_status_of(dnnl_memory_create(result, layout, context->engine, DNNL_MEMORY_ALLOCATE));
}

bf_status bf_operation_create(bf_context *context, dnnl_primitive_desc_t description, bf_operation *result) {
    bf_status status = bf_status_of(dnnl_primitive_create(&result->primitive, description));
    if (status == BF_OK) status = create_scratch(context, description, &result->scratch);
    dnnl_primitive_desc_destroy(description);
    return status;
}

bf_status bf_operation_create_reorder(
    bf_context *context, bf_const_layout from, bf_const_layout to, bf_operation *result) {
    dnnl_primitive_attr_t attributes = NULL;
    BF_TRY_DNNL(dnnl_primitive_attr_create(&attributes));
    dnnl_primitive_desc_t description = NULL;
    dnnl_status_t status = dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user);
    if (status == dnnl_success)
        status = dnnl_reorder_primitive_desc_create(&description, from, context->engine, to, context->engine, attributes);
    dnnl_primitive_attr_destroy(attributes);
    BF_TRY_DNNL(status);
    return bf_operation_create(context, description, result);
}

bf_status bf_operation_run(bf_context *context, const bf_operation *operation, int count, const dnnl_exec_arg_t *arguments) {
    enum { most = 8 };
    if (!operation->primitive || count >= most) return BF_FAILED;
    dnnl_exec_arg_t all[most];
    for (int i = 0; i < count; i++) all[i] = arguments[i];
    if (operation->scratch) all[count++] = (dnnl_exec_arg_t) {DNNL_ARG_SCRATCHPAD, operation->scratch};
    BF_TRY_DNNL(dnnl_primitive_execute(operation->primitive, context->stream, count, all));
    return bf_status_of(dnnl_stream_wait(context->stream));
}

bf_status bf_operation_run_reorder(
    bf_context *context, const bf_operation *operation, dnnl_memory_t from, dnnl_memory_t to) {
    const dnnl_exec_arg_t arguments[] = {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}};
    return bf_operation_run(context, operation, 2, arguments);
}

void bf_operation_destroy(bf_operation *operation) {
    if (operation->primitive) dnnl_primitive_destroy(operation->primitive);
    if (operation->scratch) dnnl_memory_destroy(operation->scratch);
    *operation = (bf_operation) {0};
}
