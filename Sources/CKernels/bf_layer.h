#ifndef BF_LAYER_H
#define BF_LAYER_H

#include "bf_onednn.h"

// One layer. A pooling has no parameters and leaves what belongs to them empty.
struct bf_layer {
    // The output as a tensor of four extents; where the primitives see two (inner product), also the view that they see.
    bf_layout output_layout;
    dnnl_memory_t flat_output;
    bf_operation forward;
    bf_operation parameter_gradients;
    bf_operation source_gradient;
    bf_port forward_source;
    bf_port parameters_source;
    bf_port source_result;
    // Parameters: plain views of the caller's arrays, and the primitives' own layouts.
    dnnl_memory_t plain_weights;
    dnnl_memory_t plain_biases;
    bf_tensor *forward_weights;
    bf_tensor *backward_weights;
    bf_tensor *weights_gradient;
    bf_operation weights_in;
    bf_operation backward_weights_in;
    bf_operation weights_out;
    dnnl_memory_t biases;
    // The windows' largest values, for the gradient of a max pooling.
    dnnl_memory_t workspace;
    bool has_parameters;
};

// Attributes with scratch memory of our own and, if asked for, a ReLU behind the primitive.
bf_status bf_attributes_create(bool relu, dnnl_primitive_attr_t *result);

// Makes the three primitives' ports and the parameters' memory from the layouts that the primitives chose.
bf_status bf_layer_connect_parameters(
    bf_context *context, bf_layer *layer, const bf_tensor *source, bf_const_layout plain_weights,
    dnnl_primitive_desc_t forward, dnnl_primitive_desc_t parameter_gradients, dnnl_primitive_desc_t source_gradient);

#endif
