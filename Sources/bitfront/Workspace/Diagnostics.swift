import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Lines for a person on standard error, where they do not mix with data.
enum Diagnostics {
    /// Writes lines, control characters made visible.
    static func write(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.map { String($0).visible }.joined(separator: "\n") + "\n"
        // There is nobody left to tell if standard error itself is gone.
        _ = Output.writeAll(Output.isASCIIAskedFor ? Output.ascii(shown) : shown, to: STDERR_FILENO)
    }
}
