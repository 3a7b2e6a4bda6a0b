import Foundation
import NcursesTerminal
import Terminal

/// A few lines at the bottom of a terminal that are drawn again and again, below lines that stay; nothing where there is no terminal.
struct ProgressBlock {
    /// Whether standard error is a terminal that can show it.
    let isShown = isatty(STDERR_FILENO) == 1
    private let cursorUp = CursorUp.sequence(of: ProcessInfo.processInfo.environment["TERM"] ?? "")
    /// The columns that each line has on the terminal.
    private var shown: [Int] = []

    /// Draws lines in place of those there are; cut where the terminal is not wide enough.
    ///
    /// A terminal whose cursor cannot go up shows the first line alone.
    mutating func draw(_ lines: [String]) {
        guard isShown else { return }
        let width = Self.columns - 1
        let lines = (cursorUp == nil ? Array(lines.prefix(1)) : lines).map { $0.visible.truncated(toColumns: width) }
        // What is left of more lines than there are is blanked, so that the cursor always stands on the last line of the block.
        let all = lines + Array(repeating: "", count: max(0, shown.count - lines.count))
        var text = up(shown.count - 1)
        for (index, line) in all.enumerated() {
            let columns = line.displayColumns
            let before = index < shown.count ? shown[index] : 0
            text += (index > 0 ? "\n" : "") + "\r" + line + String(repeating: " ", count: max(0, before - columns))
        }
        _ = Output.writeAll(text + up(all.count - max(1, lines.count)), to: STDERR_FILENO)
        shown = lines.map(\.displayColumns)
    }

    /// Takes the lines away.
    mutating func clear() {
        guard !shown.isEmpty else { return }
        // Two more than the line: a terminal that echoes Ctrl-C puts it there.
        shown[shown.count - 1] = min(shown[shown.count - 1] + 2, Self.columns - 1)
        draw([])
        _ = Output.writeAll("\r", to: STDERR_FILENO)
    }

    private func up(_ lines: Int) -> String { String(repeating: cursorUp ?? "", count: max(0, lines)) }

    /// The width of the terminal; 80 where it does not say.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
