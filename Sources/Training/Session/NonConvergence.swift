/// Why a run that ended counts as not converged, as NA in Hashemi et al. 2017, Tables IV and V: a result, not an error.
public enum NonConvergence: Hashable, Sendable {
    /// The loss or the gradient became infinite or not a number in a batch of an epoch, both counted from 1.
    case notFinite(epoch: Int, batch: Int)
    /// One class is predicted for every test image.
    case oneClass(UInt8)
    /// The accuracy on the test images is no better than guessing.
    case chanceLevel(accuracyPercent: Double, chancePercent: Double)

    /// Looks for reasons in the predictions of the test images.
    ///
    /// Guessing means always saying the commonest class; three standard errors above its share are not yet better than guessing.
    static func reason(in test: Evaluation) -> NonConvergence? {
        guard let first = test.predictions.first, test.countByClass.count > 1 else { return nil }
        if test.predictions.allSatisfy({ $0 == first }) { return .oneClass(first) }
        let share = Double(test.countByClass.max() ?? 0) / Double(test.count)
        let error = (share * (1 - share) / Double(test.count)).squareRoot()
        guard test.accuracyPercent <= 100 * (share + 3 * error) else { return nil }
        return .chanceLevel(accuracyPercent: test.accuracyPercent, chancePercent: 100 * share)
    }
}

extension NonConvergence: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .notFinite(let epoch, let batch):
            return "the loss or its gradient was not finite in epoch \(epoch), batch \(batch)"
        case .oneClass(let label):
            return "class \(label) is predicted for every test image"
        case .chanceLevel(let accuracy, let chance):
            let rounded = [accuracy, chance].map { "\(($0 * 10).rounded() / 10) %" }
            return "an accuracy of \(rounded[0]) is no better than guessing (\(rounded[1]))"
        }
    }
}
