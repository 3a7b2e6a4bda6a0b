import Dispatch
import FoundationEssentials
import TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The far end of a pseudo terminal in which a program runs: what is typed into it and every byte that comes back.
final class PseudoTerminal {
    private let descriptor: Int32
    private let identifier: pid_t

    /// Opens a terminal and starts a program in it, as the leader of its session.
    init(_ program: Program, arguments: [String], columns: UInt16, rows: UInt16) throws {
        // What posix_openpt, unlockpt and ptsname do on Linux; Swift does not import them.
        let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (locked, terminal): (Int32, Int32) = (0, 0)
        guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, number, &terminal) == 0 else {
            throw TestSupportError.cannotStart(program: "a pseudo terminal", code: errno)
        }
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
        do {
            identifier = try Self.spawn(program, arguments: arguments, terminal: "/dev/pts/\(terminal)")
        } catch {
            close(master)
            throw error
        }
        descriptor = master
    }

    /// Ends the program at once.
    func kill() { signal(SIGKILL) }

    func signal(_ number: Int32) {
        #if canImport(Glibc)
            _ = Glibc.kill(identifier, number)
        #elseif canImport(Musl)
            _ = Musl.kill(identifier, number)
        #endif
    }

    /// Ends the program, if it still runs, and waits for it.
    deinit {
        kill()
        var status: Int32 = 0
        waitpid(identifier, &status, 0)
        close(descriptor)
    }

    private static func spawn(_ program: Program, arguments: [String], terminal: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which Swift does not import.
        posix_spawnattr_setflags(&attributes, Int16(newSession))
        let command = ([program.executable.path] + arguments).map { strdup($0) } + [nil]
        let environment = program.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (command + environment).forEach { free($0) } }
        var started = pid_t()
        let code = posix_spawn(&started, program.executable.path, &actions, &attributes, command, environment)
        guard code == 0 else { throw TestSupportError.cannotStart(program: program.executable.path, code: code) }
        return started
    }

    /// Types a text in one write.
    func type(_ text: String) { text.utf8CString.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count - 1) } }

    /// Changes the size, of which the program is told by SIGWINCH.
    func resize(columns: UInt16, rows: UInt16) {
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    /// How often the program's threads have gone to sleep so far, which is how often they have woken up.
    var sleeps: Int {
        let folder = "/proc/\(identifier)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return threads.reduce(0) { sum, thread in
            let status = (try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
            return sum + (line?.split(separator: "\t").last.flatMap { Int($0) } ?? 0)
        }
    }

    /// Takes what comes until nothing has come for a while and the program waits for more.
    ///
    /// - Parameter first: how long to wait at least for the first byte, in milliseconds.
    func bytes(first: Int32 = 2_000, quiet: Int32 = 80) async -> [UInt8] {
        await pieces(first: first, quiet: quiet).flatMap(\.self)
    }

    /// Takes what comes until nothing has come for a while and the program waits for more, each piece as soon as it is there.
    ///
    /// - Parameter first: how long to wait at least for the first byte, in milliseconds.
    func pieces(first: Int32 = 2_000, quiet: Int32 = 80) async -> [[UInt8]] {
        let program = identifier
        return await listen { master in
            let deadline = Deadline.hang
            var pieces: [[UInt8]] = []
            var patience = first
            while true {
                switch Self.piece(from: master, within: patience) {
                case .some([]): return pieces
                case .some(let piece): pieces.append(piece)
                // A machine that does other work may keep a program that has something to say waiting for longer than that.
                case nil: if Self.isAsleep(program) || deadline.hasPassed { return pieces }
                }
                patience = quiet
            }
        }
    }

    /// Takes what comes in so many seconds.
    func bytes(during seconds: Int) async -> [UInt8] {
        await listen { master in
            let end = ContinuousClock.now + .seconds(seconds)
            var bytes: [UInt8] = []
            while true {
                let left = Int32(ContinuousClock.now.duration(to: end) / .milliseconds(1))
                guard left > 0, let piece = Self.piece(from: master, within: left), !piece.isEmpty else { return bytes }
                bytes += piece
            }
        }
    }

    /// Takes what comes until a text has come in one piece.
    ///
    /// - Throws: `TestSupportError.neverShown`.
    func wait(for text: String) async throws {
        let bytes = await listen { master in
            let deadline = Deadline.hang
            var bytes: [UInt8] = []
            while !String(decoding: bytes, as: UTF8.self).contains(text), !deadline.hasPassed {
                guard let piece = Self.piece(from: master, within: 100) else { continue }
                guard !piece.isEmpty else { break }
                bytes += piece
            }
            return bytes
        }
        let shown = String(decoding: bytes, as: UTF8.self)
        guard shown.contains(text) else { throw TestSupportError.neverShown(what: "'\(text)'", screen: shown) }
    }

    /// Runs something that blocks on a thread of its own: those on which tests run are no more than the machine has cores.
    private func listen<Result: Sendable>(_ body: @escaping @Sendable (_ master: Int32) -> Result) async -> Result {
        let master = descriptor
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body(master)) }
        }
    }

    /// What has come by a time in milliseconds; nil if nothing has, and nothing if nobody is there any more who could send.
    private static func piece(from master: Int32, within time: Int32) -> [UInt8]? {
        var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, time) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &buffer, buffer.count)
        return Array(buffer[..<max(0, count)])
    }

    /// Whether all threads of a program wait for something else than a processor or a disk; whoever is gone does.
    private static func isAsleep(_ program: pid_t) -> Bool {
        let folder = "/proc/\(program)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return threads.allSatisfy { thread in
            let text = (try? String(contentsOfFile: "\(folder)/\(thread)/stat", encoding: .utf8)) ?? ""
            let state = text.split(separator: ")").last?.first { $0 != " " }
            return state != "R" && state != "D"
        }
    }
}
