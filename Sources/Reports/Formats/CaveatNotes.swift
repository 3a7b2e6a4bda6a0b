import HardwareModel
import Precision

/// What a table of modelled figures has to say below it: which of them are extrapolated.
enum CaveatNotes {
    /// One line for each precision and caveat, one alone for a caveat of all precisions; empty for published designs alone.
    static func lines(for designs: [(precision: Precision, caveats: [Caveat])]) -> String {
        var precisions: [Precision] = []
        var concerned: [(caveat: Caveat, precisions: [Precision])] = []
        for (precision, caveats) in designs {
            if !precisions.contains(precision) { precisions.append(precision) }
            for caveat in caveats where !concerned.contains(where: { $0.caveat == caveat && $0.precisions.contains(precision) }) {
                let index = concerned.firstIndex { $0.caveat == caveat } ?? concerned.endIndex
                if index == concerned.endIndex { concerned.append((caveat, [])) }
                concerned[index].precisions.append(precision)
            }
        }
        let lines = concerned.flatMap { caveat, some in
            some.count == precisions.count && some.count > 1
                ? ["all precisions: \(caveat.rawValue)"] : some.map { "\($0.name): \(caveat.rawValue)" }
        }
        return lines.isEmpty ? "" : "\n" + lines.map { $0 + "\n" }.joined()
    }

    /// The caveats as JSON.
    static func json(_ caveats: [Caveat]) -> JSONValue { .array(caveats.map { .string($0.rawValue) }) }
}
