import Networks
import Testing

@testable import Training

struct ImageSetTests {
    private static let shape = Shape(height: 2, width: 2, channels: 1)

    @Test("Pixels and labels that do not fit are refused")
    func refuses() {
        #expect(throws: TrainingError.self) { try ImageSet(shape: Self.shape, classCount: 2, pixels: [1, 2, 3], labels: [0]) }
        #expect(throws: TrainingError.self) { try ImageSet(shape: Self.shape, classCount: 2, pixels: [1, 2, 3, 4], labels: [2]) }
        #expect(throws: TrainingError.self) { try ImageSet(shape: Self.shape, classCount: 257, pixels: [], labels: []) }
        #expect(throws: TrainingError.self) {
            try ImageSet(shape: Shape(height: 0, width: 2, channels: 1), classCount: 2, pixels: [], labels: [])
        }
    }
}

struct ValidationSplitTests {
    @Test("A tenth of each class is kept for validation, and the rest for the test")
    func tenth() throws {
        let labels = (0..<1_000).map { UInt8($0 % 10 < 3 ? 0 : 1) }
        let split = try ValidationSplit(labels: labels, classCount: 2, seed: 4)
        #expect(split.validation.filter { labels[$0] == 0 }.count == 30)
        #expect(split.validation.filter { labels[$0] == 1 }.count == 70)
        #expect(Set(split.validation).isDisjoint(with: split.test))
        #expect(split.validation.count + split.test.count == 1_000)
    }

    @Test("The seed alone decides which")
    func seed() throws {
        let labels = (0..<200).map { UInt8($0 % 2) }
        let one = try ValidationSplit(labels: labels, classCount: 2, seed: 1)
        #expect(try ValidationSplit(labels: labels, classCount: 2, seed: 1) == one)
        #expect(try ValidationSplit(labels: labels, classCount: 2, seed: 2) != one)
    }

    @Test("Too few test images are refused", arguments: [[], [0], [0, 1]] as [[UInt8]])
    func tooFew(labels: [UInt8]) {
        #expect(throws: TrainingError.self) { try ValidationSplit(labels: labels, classCount: 2, seed: 1) }
    }
}
