import Digest
import Recipes

extension ExperimentRecord {
    /// What contradicts itself in a result, in words; empty for one that could have come out of a run.
    ///
    /// Looks at the record alone: the weights, the data set and the parent are elsewhere.
    public var inconsistencies: [String] { inconsistencies(in: .whole) }

    /// What contradicts itself in as much of a result as was read.
    public func inconsistencies(in extent: Extent) -> [String] {
        var found: [String] = []
        var recipes = RecipeMemory()
        let specKey = recipes.key(of: spec)
        if key != specKey { found.append("the key is not that of its experiment, which is \(specKey.prefix(12))") }
        return found + inconsistencies(in: extent, &recipes)
    }

    /// The same of a record that was read together with others, and whose key is therefore that of its experiment.
    public func inconsistencies(in extent: Extent, _ recipes: inout RecipeMemory) -> [String] {
        var found: [String] = []
        if parentKey != spec.parent.map({ recipes.key(of: $0) }) {
            found.append("the parent is not the float32 experiment that its weights start from")
        }
        if !status.isFinal { found.append("the status is '\(status.rawValue)', which is no result") }
        if status == .done, testAccuracyPercent == nil { found.append("it is done and has no test accuracy") }
        found += numberInconsistencies
        if extent == .whole { found += historyInconsistencies }
        for (name, digest) in [("weights", weightsSHA256), ("data set", datasetSHA256)] {
            guard let digest, SHA256Digest(hexadecimal: digest) == nil else { continue }
            found.append("the SHA-256 of its \(name) is not 64 hexadecimal digits")
        }
        if !Self.isDate(createdAt) { found.append("the date is not ISO 8601, as 2026-01-31T12:00:00Z") }
        return found
    }

    /// Whether a text is a date and a time of day in UTC, as 2026-01-31T12:00:00Z.
    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00:00Z".utf8)
        let zero = UInt8(ascii: "0")
        let hasForm = zip(bytes, form).allSatisfy { byte, sign in sign == zero ? zero...(zero + 9) ~= byte : byte == sign }
        guard bytes.count == form.count, hasForm else { return false }
        let limits = [(5, 1...12), (8, 1...31), (11, 0...23), (14, 0...59), (17, 0...60)]
        return limits.allSatisfy { place, limit in
            limit.contains(10 * Int(bytes[place] - zero) + Int(bytes[place + 1] - zero))
        }
    }

    private var numberInconsistencies: [String] {
        var found: [String] = []
        for (name, percent) in [("test", testAccuracyPercent), ("validation", validationAccuracyPercent)] {
            guard let percent, !(0...100).contains(percent) else { continue }
            found.append("a \(name) accuracy of \(percent) percent is not from 0 to 100")
        }
        if let testImages, testImages < 1 { found.append("\(testImages) test images cannot be") }
        for (name, value) in [("seconds", seconds), ("images a second", imagesPerSecond)] {
            guard let value, !(0..<Double.infinity).contains(value) else { continue }
            found.append("\(value) \(name) cannot be")
        }
        if !(1...1 << 16).contains(threads) { found.append("\(threads.counted("thread")) cannot be") }
        return found
    }

    private var historyInconsistencies: [String] {
        var found: [String] = []
        if epochs != history.count { found.append("it has \(history.count.counted("epoch")), and says \(epochs)") }
        if let gap = history.enumerated().first(where: { $0.element.epoch != $0.offset + 1 }) {
            found.append("epoch \(gap.element.epoch) stands where \(gap.offset + 1) should")
        }
        if history.count > spec.phase.epochs {
            found.append("it has \(history.count.counted("epoch")) of at most \(spec.phase.epochs), as the recipe says")
        }
        let isWrong = { (epoch: EpochRecord) in
            !(0...100).contains(epoch.validationAccuracyPercent) || !(0..<Double.infinity).contains(epoch.seconds)
                || !epoch.learningRate.isFinite
        }
        if let epoch = history.first(where: isWrong) { found.append("the figures of epoch \(epoch.epoch) cannot be") }
        return found
    }
}
