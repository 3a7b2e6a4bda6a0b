"""The peers of `make bench`: a training step, or a forward pass, of ALEX in PyTorch. Prints images a second.

usage: alex.py float32|quantizers|brevitas|inference SECONDS

Batch 100 (inference 250, its best here), two threads, channels last, SGD with momentum 0.9 and weight decay, as bitfront's. The input
is made once: the peers are not charged for loading and augmenting images, bitfront is.
"""

import sys
import time
import warnings

warnings.filterwarnings("ignore")

import torch
import torch.nn.functional as functional
from torch import nn

torch.set_num_threads(2)
torch.manual_seed(1)


class Round(torch.autograd.Function):
    """Fixed point of 8 bits with a given radix point; the gradient goes straight through inside the range."""

    @staticmethod
    def forward(ctx, values, fraction_bits, masks):
        step = 2.0**-fraction_bits
        codes = torch.round(values / step).clamp_(-128, 127)
        ctx.masks = masks
        if masks:
            ctx.save_for_backward((values >= -128 * step) & (values <= 127 * step))
        return codes * step

    @staticmethod
    def backward(ctx, gradient):
        if not ctx.masks:
            return gradient, None, None
        (inside,) = ctx.saved_tensors
        return gradient * inside, None, None


class Quantized(nn.Module):
    """A layer whose weights are rounded in the forward pass, two sets of weights being kept."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        weight = Round.apply(self.layer.weight, 9, False)
        if isinstance(self.layer, nn.Linear):
            return functional.linear(x, weight, self.layer.bias)
        return functional.conv2d(x, weight, self.layer.bias, padding=2)


def layers(kind):
    if kind == "brevitas":
        import brevitas.nn as brevitas_nn

        def convolution(inputs, outputs):
            return brevitas_nn.QuantConv2d(inputs, outputs, 5, padding=2, bias=True, weight_bit_width=8)

        return (
            [convolution(3, 32), convolution(32, 32), convolution(32, 64), brevitas_nn.QuantLinear(1024, 10, bias=True, weight_bit_width=8)],
            [brevitas_nn.QuantIdentity(bit_width=8)] + [brevitas_nn.QuantReLU(bit_width=8) for _ in range(3)],
        )
    plain = [nn.Conv2d(3, 32, 5, padding=2), nn.Conv2d(32, 32, 5, padding=2), nn.Conv2d(32, 64, 5, padding=2), nn.Linear(1024, 10)]
    if kind == "quantizers":
        return [Quantized(layer) for layer in plain], None
    return plain, None


class Alex(nn.Module):
    """Table I of Hashemi et al. 2017: pooling sizes rounded up, as in Caffe."""

    def __init__(self, kind):
        super().__init__()
        weighted, activations = layers(kind)
        self.kind = kind
        self.weighted = nn.ModuleList(weighted)
        self.activations = nn.ModuleList(activations or [])

    def data(self, x):
        return Round.apply(x, 4, True) if self.kind == "quantizers" else x

    def activate(self, index, x):
        if self.kind == "brevitas":
            return self.activations[index + 1](x)
        return functional.relu(x)

    def forward(self, x):
        x = self.activations[0](x) if self.kind == "brevitas" else self.data(x)
        x = self.activate(0, self.weighted[0](x))
        x = self.data(functional.max_pool2d(x, 3, 2, ceil_mode=True))
        x = self.data(self.activate(1, self.weighted[1](x)))
        x = self.data(functional.avg_pool2d(x, 3, 2, ceil_mode=True))
        x = self.data(self.activate(2, self.weighted[2](x)))
        x = self.data(functional.avg_pool2d(x, 3, 2, ceil_mode=True))
        return self.weighted[3](x.flatten(1))


def main(kind, seconds):
    batch = 250 if kind == "inference" else 100
    network = Alex(kind).to(memory_format=torch.channels_last)
    images = torch.randn(batch, 3, 32, 32).to(memory_format=torch.channels_last)
    labels = torch.randint(0, 10, (batch,))
    optimiser = torch.optim.SGD(network.parameters(), lr=1e-6, momentum=0.9, weight_decay=0.0005)

    def train():
        optimiser.zero_grad(set_to_none=True)
        functional.cross_entropy(network(images), labels).backward()
        optimiser.step()

    def infer():
        with torch.inference_mode():
            network(images)

    step = infer if kind == "inference" else train
    if kind == "inference":
        network.eval()
    for _ in range(3):
        step()
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        step()
        steps += 1
    print(steps * batch / (time.perf_counter() - start))


main(sys.argv[1], float(sys.argv[2]))
