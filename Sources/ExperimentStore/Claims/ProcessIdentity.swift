import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One process, told from every other that had or will have its number.
struct ProcessIdentity: Hashable, Sendable {
    /// The machine since it was started, and the namespace that process numbers belong to.
    let place: String

    /// The number of the process there.
    let processIdentifier: Int

    /// When the process began, in clock ticks since the machine was started.
    let startedTicks: Int

    init(place: String, processIdentifier: Int, startedTicks: Int) {
        self.place = place
        self.processIdentifier = processIdentifier
        self.startedTicks = startedTicks
    }

    /// The process that asks.
    static let current = ProcessIdentity(
        place: currentPlace, processIdentifier: Int(getpid()), startedTicks: startedTicks(of: Int(getpid())) ?? 0)

    /// A process of this machine that has a number; of one that is gone, nothing that runs is taken for it.
    init(ofProcess processIdentifier: Int) {
        place = Self.currentPlace
        self.processIdentifier = processIdentifier
        startedTicks = Self.startedTicks(of: processIdentifier) ?? -1
    }

    /// Whether the process still runs; nil if that cannot be seen from here.
    ///
    /// Numbers of another namespace of the same machine, a container's, mean nothing here. A machine that was started again since
    /// then has none of its processes left; two machines cannot share a file in WAL mode.
    var isRunning: Bool? {
        guard let here = Self.parts(of: Self.currentPlace), let there = Self.parts(of: place) else { return nil }
        guard here.boot == there.boot else { return false }
        guard here.namespace == there.namespace else { return nil }
        return Self.startedTicks(of: processIdentifier) == startedTicks
    }

    private static let currentPlace: String = {
        let boot = contents(of: "/proc/sys/kernel/random/boot_id").map { $0.filter { !$0.isWhitespace } } ?? ""
        let namespace = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
        return "\(boot) \(namespace)"
    }()

    private static func parts(of place: String) -> (boot: Substring, namespace: Substring)? {
        let parts = place.split(separator: " ")
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    /// Field 22 of /proc/PID/stat (proc(5)); nil if there is no such process, or only what its parent has not taken note of.
    private static func startedTicks(of processIdentifier: Int) -> Int? {
        guard let stat = contents(of: "/proc/\(processIdentifier)/stat"), let name = stat.lastIndex(of: ")") else { return nil }
        // The name of the program, in parentheses, may hold blanks and parentheses itself.
        let fields = stat[stat.index(after: name)...].split(separator: " ")
        guard fields.count > 19, !["Z", "X"].contains(fields[0]) else { return nil }
        return Int(fields[19])
    }

    private static func contents(of path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
