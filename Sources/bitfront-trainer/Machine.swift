import Foundation

/// What a record says of the machine that made it.
enum Machine {
    /// The processor's name as the system has it; its architecture if it has none.
    static var processor: String {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":", maxSplits: 1).last
        return name.map { $0.trimmingCharacters(in: .whitespaces) } ?? architecture
    }

    /// The time in UTC, as ISO 8601.
    static var now: String { Date().formatted(.iso8601) }

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
