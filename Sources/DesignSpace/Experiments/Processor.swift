#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The processor of this machine, as records name the one that they were made on.
public enum Processor {
    /// Its name as the system has it; its architecture if it has none.
    public static let name: String = {
        let contents = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = contents.split(separator: "\n").first { $0.hasPrefix("model name") }
        guard let name = line?.split(separator: ":", maxSplits: 1).last else { return architecture }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }()

    private static var architecture: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "arm64"
        #else
            "unknown"
        #endif
    }
}
