import CKernels
import Networks

/// Memory of one pass: a layer's windows and its sums.
struct IntegerMemory {
    /// The sums of the last layer that did not need 128 bits: output, pixel.
    private(set) var sums: [Int64] = []
    /// Those of the last one that did.
    private(set) var wideSums: [Int128] = []

    private var narrowWindows: [Int16] = []
    private var windows: [Int32] = []
    private var scratch: [Int64] = []
    private var pairs: [bf_integer_wide] = []

    /// Sums up a layer over some images, an inner product's pixels being images.
    mutating func sum(_ layer: IntegerLayer, width: IntegerWidth, maps: [Int32], first: Int, images: Int) {
        let pixels = layer.pixels * images
        switch layer.operands {
        case .products(let codes, let narrow):
            if width == .narrow {
                unfoldNarrow(layer, maps: maps, first: first, images: images)
                sums.resize(layer.outputs * pixels)
                bf_integer_products_narrow(narrow, narrowWindows, layer.outputs, pixels, layer.row, &sums)
            } else {
                layer.unfold(maps, first: first, images: images, into: &windows)
                multiply(layer, codes, pixels: pixels, isWide: width == .wide)
            }
        case .shifts(let shifts):
            unfoldTaps(layer, maps: maps, first: first, images: images)
            shift(layer, shifts, pixels: pixels, isWide: width == .wide)
        }
    }

    private mutating func multiply(_ layer: IntegerLayer, _ codes: [Int32], pixels: Int, isWide: Bool) {
        guard isWide else {
            sums.resize(layer.outputs * pixels)
            return bf_integer_products(codes, windows, layer.outputs, pixels, layer.row, &sums)
        }
        pairs.resize(layer.outputs * pixels)
        bf_integer_products_wide(codes, windows, layer.outputs, pixels, layer.row, &pairs)
        wideSums = pairs.map(Int128.init)
    }

    private mutating func shift(_ layer: IntegerLayer, _ shifts: WeightShifts, pixels: Int, isWide: Bool) {
        scratch.resize(pixels)
        if isWide {
            pairs.resize(layer.outputs * pixels)
            shifts.withTable { bf_integer_shifted_sums_wide($0, windows, layer.outputs, pixels, &scratch, &pairs) }
            wideSums = pairs.map(Int128.init)
        } else {
            sums.resize(layer.outputs * pixels)
            scratch.withUnsafeMutableBytes { bytes in
                guard let narrow = bytes.bindMemory(to: Int32.self).baseAddress else { return }
                shifts.withTable { bf_integer_shifted_sums($0, windows, layer.outputs, pixels, narrow, &sums) }
            }
        }
    }

    private mutating func unfoldNarrow(_ layer: IntegerLayer, maps: [Int32], first: Int, images: Int) {
        let size = layer.pixels * layer.row
        narrowWindows.resize(images * size)
        var shape = layer.windows
        maps.withBasePointer { maps in
            narrowWindows.withMutableBasePointer { windows in
                for image in 0..<images {
                    bf_integer_unfold_16(
                        maps + (first + image) * layer.layer.input.count, &shape, layer.row, windows + image * size)
                }
            }
        }
    }

    private mutating func unfoldTaps(_ layer: IntegerLayer, maps: [Int32], first: Int, images: Int) {
        let pixels = layer.pixels * images
        windows.resize(layer.taps * pixels)
        var shape = layer.windows
        maps.withBasePointer { maps in
            windows.withMutableBasePointer { windows in
                for image in 0..<images {
                    bf_integer_unfold_taps(
                        maps + (first + image) * layer.layer.input.count, &shape, pixels, windows + image * layer.pixels)
                }
            }
        }
    }
}

extension IntegerLayer {
    /// The windows of some images side by side, each with its taps side by side in rows of `row`.
    func unfold(_ maps: [Int32], first: Int, images: Int, into windows: inout [Int32]) {
        let size = pixels * row
        windows.resize(images * size)
        var shape = self.windows
        maps.withBasePointer { maps in
            windows.withMutableBasePointer { windows in
                for image in 0..<images {
                    bf_integer_unfold_32(maps + (first + image) * layer.input.count, &shape, row, windows + image * size)
                }
            }
        }
    }
}

extension Int128 {
    /// The number of two halves.
    init(_ wide: bf_integer_wide) {
        self = Int128(wide.high) << 64 | Int128(wide.low)
    }
}

extension bf_integer_wide {
    /// The halves of a number.
    init(_ value: Int128) {
        self.init(low: UInt64(truncatingIfNeeded: value), high: Int64(truncatingIfNeeded: value >> 64))
    }
}

extension Array where Element: BitwiseCopyable {
    /// Gives the array another number of elements, whose values do not matter.
    fileprivate mutating func resize(_ count: Int) where Element: ExpressibleByIntegerLiteral {
        if self.count > count {
            removeLast(self.count - count)
        } else {
            append(contentsOf: repeatElement(0, count: count - self.count))
        }
    }
}

extension [bf_integer_wide] {
    /// Gives the array another number of elements, whose values do not matter.
    fileprivate mutating func resize(_ count: Int) {
        if self.count > count { removeLast(self.count - count) }
        append(contentsOf: repeatElement(bf_integer_wide(low: 0, high: 0), count: count - self.count))
    }
}
