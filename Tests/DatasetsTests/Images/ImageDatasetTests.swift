import Networks
import Testing

@testable import Datasets

@Suite("An image data set")
struct ImageDatasetTests {
    private func dataset(
        name: String = "a", height: Int = 1, width: Int = 2, classCount: Int = 3, pixels: [UInt8] = [1, 2, 3, 4],
        labels: [UInt8] = [0, 2]
    ) throws(DatasetError) -> ImageDataset {
        try ImageDataset(
            name: name, imageShape: Shape(height: height, width: width, channels: 1), classCount: classCount,
            train: LabelledImages(pixels: pixels, labels: labels), test: LabelledImages(pixels: [9, 9], labels: [1]))
    }

    @Test("The digest depends on shape, classes, labels and pixels, and not on the name")
    func digest() throws {
        let original = try dataset().sha256
        #expect(try dataset(name: "b").sha256 == original)
        let others = [
            try dataset(classCount: 4).sha256, try dataset(pixels: [1, 2, 3, 5]).sha256, try dataset(labels: [0, 1]).sha256,
            try ImageDataset(
                name: "a", imageShape: Shape(height: 2, width: 1, channels: 1), classCount: 3,
                train: LabelledImages(pixels: [1, 2, 3, 4], labels: [0, 2]), test: LabelledImages(pixels: [9, 9], labels: [1])
            ).sha256,
        ]
        #expect(Set(others + [original]).count == others.count + 1)
    }

    @Test("Pixels, labels and classes that do not fit are refused")
    func misfits() {
        #expect(throws: DatasetError.self) { try dataset(pixels: [1, 2, 3]) }
        #expect(throws: DatasetError.self) { try dataset(labels: [0, 3]) }
        #expect(throws: DatasetError.self) { try dataset(height: 0) }
        #expect(throws: DatasetError.self) { try dataset(height: .max, width: .max) }
        #expect(throws: DatasetError.self) { try dataset(classCount: 0) }
        #expect(throws: DatasetError.self) { try dataset(classCount: 257) }
    }
}
