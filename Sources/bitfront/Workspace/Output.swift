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
        fputs(ascii ? GlyphFallback.ascii(text) : text, stdout)
    }
}
