/// The test images in two parts: 10 % of each class, chosen at random, for every choice, and the rest for the reported accuracy.
///
/// Method of Hashemi et al. 2017, Section V-A.
struct ValidationSplit: Hashable, Sendable {
    /// The test images used for validation, in ascending order.
    let validation: [Int]

    /// The test images behind the reported accuracy, in ascending order.
    let test: [Int]

    /// Splits test images by their labels; the same seed gives the same split.
    ///
    /// A class of at least two images gives at least one to each part.
    ///
    /// - Throws: `TrainingError.tooFewImages` if one part would be empty.
    init(labels: [UInt8], classCount: Int, seed: UInt64) throws(TrainingError) {
        var members = [[Int]](repeating: [], count: classCount)
        for (index, label) in labels.enumerated() where Int(label) < classCount { members[Int(label)].append(index) }
        var isValidation = [Bool](repeating: false, count: labels.count)
        for (label, indices) in members.enumerated() where indices.count > 1 {
            var random = RandomSource(seed: seed, purpose: .validationSplit, label)
            var shuffled = indices
            random.shuffle(&shuffled)
            for index in shuffled.prefix(max(1, (indices.count + 5) / 10)) { isValidation[index] = true }
        }
        validation = isValidation.indices.filter { isValidation[$0] }
        test = isValidation.indices.filter { !isValidation[$0] }
        guard !validation.isEmpty, !test.isEmpty else {
            throw .tooFewImages(what: "test images, of which a part is kept for validation", count: labels.count, needed: 2)
        }
    }
}
