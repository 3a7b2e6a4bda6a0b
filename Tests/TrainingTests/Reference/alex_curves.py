"""Writes alex_curves.json: the losses of ALEX's first training steps as PyTorch computes them, for AlexCurveTests.swift.

usage: alex_curves.py    (with the Python that Benchmarks/peers/setup prints)

Nothing is read: weights, images, their order and the radix points follow from formulas that both sides share. What is independent is all
that training does with them: the layers, the loss, gradients straight through the rounding, clipping, decay and momentum are PyTorch's.

Each curve is computed in single precision, again in double, and several times with every gradient and every sum that single precision
does not hold exactly changed at random in its last places, as sums in another order are. How far these come apart, which is how far
rounding alone leads correct implementations of this training apart, is what the test's tolerance is measured in.
"""

import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as functional

STEPS, BATCH = 24, 8
IMAGES = STEPS * BATCH
SEED, PARENT_SEED = 3, 11
MOMENTUM, DECAY, WARM_UP = 0.9, 0.004, 5
CALIBRATION_PASS = 50
INITIAL_WEIGHTS, ORDER, CALIBRATION = 1, 3, 5
# Output channels and inputs of one output: three convolutions of 5 x 5 and the inner product of Table I.
LAYERS = [((32, 3, 5, 5), 75), ((32, 32, 5, 5), 800), ((64, 32, 5, 5), 800), ((10, 64, 4, 4), 1024)]
# Learning rate, norm to clip at, bits of the data, and the weights' format.
CURVES = {
    "float32": (0.02, None, None, None),
    "clipped": (0.1, 1.0, None, None),
    "fixed8": (0.02, 2.0, 8, ("fixed", 8)),
    "fixed4": (0.02, 2.0, 4, ("fixed", 4)),
    "pow2:4,8": (0.02, 2.0, 8, ("pow2", 4)),
    "binary:8": (0.04, 2.0, 8, ("binary", 1)),
    "pow2": (0.02, 2.0, 16, ("pow2", 6)),
    "binary": (0.04, 2.0, 16, ("binary", 1)),
}
# Disturbed runs, and the deviation of the disturbance: sums of hundreds of products are off by so much.
DISTURBED_RUNS, DISTURBANCE = 8, 2.0**-23
MASK = (1 << 64) - 1


class Random:
    """SplitMix64, as Sources/Training/Random/RandomSource.swift derives it from a seed, a purpose and a position."""

    def __init__(self, seed, purpose=None, first=0, second=0):
        self.state = seed
        if purpose is None:
            return
        for part in (purpose, first, second):
            mixed = self.next()
            self.state ^= (mixed + part) & MASK
        self.state = self.next()

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def nearly_normal(self):
        bits = self.next()
        total = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
        return (np.float32(total) * np.float32(2.0**-16) - np.float32(2)) * np.float32(1.7320508)

    def permutation(self, count):
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = ((self.next() >> 32) * (last + 1)) >> 32
            order[last], order[other] = order[other], order[last]
        return order


def initial_weights(seed):
    """Mean 0, deviation sqrt(2 / inputs)."""
    weights = []
    for index, (extents, inputs) in enumerate(LAYERS):
        random = Random(seed, INITIAL_WEIGHTS, index)
        deviation = np.sqrt(np.float32(2) / np.float32(inputs))
        values = [random.nearly_normal() * deviation for _ in range(math.prod(extents))]
        weights.append(np.array(values, dtype=np.float32).reshape(extents))
    return weights


def pixels():
    """Stripes whose direction is the class, under noise: image, channel, row, column."""
    image, channel, row, column = np.ogrid[0:IMAGES, 0:3, 0:32, 0:32]
    label = image % 10
    stripes = (row * (label + 1) * 5 + column * (10 - label) * 5 + channel * 40) % 192
    return stripes + noise(((image * 3 + channel) * 32 + row) * 32 + column)


def noise(place):
    """The six highest bits of SplitMix64's first number, with the place as its seed."""
    mixed = place.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(58)).astype(np.int64)


def standardised(values):
    """Pixels / 256 less the mean of each colour, in single precision."""
    means = [np.float32(int(values[:, c].sum()) / values[:, c].size / 256) for c in range(3)]
    scaled = values.astype(np.float32) / np.float32(256)
    return torch.from_numpy(np.stack([scaled[:, c] - means[c] for c in range(3)], axis=1))


