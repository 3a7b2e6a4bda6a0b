import HardwareModel
import Precision
import Quantities

extension CalibrationReport {
    /// What the fit cannot tell, in sentences.
    public var limits: [String] {
        var limits = [
            "What is fitted here prices nothing: other commands take the cost table that the accelerator names, until one says otherwise.",
            "Held-out errors are the least to expect of a precision that is not in the study. They are somewhat flattered: the expected "
                + "costs come in part from a table that was fitted to the same figures.",
            "Leakage is not separable: every power is given at one clock, so leakage is inside the energies. At another clock or with "
                + "gated units the model does not know better.",
            "The depth of SB is assumed where the paper states none: the area of a bit is the buffer's, divided by an assumed "
                + "number of bits.",
            "The idle energy of gated accounting is empirical. It is not fitted here, and no component explains it.",
        ]
        let single = parameters.filter { $0.precisions.count == 1 }
        if !single.isEmpty {
            let names = single.map { "\($0.parameter.name) \($0.parameter.quantity.rawValue) (\($0.precisions[0].name))" }
            limits.append(
                "In one row only, so nothing but the expectation is known of them without it, and only the sum of those of one row "
                    + "with it: \(names.joined(separator: ", ")).")
        }
        let unlearned = parameters.filter { $0.learned < Self.littleLearned && $0.precisions.count != 1 }
        if !unlearned.isEmpty {
            let names = unlearned.map { "\($0.parameter.name) \($0.parameter.quantity.rawValue)" }
            limits.append("Hardly determined by the figures, so that the expectation decides: \(names.joined(separator: ", ")).")
        }
        if let worst = rows.max(by: { $0.heldOutErrorPercent.magnitude < $1.heldOutErrorPercent.magnitude }) {
            limits.append(
                "Hardest to predict: the \(worst.quantity.figure) of \(worst.precision.name), "
                    + "\(worst.heldOutErrorPercent.signedText(decimals: 1)) % when held out.")
        }
        return limits
    }

    /// Below this share of the uncertainty taken away, a cost is what was expected of it.
    static let littleLearned = 0.25

    /// The report as plain text: errors of every figure, the buffers' shares, every cost, and the limits.
    public var lines: [String] {
        var lines = ["figure  precision    published      fitted   error  held-out   error"]
        for row in rows {
            lines.append(
                row.quantity.figure.padded(8) + row.precision.name.padded(10) + row.published.text(decimals: 2).right(12)
                    + row.fitted.text(decimals: 2).right(12) + row.fittedErrorPercent.signedText(decimals: 1).right(7) + "%"
                    + row.heldOut.text(decimals: 2).right(9) + row.heldOutErrorPercent.signedText(decimals: 1).right(7) + "%")
        }
        lines += ["", "buffers' share of  precision  published  fitted"]
        for share in shares {
            lines.append(
                share.quantity.figure.padded(19) + share.precision.name.padded(10)
                    + share.publishedPercent.text(decimals: 0).right(9) + "%" + share.fittedPercent.text(decimals: 1).right(7) + "%"
            )
        }
        lines += ["", "cost                        expected      fitted  learned  rows  expected by"]
        for cost in parameters {
            let name = "\(cost.parameter.name) \(cost.parameter.quantity.unit)"
            lines.append(
                name.padded(25) + cost.parameter.prior.text(significant: 4).right(11) + cost.fitted.text(significant: 4).right(12)
                    + (cost.learned * 100).text(decimals: 0).right(8) + "%" + "\(cost.precisions.count)".right(6) + "  "
                    + cost.parameter.source)
        }
        return lines + [""] + limits
    }
}

extension CostParameter.Quantity {
    /// What a table of accelerators calls the figure.
    var figure: String { self == .area ? "area" : "power" }

    /// The unit of a cost, as keys of files end.
    var unit: String { self == .area ? "um2" : "pj" }
}

extension String {
    /// The text with spaces behind it up to a width.
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }

    /// The text with spaces before it up to a width.
    fileprivate func right(_ width: Int) -> String { String(repeating: " ", count: max(1, width - count)) + self }
}
