import Datasets
import Foundation

/// Shows how far a download is: on a terminal a line that changes, elsewhere a line at each tenth of a file.
struct DownloadDisplay {
    private static let smallestInterval = Duration.milliseconds(100)

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var last: ContinuousClock.Instant?
    private var fileName = ""
    private var tenths = 0
    /// What had arrived of the file when it began.
    private var begun = 0
    private var fileStart = ContinuousClock.now
    private var shown = 0

    /// Shows how far it has come.
    mutating func show(_ progress: DatasetLibrary.FetchProgress) {
        if progress.fileName != fileName {
            end()
            (fileName, begun, tenths, fileStart) = (progress.fileName, progress.arrived, 0, .now)
        }
        if isTerminal { return showLine(progress) }
        let reached = progress.byteCount > 0 ? progress.arrived * 10 / progress.byteCount : 10
        guard reached > tenths else { return }
        tenths = reached
        Diagnostics.write(words(progress))
    }

    /// Takes the line away.
    mutating func end() {
        guard shown > 0 else { return }
        _ = Output.writeAll("\r" + String(repeating: " ", count: shown) + "\r", to: STDERR_FILENO)
        shown = 0
    }

    private mutating func showLine(_ progress: DatasetLibrary.FetchProgress) {
        let isDue = last.map { ContinuousClock.now - $0 > Self.smallestInterval } ?? true
        guard isDue || progress.arrived == progress.byteCount else { return }
        last = .now
        let line = words(progress)
        _ = Output.writeAll("\r" + line + String(repeating: " ", count: max(0, shown - line.count)), to: STDERR_FILENO)
        shown = max(shown, line.count)
    }

    private func words(_ progress: DatasetLibrary.FetchProgress) -> String {
        let percent = progress.byteCount > 0 ? progress.arrived * 100 / progress.byteCount : 100
        var words =
            "\(progress.fileName): \(Self.size(progress.arrived)) of \(Self.size(progress.byteCount)), \(percent) %"
        let seconds = (ContinuousClock.now - fileStart) / .seconds(1)
        let arrived = progress.arrived - begun
        if seconds > 1, arrived > 0, progress.arrived < progress.byteCount {
            let left = Double(progress.byteCount - progress.arrived) * seconds / Double(arrived)
            words += ", \(Self.size(Int(Double(arrived) / seconds))) a second, \(Int(left.rounded(.up))) s left"
        }
        return words
    }

    /// A number of bytes in kilobytes or megabytes.
    static func size(_ count: Int) -> String {
        count < 1_000_000 ? "\(Double(count / 100) / 10) kB" : "\(Double(count / 100_000) / 10) MB"
    }
}