class Round(torch.autograd.Function):
    """Rounds by a function of the values; the gradient passes where `low` <= value <= `high`, everywhere if these are None."""

    @staticmethod
    def forward(ctx, values, rounding, low, high):
        if low is not None:
            ctx.save_for_backward((values >= low) & (values <= high))
        return rounding(values)

    @staticmethod
    def backward(ctx, gradient):
        for inside in ctx.saved_tensors:
            gradient = gradient * inside
        return gradient, None, None, None


def fixed(values, bits, fraction_bits):
    step = 2.0**-fraction_bits
    return torch.clamp(torch.round(values / step), -(2 ** (bits - 1)), 2 ** (bits - 1) - 1) * step


def power_of_two(values, bits, largest):
    """The nearest power: in the middle between two, the larger one."""
    smallest = largest - (2 ** (bits - 1) - 2)
    exponent = torch.floor(torch.log2(values.abs().double() / 1.5)) + 1
    magnitude = 2.0 ** exponent.clamp(smallest, largest)
    magnitude = torch.where(values.abs() < 2.0 ** (smallest - 1), 0.0, magnitude)
    return (torch.sign(values) * magnitude).to(values.dtype)


def binary(values, exponent):
    return torch.where(values < 0, -(2.0**exponent), 2.0**exponent).to(values.dtype)


def fraction_bits(largest, bits):
    """The most bits behind the radix point with which nothing saturates."""
    result = 0
    while largest * 2.0 ** (result + 1) <= 2 ** (bits - 1) - 1:
        result += 1
    while largest * 2.0**result > 2 ** (bits - 1) - 1:
        result -= 1
    return result


def nearest_exponent(magnitude):
    significand, exponent = math.frexp(magnitude)
    return exponent if significand >= 0.75 else exponent - 1


def best_binary(weights):
    """The power of two of the least squared error, the largest magnitude's neighbourhood being searched."""
    top = nearest_exponent(float(weights.abs().max()))
    errors = {e: float(((weights - binary(weights, e)).double() ** 2).sum()) for e in range(top - 12, top + 2)}
    return min(errors, key=errors.get)


class Alex:
    """ALEX, with the formats of a curve; what a max pooling follows is rounded behind it, and the pooling picks unrounded values."""

    def __init__(self, weights, dtype, data_bits=None, weight_format=None):
        self.weights = [torch.from_numpy(w).to(dtype).requires_grad_() for w in weights]
        self.biases = [torch.zeros(w.shape[0], dtype=dtype, requires_grad=True) for w in weights]
        self.data_bits, self.weight_format = data_bits, weight_format
        self.data_point, self.weight_points = None, None
        self.largest = 0.0
        self.random = None

    def calibrate(self, images):
        """Radix points by the largest magnitude of all data and of all weights: with this program's `global` policy."""
        with torch.no_grad():
            data_bits, self.data_bits, weight_format, self.weight_format = self.data_bits, None, self.weight_format, None
            self.largest = float(images.abs().max())
            self.scores(images)
            self.data_bits, self.weight_format = data_bits, weight_format
            self.data_point = fraction_bits(self.largest, data_bits)
            kind, bits = weight_format
            largest = max(float(w.abs().max()) for w in self.weights)
            if kind == "fixed":
                self.weight_points = [fraction_bits(largest, bits)] * 4
            elif kind == "pow2":
                self.weight_points = [nearest_exponent(largest)] * 4
            else:
                self.weight_points = [best_binary(w) for w in self.weights]

    def data(self, values, straight=False):
        self.largest = max(self.largest, float(values.detach().abs().max()))
        if self.data_bits is None:
            return values
        bits, point = self.data_bits, self.data_point
        low, high = (None, None) if straight else (-(2 ** (bits - 1)) * 2.0**-point, (2 ** (bits - 1) - 1) * 2.0**-point)
        return Round.apply(values, lambda v: fixed(v, bits, point), low, high)

    def disturbed(self, values):
        """Sums as another order of adding might give them; of eight bits and fewer every sum is exact."""
        if self.random is None or (self.data_bits or 32) <= 8:
            return values
        with torch.no_grad():
            change = values * DISTURBANCE * torch.randn(values.shape, generator=self.random, dtype=values.dtype)
        return values + change

    def parameters(self, layer):
        weights, biases = self.weights[layer], self.biases[layer]
        if self.weight_format is None:
            return weights, biases
        (kind, bits), point = self.weight_format, self.weight_points[layer]
        if kind == "fixed":
            rounding, exponent = lambda v: fixed(v, bits, point), -point
        elif kind == "pow2":
            rounding, exponent = lambda v: power_of_two(v, bits, point), point - (2 ** (bits - 1) - 2)
        else:
            rounding, exponent = lambda v: binary(v, point), point
        # Biases are whole multiples of the accumulator's step, which is wide: none saturates.
        step = 2.0 ** (exponent - self.data_point)
        return (
            Round.apply(weights, rounding, None, None),
            Round.apply(biases, lambda v: (torch.round(v.double() / step) * step).to(v.dtype), None, None),
        )

    def scores(self, images):
        x = self.data(images)
        x = self.disturbed(functional.conv2d(x, *self.parameters(0), padding=2))
        x = self.data(functional.relu(functional.max_pool2d(x, 3, 2, ceil_mode=True)))
        for layer in (1, 2):
            x = self.disturbed(functional.conv2d(x, *self.parameters(layer), padding=2))
            x = self.data(functional.relu(x))
            x = self.data(functional.avg_pool2d(x, 3, 2, ceil_mode=True, count_include_pad=False), straight=True)
        weights, biases = self.parameters(3)
        return functional.linear(x.flatten(1), weights.flatten(1), biases)


