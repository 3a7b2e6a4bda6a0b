import Foundation

/// Shows on a terminal how far a command is that counts something; elsewhere nothing, as it ends soon.
struct CountDisplay {
    private static let smallestInterval = Duration.milliseconds(100)

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let what: String
    private let unit: String?
    private var last = ContinuousClock.now
    private var shown = 0

    /// - Parameters:
    ///   - what: what is done, as `importing`.
    ///   - unit: what is counted, if it needs saying.
    init(_ what: String, unit: String? = nil) {
        self.what = what
        self.unit = unit
    }

    /// Shows a count, and what it counts up to if that is known.
    mutating func show(_ count: Int, of total: Int? = nil) {
        guard isTerminal, ContinuousClock.now - last > Self.smallestInterval else { return }
        last = .now
        let line = "\(what) \(count)" + (total.map { " of \($0)" } ?? "") + (unit.map { " \($0)" } ?? "")
        _ = Output.writeAll("\r" + line, to: STDERR_FILENO)
        shown = max(shown, line.count)
    }

    /// Takes the line away.
    mutating func clear() {
        guard shown > 0 else { return }
        _ = Output.writeAll("\r" + String(repeating: " ", count: shown) + "\r", to: STDERR_FILENO)
        shown = 0
    }
}
