#include "bf_onednn.h"

#include <stdlib.h>

#if DNNL_VERSION_MAJOR >= 3

bf_status bf_layout_create(int rank, const dnnl_dim_t *extents, dnnl_format_tag_t tag, bf_layout *result) {
    return bf_status_of(dnnl_memory_desc_create_with_tag(result, rank, extents, dnnl_f32, tag));
}

bf_status bf_layout_copy(bf_const_layout layout, bf_layout *result) {
    return bf_status_of(dnnl_memory_desc_clone(result, layout));
}

void bf_layout_destroy(bf_layout layout) {
    if (layout) dnnl_memory_desc_destroy(layout);
}

int bf_layout_rank(bf_const_layout layout) {
    int rank = 0;
    return dnnl_memory_desc_query(layout, dnnl_query_ndims_s32, &rank) == dnnl_success ? rank : 0;
}

const dnnl_dim_t *bf_layout_extents(bf_const_layout layout) {
    static const dnnl_dims_t none = {0};
    const dnnl_dims_t *extents = NULL;
    return dnnl_memory_desc_query(layout, dnnl_query_dims, &extents) == dnnl_success ? *extents : none;
}

#else

bf_status bf_layout_create(int rank, const dnnl_dim_t *extents, dnnl_format_tag_t tag, bf_layout *result) {
    *result = malloc(sizeof **result);
    if (!*result) return BF_NO_MEMORY;
    const bf_status status = bf_status_of(dnnl_memory_desc_init_by_tag(*result, rank, extents, dnnl_f32, tag));
    if (status == BF_OK) return BF_OK;
    bf_layout_destroy(*result);
    *result = NULL;
    return status;
}

bf_status bf_layout_copy(bf_const_layout layout, bf_layout *result) {
    *result = malloc(sizeof **result);
    if (!*result) return BF_NO_MEMORY;
    **result = *layout;
    return BF_OK;
}

void bf_layout_destroy(bf_layout layout) { free(layout); }

int bf_layout_rank(bf_const_layout layout) { return layout->ndims; }

const dnnl_dim_t *bf_layout_extents(bf_const_layout layout) { return layout->dims; }

#endif
