import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A program that tests run, with the environment it gets.
public struct Program: Sendable {
    /// The executable file.
    public let executable: URL

    /// The environment; nothing is inherited.
    public var environment: [String: String]

    /// Names an executable file.
    public init(_ executable: URL, environment: [String: String]) {
        self.executable = executable
        self.environment = environment
    }

    /// Looks a program up on PATH; it inherits the tests' environment.
    ///
    /// - Throws: `TestSupportError.notFound`.
    public init(named name: String) throws(TestSupportError) {
        let inherited = ProcessInfo.processInfo.environment
        let folders = (inherited["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let candidates = folders.map { URL(fileURLWithPath: String($0)).appending(path: name) }
        guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw .notFound(program: name)
        }
        self.init(found, environment: inherited)
    }

    /// Runs the program to its end, or kills it and its children when it hangs. No stream of it is a terminal.
    ///
    /// - Parameters:
    ///   - input: what stands on its stdin.
    ///   - directory: where it runs; the tests' own directory if nil.
    /// - Throws: `TestSupportError.cannotStart` or `.timedOut`.
    public func run(
        _ arguments: [String] = [], input: String = "", in directory: URL? = nil
    ) async throws -> ProgramResult {
        try await withTemporaryDirectory { folder in
            // Files rather than pipes: nothing can fill up, and a child that outlives the program holds nobody up.
            let streams = ["stdin", "stdout", "stderr"].map { folder.appending(path: $0) }
            try Data(input.utf8).write(to: streams[0])
            let process = try ChildProcess(self, arguments: arguments, streams: streams.map(\.path), directory: directory?.path)
            let ending = try await Deadline.hang.poll { process.ending() }
            if ending == nil { await process.stop() }
            let texts = streams.dropFirst().map { (try? Data(contentsOf: $0)).map { String(decoding: $0, as: UTF8.self) } ?? "" }
            guard let ending else {
                throw TestSupportError.timedOut(
                    command: ([executable.lastPathComponent] + arguments).joined(separator: " "),
                    output: texts.joined(separator: "\n"))
            }
            return ProgramResult(ending: ending, output: texts[0], errors: texts[1])
        }
    }

    /// Runs the program, which has to succeed, and returns its stdout.
    ///
    /// - Throws: `TestSupportError.failed` with its stderr if it ends otherwise than with status 0.
    @discardableResult
    public func output(_ arguments: [String], in directory: URL? = nil) async throws -> String {
        let result = try await run(arguments, in: directory)
        guard result.status == 0 else {
            let command = ([executable.lastPathComponent] + arguments).joined(separator: " ")
            throw TestSupportError.failed(command: command, message: "\(result.ending) \(result.errors)")
        }
        return result.output
    }
}
