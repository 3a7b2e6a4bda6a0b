import Datasets
import Networks
import Testing

@Suite("Procedural data sets")
struct ProceduralDatasetTests {
    private func settings(
        seed: UInt64 = 1, difficulty: Float = 0.5, trainCount: Int = 100, testCount: Int = 50
    ) throws -> ProceduralSettings {
        try ProceduralSettings(seed: seed, difficulty: difficulty, trainCount: trainCount, testCount: testCount)
    }

    @Test(
        "The same settings give the same bytes on every machine",
        arguments: [
            (ProceduralDataset.digits, "5a1ceedd0cb8678fd8e0f045966eb215fc752a9206e9efbbc84669c91d25c653"),
            (.objects, "028549231b6402f2d6b306b34e63aec3c378ad8dd05b2a2fda2fca500aea4062"),
        ])
    func determinism(dataset: ProceduralDataset, expected: String) throws {
        #expect(try "\(dataset.generate(settings()).sha256)" == expected)
    }

    @Test("Another seed or difficulty gives other images", arguments: ProceduralDataset.allCases)
    func dependence(dataset: ProceduralDataset) throws {
        let digests = [
            try dataset.generate(settings()).sha256, try dataset.generate(settings(seed: 2)).sha256,
            try dataset.generate(settings(difficulty: 0.6)).sha256,
        ]
        #expect(Set(digests).count == digests.count)
    }

    @Test("More images begin with the same ones", arguments: ProceduralDataset.allCases)
    func prefix(dataset: ProceduralDataset) throws {
        let few = try dataset.generate(settings(trainCount: 20))
        let many = try dataset.generate(settings(trainCount: 40))
        #expect(many.train.pixels.starts(with: few.train.pixels))
        #expect(many.train.labels.starts(with: few.train.labels))
        #expect(many.test == few.test)
    }

    @Test("Classes are balanced and no image occurs twice", arguments: ProceduralDataset.allCases)
    func balance(dataset: ProceduralDataset) throws {
        let made = try dataset.generate(settings(trainCount: 105))
        #expect(made.train.classCounts(of: 10).allSatisfy { (10...11).contains($0) })
        #expect(made.test.classCounts(of: 10) == [Int](repeating: 5, count: 10))
        let size = dataset.imageShape.count
        let pixels = made.train.pixels + made.test.pixels
        let images = stride(from: 0, to: pixels.count, by: size).map { Array(pixels[$0..<$0 + size]) }
        #expect(Set(images).count == 155)
    }

    @Test("The nearest training image often has a digit's class, and less often the more difficult the digits are")
    func difficulty() throws {
        let shares = try [0, 0.5, 1].map { difficulty in
            try NearestImage(ProceduralDataset.digits.generate(settings(difficulty: difficulty))).correctShare
        }
        #expect(shares[0] > shares[1] && shares[1] > shares[2])
        #expect(shares[0] > 0.5)
    }

    @Test("Settings out of range are refused", arguments: [(Float(-0.1), 100), (1.1, 100), (.nan, 100), (0.5, 9), (0.5, 100_001)])
    func invalidSettings(difficulty: Float, count: Int) {
        #expect(throws: DatasetError.self) { try settings(difficulty: difficulty, trainCount: count) }
        #expect(throws: DatasetError.self) { try settings(difficulty: difficulty, testCount: count) }
    }
}

/// The simplest classifier: each test image gets the label of the training image that differs least from it.
private struct NearestImage {
    let correctShare: Double

    init(_ dataset: ImageDataset) {
        let size = dataset.imageShape.count
        let correct = dataset.test.labels.indices.filter { index in
            let image = dataset.test.pixels[index * size..<(index + 1) * size]
            let distances = dataset.train.labels.indices.map { other in
                Self.distance(image, dataset.train.pixels[other * size..<(other + 1) * size])
            }
            let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
            return dataset.train.labels[nearest] == dataset.test.labels[index]
        }
        correctShare = Double(correct.count) / Double(dataset.test.count)
    }

    private static func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        zip(left, right).reduce(0) { sum, pair in
            let difference = Int(pair.0) - Int(pair.1)
            return sum + difference * difference
        }
    }
}
