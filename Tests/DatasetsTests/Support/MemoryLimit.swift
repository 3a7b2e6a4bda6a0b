import Foundation

/// A limit on the memory that this process can ask for.
enum MemoryLimit {
    /// What makes a limit impossible to set.
    enum Failure: Error { case sizeUnknown, refused }

    /// Lets this process have so many bytes more than it has.
    static func set(moreThanNow bytes: UInt) throws {
        let sizes = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        guard let pages = sizes.first.flatMap({ UInt($0) }) else { throw Failure.sizeUnknown }
        let most = pages * UInt(sysconf(Int32(_SC_PAGESIZE))) + bytes
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { throw Failure.refused }
    }
}
