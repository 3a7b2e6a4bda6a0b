import Foundation
import Reports
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The two streams that a command writes to.
enum Output {
    /// Writes on standard output.
    ///
    /// The process ends with status 2 if it cannot be written, as on a full disk: data that is cut short must not look whole.
    ///
    /// - Parameters:
    ///   - format: text for a person is ASCII where the locale says so, data of another format or of none is not touched.
    ///   - ascii: whether every character that is not ASCII is replaced by its nearest, whatever the locale and the format.
    static func write(_ text: String, as format: ReportFormat? = .text, ascii: Bool = false) {
        guard writeAll(ascii || format == .text && isASCIIAskedFor ? self.ascii(text) : text, to: STDOUT_FILENO) else {
            let reason = String(cString: strerror(errno))
            Diagnostics.write("bitfront: standard output cannot be written: \(reason)")
            exit(CommandFailure.Status.failed.rawValue)
        }
    }

    /// Writes all of a text to a file descriptor; false, with `errno`, if that fails.
    static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count, let start = bytes.baseAddress {
                let count = Glibc.write(descriptor, start + written, bytes.count - written)
                if count > 0 {
                    written += count
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// Whether the locale is C or POSIX by its name; one that is not named, as in a service, says nothing of who reads.
    static let isASCIIAskedFor: Bool = {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale == "C" || locale == "POSIX"
    }()

    /// The text with the nearest ASCII character for every other.
    static func ascii(_ text: String) -> String {
        // Two characters for one: in a table the second takes the place of a space before it.
        let signed = text.replacing("  ±", with: " +-").replacing("±", with: "+-")
        return signed.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            VisibleText(String(line)).map { $0.limited(to: .ascii).text }.joined()
        }.joined(separator: "\n")
    }
}
