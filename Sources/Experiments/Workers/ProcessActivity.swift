import Foundation

/// What the system says of a process at a moment.
struct ProcessActivity: Hashable, Sendable {
    /// The processor time that all of its threads have used, in clock ticks.
    let processorTicks: Int

    /// Whether a signal has stopped it, as SIGSTOP does, until another lets it go on.
    let isStopped: Bool

    /// Makes a note of a process.
    init(processorTicks: Int, isStopped: Bool) {
        self.processorTicks = processorTicks
        self.isStopped = isStopped
    }

    /// Asks the system: fields 3, 14 and 15 of /proc/PID/stat (proc(5)); nil if there is no such process.
    init?(of processIdentifier: pid_t) {
        guard let contents = FileManager.default.contents(atPath: "/proc/\(processIdentifier)/stat") else { return nil }
        let stat = String(decoding: contents, as: UTF8.self)
        guard let name = stat.lastIndex(of: ")") else { return nil }
        // The name of the program, in parentheses, may hold blanks and parentheses itself.
        let fields = stat[stat.index(after: name)...].split(separator: " ")
        guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return nil }
        self.init(processorTicks: user &+ system, isStopped: ["T", "t"].contains(fields[0]))
    }
}
