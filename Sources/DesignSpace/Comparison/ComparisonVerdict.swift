import HardwareModel
import Quantities

/// What a design point gains and costs against another, in a sentence.
struct ComparisonVerdict {
    private let point: EvaluatedPoint
    private let reference: EvaluatedPoint

    /// Judges a point against a reference.
    init(of point: EvaluatedPoint, against reference: EvaluatedPoint) {
        self.point = point
        self.reference = reference
    }

    /// The sentence, without a full stop.
    var sentence: String {
        guard point.point.dataset == reference.point.dataset else { return betweenDatasets }
        guard let outcome else {
            let unknown = [point, reference].filter { $0.accuracy?.percent == nil }.map(\.name).joined(separator: " or ")
            return
                "\(point.name) takes \(share(of: .energy, "\(reference.name)'s energy")) and \(share(of: .area, "its area"))"
                + "\(alsoAtAPrice); "
                + "no accuracy of \(unknown) is known"
        }
        let start = "\(point.name)\(sources.map { " as \($0.ours)" } ?? "") \(outcome)"
        let others = [Column.energy, .area].filter { !isDearer($0) }
        let same = others.filter { ratio(of: $0) == 1 }.map(\.name)
        let shares = others.filter { ratio(of: $0) != 1 }.map { share(of: $0, "its \($0.name)") }
        let gain =
            (shares.isEmpty ? "" : " for \(shares.joined(separator: " and "))")
            + (same.isEmpty ? "" : "\(shares.isEmpty ? "" : ",") at the same \(same.joined(separator: " and "))")
        let price = Self.list([.energy, .area, .latency, .weights].filter(isDearer).map(price))
        return start + gain + (price.map { "\(gain.isEmpty ? "" : ",") \(isLoss ? "and" : "but") takes \($0)" } ?? "")
    }

    private var betweenDatasets: String {
        let (own, other) = (point.evaluation.accounting, reference.evaluation.accounting)
        let accounting = own == other ? "" : " (\(own.rawValue) against \(other.rawValue))"
        return
            "\(point.name) on \(point.point.dataset) takes \(share(of: .energy, "the energy\(accounting)")) and "
            + "\(share(of: .area, "the area")) of \(reference.name) on \(reference.point.dataset)\(alsoAtAPrice); accuracies on different data sets are not compared"
    }

    /// How much of the reference's energy or area it takes, as `12 % of its energy`; of what it takes clearly more, as `3.1 times its energy`.
    private func share(of column: Column, _ name: String) -> String {
        let (ours, theirs) = (point.evaluation, reference.evaluation)
        let ratio = column == .energy ? ours.energy / theirs.energy : ours.area / theirs.area
        if isDearer(column) { return "\(ratio.text(significant: 3)) times \(name)" }
        let percent = ratio * 100
        return "\(percent < 1 ? percent.text(significant: 2) : percent.text(decimals: 0)) % of \(name)"
    }

    /// What else it takes more of than the reference: nobody is to find that out later.
    private var alsoAtAPrice: String { Self.list([.latency, .weights].filter(isDearer).map(price)).map { ", and \($0)" } ?? "" }

    /// Whether it takes clearly more of something than the reference: by the ratio as it is shown.
    private func isDearer(_ column: Column) -> Bool { ratio(of: column).map { ($0 * 100).rounded() >= 105 } ?? false }

    private func ratio(of column: Column) -> Double? {
        guard let ours = column.number(in: point), let theirs = column.number(in: reference) else { return nil }
        return ours / theirs
    }

    private func price(in column: Column) -> String {
        let name = column == .weights ? "weight memory" : column.name
        return "\((ratio(of: column) ?? 1).text(significant: 3)) times its \(name)"
    }

    /// Things one after the other, the last behind `and`; nil if there is none.
    private static func list(_ things: [String]) -> String? {
        guard let last = things.last else { return nil }
        return things.count == 1 ? last : things.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Whether the accuracies are known and the point's is clearly the lesser one.
    private var isLoss: Bool {
        guard let ours = point.accuracy, let theirs = reference.accuracy, let percent = ours.percent, let other = theirs.percent
        else { return false }
        return percent < other && !ours.ties(with: theirs)
    }

    /// Where the accuracies come from, if not from the same source: one that was trained longer is no better for that.
    private var sources: (ours: String, theirs: String)? {
        guard let ours = point.accuracyOrigin, let theirs = reference.accuracyOrigin, ours != theirs else { return nil }
        return (ours, theirs)
    }

    /// What the accuracies say; nil unless both are known.
    private var outcome: String? {
        guard let ours = point.accuracy, let theirs = reference.accuracy, let percent = ours.percent, let other = theirs.percent
        else { return nil }
        let accuracy = "\(reference.name)'s \(sources.map { $0.theirs + " " } ?? "")accuracy"
        let (figure, otherFigure) = ("\(percent.text(decimals: 2)) %", "\(other.text(decimals: 2)) %")
        // What guesses is neither worse by some points nor as good.
        if !ours.converged { return "did not converge (\(figure), \(accuracy): \(otherFigure))" }
        if !theirs.converged {
            return
                "reaches \(figure) where \(reference.name)\(sources.map { " as \($0.theirs)" } ?? "") did not converge (\(otherFigure))"
        }
        let difference = Column.accuracy.differenceText(of: percent, from: other)
        if ours.ties(with: theirs) {
            let inside = ours.tieWidth(with: theirs).map { ", inside ±\($0.text(decimals: 2))" } ?? ""
            return "ties \(accuracy) (\(difference)\(inside))"
        }
        guard ours.interval != nil, theirs.interval != nil else {
            let unknown =
                ours.interval == nil && theirs.interval == nil ? "no interval known" : "the interval of one of them unknown"
            return "differs from \(accuracy) by \(difference) points, \(unknown),"
        }
        return "\(percent > other ? "beats" : "falls short of") \(accuracy) (\(difference) points)"
    }
}

extension EvaluatedPoint {
    /// Whose the accuracy is, in a few words: `published`, `measured (strong)`.
    fileprivate var accuracyOrigin: String? {
        accuracy.map { accuracy in accuracy.source.rawValue + (detail.map { " (\($0))" } ?? "") }
    }
}
