/// The name of a procedural data set, which says what it is made from: `digits`, `digits:0.8` with another difficulty, `digits:0.8:7` with
/// another seed as well.
public struct ProceduralName: Hashable, Sendable {
    /// What is drawn.
    public let dataset: ProceduralDataset

    /// What it is made from.
    public let settings: ProceduralSettings

    /// Names a data set.
    public init(_ dataset: ProceduralDataset, _ settings: ProceduralSettings) {
        self.dataset = dataset
        self.settings = settings
    }

    /// Reads a name; nil if it is no procedural data set's.
    ///
    /// - Throws: `DatasetError.invalidParameter` for a difficulty outside 0 to 1 or a seed that is no whole number.
    public init?(parsing text: String) throws(DatasetError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, let dataset = ProceduralDataset(rawValue: String(first)) else { return nil }
        guard parts.count <= 3 else {
            throw .invalidParameter(what: "the name", found: text, allowed: "\(dataset.rawValue):DIFFICULTY:SEED")
        }
        let standard = dataset.standard
        var (difficulty, seed) = (standard.difficulty, standard.seed)
        if parts.count > 1 { difficulty = try Self.difficulty(parts[1], in: text) }
        if parts.count > 2 {
            guard let number = UInt64(parts[2]) else {
                throw .invalidParameter(what: "the seed in '\(text)'", found: "'\(parts[2])'", allowed: "a whole number")
            }
            seed = number
        }
        self.dataset = dataset
        settings = try ProceduralSettings(
            seed: seed, difficulty: difficulty, trainCount: standard.trainCount, testCount: standard.testCount)
    }

    /// A data set's name, written in the one way if it is procedural.
    ///
    /// - Throws: as `init(parsing:)`.
    public static func canonical(_ name: String) throws(DatasetError) -> String { try ProceduralName(parsing: name)?.text ?? name }

    private static func difficulty(_ text: Substring, in name: String) throws(DatasetError) -> Float {
        // Nothing but digits and a point: Float reads hexadecimal numbers and infinities as well.
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let number = Float(text), (0...1).contains(number)
        else {
            throw .invalidParameter(what: "the difficulty in '\(name)'", found: "'\(text)'", allowed: "0 to 1, as 0.8")
        }
        return number
    }

    /// The one way to write the name, so that equal data sets have equal names.
    public var text: String {
        let standard = dataset.standard
        guard settings.seed == standard.seed else { return "\(dataset.rawValue):\(settings.difficulty):\(settings.seed)" }
        return settings.difficulty == standard.difficulty ? dataset.rawValue : "\(dataset.rawValue):\(settings.difficulty)"
    }
}
