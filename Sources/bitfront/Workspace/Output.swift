import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The two streams that a command writes to.
enum Output {
    /// Writes data on standard output as it is, or with every character that is not ASCII replaced by its nearest.
    ///
    /// The process ends with status 2 if it cannot be written, as on a full disk: data that is cut short must not look whole.
    static func write(_ text: String, ascii: Bool = false) {
        guard writeAll(ascii ? self.ascii(text) : text, to: STDOUT_FILENO) else {
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

    private static func ascii(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            VisibleText(String(line)).map { $0.limited(to: .ascii).text }.joined()
        }.joined(separator: "\n")
    }
}
