import HardwareModel
import Precision

/// What a table of modelled figures has to say below it: which of them are extrapolated.
enum CaveatNotes {
    /// One line for each precision and caveat, empty for published designs alone.
    static func lines(for designs: [(precision: Precision, caveats: [Caveat])]) -> String {
        var seen: Set<String> = []
        var text = ""
        for (precision, caveats) in designs {
            for caveat in caveats where seen.insert("\(precision.name) \(caveat.rawValue)").inserted {
                text += "\(precision.name): \(caveat.rawValue)\n"
            }
        }
        return text.isEmpty ? "" : "\n" + text
    }

    /// The caveats as JSON.
    static func json(_ caveats: [Caveat]) -> JSONValue { .array(caveats.map { .string($0.rawValue) }) }
}
