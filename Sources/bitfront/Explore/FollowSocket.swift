import Foundation

/// A Unix socket's address and what both ends do with descriptors.
enum FollowSocket {
    /// The address of a path; nil for one that is too long for it.
    static func withAddress<Result>(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }

    /// A socket that never blocks.
    static func make() -> Int32 {
        socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    }

    /// The folder of the sockets; nil if there is none that only its owner can look into.
    static var folder: String? { UserFolder.runtime.flatMap { UserFolder.makePrivate($0) ? $0 : nil } }

    /// The sockets of explorers that are open, the newest first: by when they were made, as numbers of processes begin again one day.
    static var open: [String] {
        guard let folder else { return [] }
        let sockets = processes(in: folder).filter { kill($0, 0) == 0 }.map { process in
            (path: "\(folder)/follow-\(process)", age: Age(of: "\(folder)/follow-\(process)", process))
        }
        return sockets.sorted { $0.age > $1.age }.map(\.path)
    }

    /// When a socket was made, and by whom where that is the same moment.
    private struct Age: Comparable {
        private let moment: (Int, Int, Int32)

        init(of path: String, _ process: Int32) {
            var facts = stat()
            let isThere = stat(path, &facts) == 0
            moment = isThere ? (Int(facts.st_mtim.tv_sec), Int(facts.st_mtim.tv_nsec), process) : (0, 0, process)
        }

        static func < (left: Age, right: Age) -> Bool { left.moment < right.moment }
        static func == (left: Age, right: Age) -> Bool { left.moment == right.moment }
    }

    /// Removes the sockets of explorers that ended without doing so.
    static func removeLeftovers(in folder: String) {
        for process in processes(in: folder) where kill(process, 0) != 0 && errno == ESRCH { unlink("\(folder)/follow-\(process)") }
    }

    private static func processes(in folder: String) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in name.hasPrefix("follow-") ? Int32(name.dropFirst(7)) : nil }.filter { $0 > 0 }
    }
}
