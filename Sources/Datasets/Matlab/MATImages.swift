import Networks

/// One MATLAB file with images X and labels y, whose sizes are known to fit each other and the file.
package struct MATImages {
    /// The shape of each image.
    package let imageShape: Shape
    /// The number of images.
    package let count: Int

    private let path: String
    private let images: MATVariable
    private let labelNumbers: MATVariable

    /// Labels that are read at a time.
    private static let labelsPerPiece = 1 << 18

    /// Examines a file; of the values nothing is kept.
    ///
    /// - Throws: `DatasetError` with file and byte.
    package init(path: String) throws(DatasetError) {
        var scanner = try MATScanner(path: path)
        let variables = try scanner.variables()
        images = try Self.variable("X", among: variables, in: path)
        labelNumbers = try Self.variable("y", among: variables, in: path)
        let extents = images.extents + (images.extents.count == 3 ? [1] : [])
        guard extents.count == 4, images.kind == .uint8, images.storage == .uint8 else {
            throw Self.damage(images, in: path, "is not height × width × channels × images of uint8")
        }
        let limits = [
            ReadingLimits.largestExtent, ReadingLimits.largestExtent, ReadingLimits.largestExtent, ReadingLimits.largestCount,
        ]
        for (what, (found, most)) in zip(["the height", "the width", "the channels", "the number of images"], zip(extents, limits))
        where !(1...most).contains(found) {
            throw .outOfRange(file: path, offset: images.offset, what: what, found: found, allowed: 1...most)
        }
        imageShape = Shape(height: extents[0], width: extents[1], channels: extents[2])
        count = extents[3]
        guard [.double, .uint8].contains(labelNumbers.kind), labelNumbers.storage.isNumeric, labelNumbers.extents.count == 2 else {
            throw Self.damage(labelNumbers, in: path, "is not a column of numbers of double or uint8")
        }
        guard labelNumbers.count == count else {
            throw .countMismatch(imageFile: path, images: count, labelFile: path, labels: labelNumbers.count)
        }
        self.path = path
    }

    private static func variable(
        _ name: String, among variables: [MATVariable], in path: String
    ) throws(DatasetError) -> MATVariable {
        if let variable = variables.first(where: { $0.name == name }) { return variable }
        throw .damagedMatlabFile(file: path, offset: 128, reason: "there is no variable \(name)")
    }

    private static func damage(_ variable: MATVariable, in path: String, _ reason: String) -> DatasetError {
        .damagedMatlabFile(file: path, offset: variable.offset, reason: "\(variable.name) \(reason)")
    }

    /// The pixels of all images, image by image: channel, then row, then column.
    ///
    /// - Throws: `DatasetError`.
    package func pixels() throws(DatasetError) -> [UInt8] {
        var pixels = try MatioFile(path: path).bytes(of: images)
        let (height, width) = (imageShape.height, imageShape.width)
        let plane = height * width
        // MATLAB lays a column's values side by side; all else is in the order wanted.
        pixels.withUnsafeMutableBufferPointer { pixels in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: plane) { turned in
                for start in stride(from: 0, to: pixels.count, by: plane) {
                    for row in 0..<height {
                        for column in 0..<width { turned[row * width + column] = pixels[start + column * height + row] }
                    }
                    _ = pixels[start..<start + plane].update(fromContentsOf: turned)
                }
            }
        }
        return pixels
    }

    /// The labels as they stand in the file, one for each image.
    ///
    /// - Throws: `DatasetError.damagedMatlabFile` for one that is no whole number of 0 to 255.
    package func labels() throws(DatasetError) -> [UInt8] {
        let file = try MatioFile(path: path)
        guard labelNumbers.kind == .double else { return try file.bytes(of: labelNumbers) }
        var labels: [UInt8] = []
        while labels.count < count {
            let range = labels.count..<min(count, labels.count + Self.labelsPerPiece)
            for number in try file.numbers(of: labelNumbers, in: range) {
                guard let label = UInt8(exactly: number) else {
                    throw Self.damage(labelNumbers, in: path, "has \(number) for image \(labels.count), which is no label")
                }
                labels.append(label)
            }
        }
        return labels
    }

    /// The classes that labels of this file stand for.
    ///
    /// - Throws: `DatasetError.damagedMatlabFile` for a label that is no class.
    func classes(_ labels: [UInt8], _ counting: LabelCounting) throws(DatasetError) -> [UInt8] {
        var classes: [UInt8] = []
        classes.reserveCapacity(labels.count)
        for label in labels {
            guard let index = counting.classIndex(of: label) else {
                throw Self.damage(
                    labelNumbers, in: path,
                    "has label \(label) for image \(classes.count), expected \(counting.labels.lowerBound) to "
                        + "\(counting.labels.upperBound)")
            }
            classes.append(index)
        }
        return classes
    }
}
