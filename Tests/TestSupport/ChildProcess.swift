import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A process that was started in a process group of its own, with files as its streams.
///
/// Foundation's `Process` waits for every descendant that inherits its socket; a worker that outlives its parent is part of
/// what the tests look at, so that this one waits for the child alone.
struct ChildProcess: Sendable {
    private let identifier: pid_t

    /// Starts a program.
    ///
    /// - Parameter streams: the paths of the files for stdin, which exists, stdout and stderr, which are made.
    init(_ program: Program, arguments: [String], streams: [String], directory: String?) throws(TestSupportError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, path) in streams.enumerated() {
            let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
            posix_spawn_file_actions_addopen(&actions, Int32(descriptor), path, flags, 0o600)
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
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        // `env -C` changes the directory: Swift does not see posix_spawn_file_actions_addchdir_np.
        let prefix = directory.map { ["/usr/bin/env", "-C", $0] } ?? []
        let command = prefix + [program.executable.path] + arguments
        var started = pid_t()
        let code = Self.withCStrings(command) { arguments in
            Self.withCStrings(program.environment.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawn(&started, command[0], &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw .cannotStart(program: command[0], code: code) }
        identifier = started
    }

    /// How it ended; nil while it runs. Not to be asked again after an answer.
    func ending() -> ProgramResult.Ending? {
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
        // The macros WIFEXITED, WEXITSTATUS and WTERMSIG of wait(2), which Swift does not import.
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }

    /// Kills it and its children, and waits until it is gone.
    func stop() async {
        kill(-identifier, SIGKILL)
        _ = try? await Deadline.hang.poll { ending() }
    }

    /// Hands a null-terminated array of C strings to a function.
    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return body(pointers)
    }
}
