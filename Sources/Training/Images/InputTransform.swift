import Networks
import Recipes

/// How pixels become the network's input: standardised and, for training, shifted and mirrored at random.
struct InputTransform: Hashable, Sendable {
    /// One random change of a training image.
    struct Augmentation: Hashable, Sendable {
        /// Rows and columns that the image is moved by.
        var rows = 0
        var columns = 0
        /// Whether left and right change places.
        var mirrored = false

        /// The image as it is.
        static let none = Augmentation()
    }

    let standardisation: Recipe.Standardisation

    /// The mean of the training images' pixels / 256 at each colour; subtracted by `mean` only.
    let channelMeans: [Float]

    /// The most pixels that a training image is shifted by, in each direction.
    let shiftPixels: Int

    /// Whether training images are mirrored at random.
    let mirror: Bool

    /// Takes a recipe's rules and measures the training images.
    init(recipe: Recipe, training: ImageSet) {
        self.init(recipe: recipe, channelMeans: Self.channelMeans(of: training))
    }

    /// Takes a recipe's rules with means that were measured before.
    init(recipe: Recipe, channelMeans: [Float]) {
        standardisation = recipe.standardisation
        self.channelMeans = channelMeans
        shiftPixels = recipe.shiftPixels
        mirror = recipe.mirror
    }

    /// The mean of pixels / 256 at each colour; sums are whole numbers, so their order does not matter.
    private static func channelMeans(of images: ImageSet) -> [Float] {
        let plane = images.shape.height * images.shape.width
        var sums = [Int](repeating: 0, count: images.shape.channels)
        images.pixels.withUnsafeBufferPointer { pixels in
            for start in stride(from: 0, to: pixels.count, by: plane) {
                var sum = 0
                for index in start..<(start + plane) { sum += Int(pixels[index]) }
                sums[(start / plane) % sums.count] += sum
            }
        }
        let count = max(1, images.count * plane)
        return sums.map { Float(Double($0) / Double(count) / 256) }
    }

    /// The random change of one image at one place of one epoch.
    func augmentation(seed: UInt64, epoch: Int, position: Int) -> Augmentation {
        guard shiftPixels > 0 || mirror else { return .none }
        var random = RandomSource(seed: seed, purpose: .augmentation, epoch, position)
        let rows = random.index(below: 2 * shiftPixels + 1) - shiftPixels
        let columns = random.index(below: 2 * shiftPixels + 1) - shiftPixels
        return Augmentation(rows: rows, columns: columns, mirrored: mirror && random.next() >> 63 == 1)
    }

    /// Writes one image's input values, `shape.count` of them, in CHW order.
    ///
    /// What a shift uncovers repeats the nearest pixel of the border, and statistics are those of the unshifted image, so that
    /// a shift of at most the margin of a digit changes nothing but its place.
    func write(image index: Int, of images: ImageSet, augmentation: Augmentation, to values: UnsafeMutablePointer<Float>) {
        let shape = images.shape
        let plane = shape.height * shape.width
        images.pixels.withUnsafeBufferPointer { all in
            let pixels = UnsafeBufferPointer(rebasing: all[(index * shape.count)..<((index + 1) * shape.count)])
            var table = imageTable(pixels)
            for channel in 0..<shape.channels {
                if standardisation == .mean { table = Self.table(mean: channelMeans[channel], deviation: 1) }
                table.withUnsafeBufferPointer { table in
                    Self.writePlane(
                        UnsafeBufferPointer(rebasing: pixels[(channel * plane)..<((channel + 1) * plane)]), shape: shape,
                        table: table, augmentation: augmentation, to: values + channel * plane)
                }
            }
        }
    }

    private static func writePlane(
        _ pixels: UnsafeBufferPointer<UInt8>, shape: Shape, table: UnsafeBufferPointer<Float>, augmentation: Augmentation,
        to values: UnsafeMutablePointer<Float>
    ) {
        let (height, width) = (shape.height, shape.width)
        if augmentation == .none {
            for index in 0..<(height * width) { values[index] = table[Int(pixels[index])] }
            return
        }
        for row in 0..<height {
            let sourceRow = min(max(row - augmentation.rows, 0), height - 1) * width
            for column in 0..<width {
                let moved = min(max(column - augmentation.columns, 0), width - 1)
                let sourceColumn = augmentation.mirrored ? width - 1 - moved : moved
                values[row * width + column] = table[Int(pixels[sourceRow + sourceColumn])]
            }
        }
    }

    /// The input value of each of the 256 pixel values.
    private static func table(mean: Float, deviation: Float) -> [Float] {
        (0..<256).map { (Float($0) / 256 - mean) / deviation }
    }

    /// The table of one image: by its own statistics if the recipe says so.
    ///
    /// A deviation below one over the square root of the number of pixels (an image of one colour) is raised to it.
    private func imageTable(_ pixels: UnsafeBufferPointer<UInt8>) -> [Float] {
        guard standardisation == .image else { return Self.table(mean: 0, deviation: 1) }
        var (sum, squares) = (0, 0)
        for pixel in pixels {
            sum += Int(pixel)
            squares += Int(pixel) * Int(pixel)
        }
        let count = Double(pixels.count)
        let mean = Double(sum) / count / 256
        let variance = max(0, Double(squares) / count / 65_536 - mean * mean)
        let deviation = max(variance.squareRoot(), 1 / count.squareRoot())
        return Self.table(mean: Float(mean), deviation: Float(deviation))
    }
}
