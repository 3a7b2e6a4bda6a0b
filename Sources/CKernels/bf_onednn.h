#ifndef BF_ONEDNN_H
#define BF_ONEDNN_H

#include "bf_kernels.h"

#include <oneapi/dnnl/dnnl.h>
#include <stdbool.h>

// What the files of this target share; Swift does not see it. Versions 2 and 3 of oneDNN are served; what differs between them is in
// bf_layout.c, bf_describe_2.c and bf_describe_3.c.

// How a tensor's values lie in memory. Version 3 hands layouts out behind pointers, version 2 as structures: here both are pointers.
#if DNNL_VERSION_MAJOR >= 3
typedef dnnl_memory_desc_t bf_layout;
typedef const_dnnl_memory_desc_t bf_const_layout;
#else
typedef dnnl_memory_desc_t *bf_layout;
typedef const dnnl_memory_desc_t *bf_const_layout;
#endif

bf_status bf_layout_create(int rank, const dnnl_dim_t *extents, dnnl_format_tag_t tag, bf_layout *result);

bf_status bf_layout_copy(bf_const_layout layout, bf_layout *result);

// Releases a layout; NULL is allowed.
void bf_layout_destroy(bf_layout layout);

int bf_layout_rank(bf_const_layout layout);

const dnnl_dim_t *bf_layout_extents(bf_const_layout layout);

struct bf_context {
    dnnl_engine_t engine;
    dnnl_stream_t stream;
};

// A primitive with the scratch memory that is its own, so that it may run on another thread than the one it was made on.
typedef struct {
    dnnl_primitive_t primitive;
    dnnl_memory_t scratch;
} bf_operation;

struct bf_tensor {
    bf_layout layout;
    dnnl_memory_t memory;
    // Plain view of the same shape, whose handle is set for each copy; the copies are made at their first use.
    dnnl_memory_t plain;
    bf_operation read;
    bf_operation write;
};

// A tensor's values in the layout that a primitive wants: the tensor itself, or a copy of it.
typedef struct {
    bf_tensor *copy;
    bf_operation reorder;
} bf_port;

#define BF_TRY(call) \
    do { \
        bf_status bf_try_status = (call); \
        if (bf_try_status != BF_OK) return bf_try_status; \
    } while (0)

#define BF_TRY_DNNL(call) BF_TRY(bf_status_of(call))

// Restricts the calling thread to itself; has to precede whatever the library does.
void bf_use_one_thread(void);

bf_status bf_status_of(dnnl_status_t status);

// Makes a primitive with scratch memory from its description, which is released in any case.
bf_status bf_operation_create(bf_context *context, dnnl_primitive_desc_t description, bf_operation *result);

bf_status bf_operation_create_reorder(
    bf_context *context, bf_const_layout from, bf_const_layout to, bf_operation *result);

bf_status bf_operation_run(bf_context *context, const bf_operation *operation, int count, const dnnl_exec_arg_t *arguments);

bf_status bf_operation_run_reorder(
    bf_context *context, const bf_operation *operation, dnnl_memory_t from, dnnl_memory_t to);

void bf_operation_destroy(bf_operation *operation);

bf_status bf_tensor_create_with_layout(bf_context *context, bf_const_layout layout, bf_tensor **result);

// Makes a port through which a tensor of layout `outside` reaches a primitive that reads layout `inside`.
bf_status bf_port_create_input(
    bf_context *context, bf_const_layout outside, bf_const_layout inside, bf_port *result);

// Makes a port through which a primitive that writes layout `inside` reaches a tensor of layout `outside`.
bf_status bf_port_create_output(
    bf_context *context, bf_const_layout inside, bf_const_layout outside, bf_port *result);

// The memory that the primitive is to use for a tensor, before anything is copied.
dnnl_memory_t bf_port_memory(const bf_port *port, dnnl_memory_t outside);

bf_status bf_port_copy_in(bf_context *context, const bf_port *port, dnnl_memory_t outside);

bf_status bf_port_copy_out(bf_context *context, const bf_port *port, dnnl_memory_t outside);

void bf_port_destroy(bf_port *port);

#endif
