#ifndef BF_KERNELS_H
#define BF_KERNELS_H

#include <stddef.h>

/// The kernels of a network's layers, forward and backward, in single precision, over oneDNN.
///
/// Nothing of oneDNN shows here, so that another version of it (version 3 has another C API) changes this target alone.
/// Every call runs on the calling thread only: nothing is spawned, and results do not depend on the number of cores.
/// A context and what was made with it may move between threads, but only one thread may use it at a time.
/// Layouts of tensors are the kernels' own choice; arrays that cross this boundary are plain: image, channel, row, column.

/// What a call came to.
typedef enum {
    BF_OK = 0,
    /// Memory has run out.
    BF_NO_MEMORY = 1,
    /// A shape that the kernels do not take.
    BF_BAD_SHAPE = 2,
    /// The library has no kernel for this on this processor.
    BF_UNSUPPORTED = 3,
    /// The library failed while it ran.
    BF_FAILED = 4,
} bf_status;

/// The two ways in which a pooling window becomes one value.
typedef enum { BF_POOLING_MAX = 0, BF_POOLING_AVERAGE = 1 } bf_pooling_kind;

/// The library's engine and execution stream.
typedef struct bf_context bf_context;

/// Feature maps of a batch, or their gradients, in a layout of the kernels' choice.
typedef struct bf_tensor bf_tensor;

/// One layer's kernels and its copy of the parameters.
typedef struct bf_layer bf_layer;

/// Makes a context.
bf_status bf_context_create(bf_context **result);

/// Releases a context, behind everything made with it; NULL is allowed.
void bf_context_destroy(bf_context *context);

/// Makes a plain tensor of zeros.
bf_status bf_tensor_create(bf_context *context, int images, int channels, int height, int width, bf_tensor **result);

/// Makes a tensor of zeros with the shape and the layout of another.
bf_status bf_tensor_create_like(bf_context *context, const bf_tensor *other, bf_tensor **result);

/// Releases a tensor; NULL is allowed.
void bf_tensor_destroy(bf_tensor *tensor);

/// The values as they are stored: padding, if the layout has any, is zero and has to stay zero.
float *bf_tensor_values(bf_tensor *tensor);

/// The number of values as they are stored, padding included.
size_t bf_tensor_stored_count(const bf_tensor *tensor);

/// Copies a tensor's values into a plain array.
bf_status bf_tensor_read(bf_context *context, bf_tensor *tensor, float *plain);

/// Copies a plain array into a tensor.
bf_status bf_tensor_write(bf_context *context, bf_tensor *tensor, const float *plain);

/// Makes a convolution with square windows behind `source`; `relu` puts max(0, x) behind it.
bf_status bf_convolution_create(
    bf_context *context, const bf_tensor *source, int kernel, int output_channels, int stride, int padding, int relu,
    bf_layer **result);

/// Makes a fully connected layer behind `source`; its output has one row and one column.
bf_status bf_inner_product_create(bf_context *context, const bf_tensor *source, int outputs, int relu, bf_layer **result);

/// Makes a pooling whose output has the given size; windows that reach over the border at the far sides are clipped there.
bf_status bf_pooling_create(
    bf_context *context, const bf_tensor *source, bf_pooling_kind kind, int kernel, int stride, int output_height,
    int output_width, bf_layer **result);

/// Releases a layer; NULL is allowed.
void bf_layer_destroy(bf_layer *layer);

/// Makes a tensor of zeros for a layer's output, in the layout that its kernels write.
bf_status bf_layer_create_output(bf_context *context, const bf_layer *layer, bf_tensor **result);

/// Takes over weights (output channel, input channel, row, column) and biases (output channel) from plain arrays.
bf_status bf_layer_set_parameters(bf_context *context, bf_layer *layer, const float *weights, const float *biases);

/// Computes a layer's output.
bf_status bf_layer_forward(bf_context *context, bf_layer *layer, const bf_tensor *source, bf_tensor *output);

/// Computes the gradients of the parameters into plain arrays, which are overwritten.
///
/// The gradient of the output is that in front of the nonlinearity: the caller has set it to zero where the ReLU is.
bf_status bf_layer_parameter_gradients(
    bf_context *context, bf_layer *layer, const bf_tensor *source, const bf_tensor *output_gradient, float *weights,
    float *biases);

/// Computes the gradient of a layer's source, which is overwritten; a max pooling takes the windows of its last forward call.
bf_status bf_layer_source_gradient(
    bf_context *context, bf_layer *layer, const bf_tensor *output_gradient, bf_tensor *source_gradient);

#endif