def rate_at(step, base):
    warm_up = (step + 1) / WARM_UP if step < WARM_UP else 1
    return base * warm_up * 0.5 * (1 + math.cos(step / STEPS * math.pi))


def losses(images, labels, dtype, base_rate, clip, data_bits, weight_format, disturbed_by=None):
    images = images.to(dtype)
    network = Alex(initial_weights(PARENT_SEED if weight_format else SEED), dtype, data_bits, weight_format)
    if weight_format:
        chosen = Random(SEED, CALIBRATION).permutation(IMAGES)[: IMAGES // CALIBRATION_PASS * CALIBRATION_PASS]
        network.calibrate(images[chosen])
    if disturbed_by is not None:
        network.random = torch.Generator().manual_seed(disturbed_by)
    optimiser = torch.optim.SGD(
        [{"params": network.weights, "weight_decay": DECAY}, {"params": network.biases}], lr=base_rate, momentum=MOMENTUM)
    order = Random(SEED, ORDER, 0).permutation(IMAGES)
    curve, clipped = [], 0
    for step in range(STEPS):
        batch = order[step * BATCH : (step + 1) * BATCH]
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step, base_rate)
        optimiser.zero_grad()
        loss = functional.cross_entropy(network.scores(images[batch]), labels[batch])
        loss.backward()
        if disturbed_by is not None:
            for parameter in network.weights + network.biases:
                parameter.grad.mul_(1 + DISTURBANCE * torch.randn(parameter.shape, generator=network.random, dtype=dtype))
        if clip is not None:
            gradients = [p.grad for p in network.weights + network.biases]
            norm = math.sqrt(sum(float((g.double() ** 2).sum()) for g in gradients))
            if norm > clip:
                clipped += 1
                for gradient in gradients:
                    gradient.mul_(clip / norm)
        optimiser.step()
        curve.append(loss.item())
    return curve, clipped, network


def main():
    torch.set_num_threads(1)
    images, labels = standardised(pixels()), torch.arange(IMAGES) % 10
    curves = []
    for name, (rate, clip, data_bits, weight_format) in CURVES.items():
        single, clipped, network = losses(images, labels, torch.float32, rate, clip, data_bits, weight_format)
        double, _, other = losses(images, labels, torch.float64, rate, clip, data_bits, weight_format)
        runs = [double]
        for run in range(DISTURBED_RUNS):
            runs.append(losses(images, labels, torch.float32, rate, clip, data_bits, weight_format, disturbed_by=run)[0])
        apart = [max(abs(run[step] - single[step]) for run in runs) for step in range(STEPS)]
        assert (network.data_point, network.weight_points) == (other.data_point, other.weight_points)
        curves.append({
            "name": name, "learning_rate": rate, "gradient_clip_norm": clip, "clipped_steps": clipped,
            "data_fraction_bits": network.data_point, "weight_points": network.weight_points,
            "losses": single, "apart": apart,
        })
        print(f"{name:8} {single[0]:.6f} to {single[-1]:.6f}, clipped {clipped} times, at most {max(apart):.1e} apart")
    result = {
        "written_by": f"Tests/TrainingTests/Reference/alex_curves.py, PyTorch {torch.__version__}",
        "images": IMAGES, "batch_size": BATCH, "seed": SEED, "parent_seed": PARENT_SEED, "momentum": MOMENTUM,
        "weight_decay": DECAY, "warm_up_steps": WARM_UP, "curves": curves,
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(result, indent=1) + "\n")


main()
