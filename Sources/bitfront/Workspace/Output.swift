import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Data for a person or a program on standard output.
enum Output {
    /// Writes text as it is, or with every character that is not ASCII replaced by its nearest.
    static func write(_ text: String, ascii: Bool = false) {
        fputs(ascii ? self.ascii(text) : text, stdout)
    }

    private static func ascii(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            VisibleText(String(line)).map { $0.limited(to: .ascii).text }.joined()
        }.joined(separator: "\n")
    }
}
