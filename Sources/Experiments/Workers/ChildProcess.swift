import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A program that was started, with its streams.
///
/// Not Foundation's `Process`: that keeps its children in the terminal's foreground, where Ctrl-C would reach them past this program,
/// and cannot start one in a session of its own.
struct ChildProcess: Sendable {
    /// How a child relates to this process.
    enum Relation {
        /// A process group of its own, so that the terminal's signals do not reach it, and pipes for its three streams.
        case attached
        /// A session of its own, and no streams: it outlives this process and its terminal.
        case detached
    }

    /// Its process number.
    let identifier: pid_t
    /// Nothing is ever written to it; that it ends tells the child that this process is gone. -1 if detached.
    let input: Int32
    /// What it writes to standard output; reading does not wait. -1 if detached.
    let output: Int32
    /// What it writes to standard error; reading does not wait. -1 if detached.
    let errors: Int32

    /// Starts a program.
    ///
    /// - Throws: `ExperimentsError.cannotStart`.
    init(_ program: String, arguments: [String], relation: Relation) throws(ExperimentsError) {
        var pipes: [[Int32]] = []
        if relation == .attached {
            for _ in 0..<3 {
                var ends: [Int32] = [-1, -1]
                // A pipe that no other child can inherit: Swift does not see pipe2(2), which would make one.
                guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
                    let reason = String(cString: strerror(errno))
                    pipes.joined().forEach { close($0) }
                    throw .cannotStart(program: program, reason: reason)
                }
                pipes.append(ends)
            }
        }
        // The child reads the first pipe and writes the others.
        let childEnds = pipes.enumerated().map { $0.offset == 0 ? $0.element[0] : $0.element[1] }
        let ownEnds = pipes.enumerated().map { $0.offset == 0 ? $0.element[1] : $0.element[0] }
        defer { childEnds.forEach { close($0) } }
        do {
            identifier = try Self.spawn(program, arguments, streams: childEnds)
        } catch {
            ownEnds.forEach { close($0) }
            throw error
        }
        for end in ownEnds.dropFirst() { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
        (input, output, errors) = ownEnds.count == 3 ? (ownEnds[0], ownEnds[1], ownEnds[2]) : (-1, -1, -1)
    }

    private static func spawn(_ program: String, _ arguments: [String], streams: [Int32]) throws(ExperimentsError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in 0..<Int32(3) {
            if streams.isEmpty {
                posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
            } else {
                posix_spawn_file_actions_adddup2(&actions, streams[Int(stream)], stream)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let group = streams.isEmpty ? Self.newSession : Int(POSIX_SPAWN_SETPGROUP)
        posix_spawnattr_setflags(&attributes, Int16(group | Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF)))

        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var identifier = pid_t()
        let code = posix_spawn(&identifier, program, &actions, &attributes, words, environ)
        guard code == 0 else { throw .cannotStart(program: program, reason: String(cString: strerror(code))) }
        makeNice(identifier, isDetached: streams.isEmpty)
        return identifier
    }

    /// How much nicer than this program one is that works in the background, so that whoever sits in front of the machine notices little.
    static let backgroundNiceness: Int32 = 5

    /// Makes a process as nice as this program's first thread, whichever thread of a pool has started it; one in a session of its own
    /// nicer, and its session as a whole, which is what counts where the kernel groups processes by sessions.
    private static func makeNice(_ identifier: pid_t, isDetached: Bool) {
        let own = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(getpid()))
        let niceness = isDetached ? min(19, max(own, 0) + backgroundNiceness) : own
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(identifier), niceness)
        guard isDetached, let group = fopen("/proc/\(identifier)/autogroup", "w") else { return }
        fputs("\(niceness)", group)
        fclose(group)
    }

    /// POSIX_SPAWN_SETSID of <spawn.h>, which Swift does not see.
    private static let newSession = 0x80

    /// Sends a signal. Not to be called once `ending` has given an answer: the number may be another process's by then.
    func send(_ signal: Int32) { _ = kill(identifier, signal) }

    /// Ends it and every process that it has started and not put into a group of its own. The same warning holds as for `send`.
    func killGroup() { _ = kill(-identifier, SIGKILL) }

    /// How it ended; nil while it runs. Not to be asked again after an answer.
    ///
    /// What it has left of its process group is ended too, while its number cannot be another's yet.
    func ending() -> Ending? {
        var information = siginfo_t()
        var answer = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
        while answer < 0, errno == EINTR {
            answer = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
        }
        // Somebody else has taken note of the child's end: how it ended is lost.
        guard answer == 0 else { return .exited(-1) }
        guard information.si_signo == SIGCHLD else { return nil }
        killGroup()
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 {
            guard errno == EINTR else { return .exited(-1) }
        }
        // The macros WIFEXITED, WEXITSTATUS and WTERMSIG of wait(2), which Swift does not import.
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }

    /// Waits until it has ended, in place of `ending`.
    func wait() {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    }

    /// How a process ends.
    enum Ending: Hashable, Sendable {
        /// By itself, with an exit status.
        case exited(Int32)
        /// By a signal.
        case signalled(Int32)
    }
}
