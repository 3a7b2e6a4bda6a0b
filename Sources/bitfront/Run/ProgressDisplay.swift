import DesignSpace
import Experiments
import Foundation
import Terminal

/// Shows a run on standard error: a bar on a terminal, a line an epoch elsewhere.
struct ProgressDisplay {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let isPlain: Bool
    private var shownColumns = 0

    /// - Parameter isPlain: whether the bar is drawn in ASCII.
    init(isPlain: Bool) {
        self.isPlain = isPlain || !Self.isUTF8
    }

    /// Says a line that stays.
    mutating func announce(_ line: String) {
        clear()
        Diagnostics.write(line)
    }

    /// Shows what a worker said; why it failed is left to whoever ends the command.
    mutating func show(_ event: TrainingEvent) {
        switch event {
        case .progress(let progress): draw(ProgressText.bar(progress, width: Self.columns - 1, ascii: isPlain))
        case .failed, .interrupted, .finished: clear()
        default:
            guard let line = ProgressText.line(for: event) else { return }
            announce(line)
        }
    }

    /// Takes the bar away.
    mutating func clear() {
        guard shownColumns > 0 else { return }
        // Two more than the bar: a terminal that echoes Ctrl-C puts it there.
        let columns = min(shownColumns + 2, Self.columns - 1)
        _ = Output.writeAll("\r" + String(repeating: " ", count: max(0, columns)) + "\r", to: STDERR_FILENO)
        shownColumns = 0
    }

    private mutating func draw(_ bar: String) {
        guard isTerminal else { return }
        let columns = bar.displayColumns
        let padding = String(repeating: " ", count: max(0, shownColumns - columns))
        _ = Output.writeAll("\r" + bar + padding, to: STDERR_FILENO)
        shownColumns = columns
    }

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    private static var isUTF8: Bool {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    }
}
