import DesignSpace
import Foundation

/// Events as lines of JSON on standard output, each written whole.
struct EventStream: Sendable {
    /// Writes an event. Nobody may be listening any more: the run goes on, its result is in the store.
    func say(_ event: TrainingEvent) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(event) else { return }
        line.append(UInt8(ascii: "\n"))
        line.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count, let start = bytes.baseAddress {
                let count = write(STDOUT_FILENO, start + written, bytes.count - written)
                if count > 0 {
                    written += count
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
