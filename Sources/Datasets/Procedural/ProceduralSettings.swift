/// What a procedural data set is made from; the same settings give the same bytes on every machine.
public struct ProceduralSettings: Hashable, Sendable {
    /// The most images that can be asked for.
    public static let largestCount = 100_000

    /// The seed of everything random.
    public let seed: UInt64

    /// How hard the images are to tell apart: 0 for clean ones to 1.
    public let difficulty: Float

    /// The number of training images.
    public let trainCount: Int

    /// The number of test images.
    public let testCount: Int

    /// Makes settings.
    ///
    /// - Throws: `DatasetError.invalidParameter` for a difficulty outside 0 to 1 or a count outside 10 to `largestCount`.
    public init(
        seed: UInt64 = 1, difficulty: Float, trainCount: Int = 10_000, testCount: Int = 2_000
    ) throws(DatasetError) {
        guard (0...1).contains(difficulty) else {
            throw .invalidParameter(what: "difficulty", found: "\(difficulty)", allowed: "0 to 1")
        }
        for (what, count) in [("number of training images", trainCount), ("number of test images", testCount)]
        where !(10...Self.largestCount).contains(count) {
            throw .invalidParameter(what: what, found: "\(count)", allowed: "10 to \(Self.largestCount)")
        }
        self.init(checked: seed, difficulty, trainCount, testCount)
    }

    private init(checked seed: UInt64, _ difficulty: Float, _ trainCount: Int, _ testCount: Int) {
        self.seed = seed
        self.difficulty = difficulty
        self.trainCount = trainCount
        self.testCount = testCount
    }

    /// The settings behind the name `digits`: as difficult as it takes for precisions to differ (Benchmarks/procedural.md).
    static let standardDigits = ProceduralSettings(checked: 1, 0.9, 10_000, 2_000)

    /// The settings behind the name `objects`, likewise.
    static let standardObjects = ProceduralSettings(checked: 1, 0.55, 10_000, 2_000)
}
