import DesignSpace
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A worker process that trains one experiment, and what it says.
///
/// The worker reads a pipe that only this process has the other end of. However this process ends, the pipe does too, and the worker
/// stops at a checkpoint. (Linux's parent-death signal would be sent as soon as the thread that started the worker ends.)
public final class Worker: Sendable {
    /// How a worker ends that does what it is asked to.
    public enum Ending: Hashable, Sendable {
        /// The result is in the store.
        case complete
        /// It stopped at a checkpoint, because it was asked to.
        case interrupted
    }

    /// What the worker says, in order, until it has ended. For one reader.
    public let events: AsyncStream<TrainingEvent>

    /// The worker's process number.
    public var processIdentifier: Int { Int(process.identifier) }

    private let process: ChildProcess
    private let state = Mutex(State())

    private struct State {
        var result: Result<Ending, ExperimentsError>?
        var isReaped = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts a worker, which runs for as long as this process does, at most.
    ///
    /// - Throws: `ExperimentsError.cannotStart`.
    public init(_ command: WorkerCommand) throws(ExperimentsError) {
        process = try ChildProcess(command.program, arguments: command.arguments, relation: .attached)
        let (stream, continuation) = AsyncStream.makeStream(of: TrainingEvent.self)
        events = stream
        // A thread of its own, not one of Swift's few: it waits nearly all the time.
        Thread.detachNewThread { self.listen(continuation) }
    }

    /// Asks the worker to stop at a checkpoint; `ending` tells when it has.
    public func stop() { send(SIGTERM) }

    /// Ends the worker at once; everything behind its last checkpoint is lost.
    public func kill() { send(SIGKILL) }

    /// Waits until the worker has ended.
    ///
    /// - Throws: `ExperimentsError.workerFailed`, `.workerKilled` or `.workerEnded` if it has neither a result nor was asked to stop.
    public func ending() async throws(ExperimentsError) -> Ending {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.result == nil { state.waiting.append(continuation) }
                return state.result != nil
            }
            if isOver { continuation.resume() }
        }
        guard let result = state.withLock(\.result) else { throw .workerEnded(status: -1, lastWords: []) }
        return try result.get()
    }

    /// Sends a signal, unless the process is gone and its number may be another's.
    private func send(_ signal: Int32) {
        state.withLock { state in
            if !state.isReaped { process.send(signal) }
        }
    }

    private func listen(_ continuation: AsyncStream<TrainingEvent>.Continuation) {
        var account = WorkerAccount()
        var ending: ChildProcess.Ending?
        while ending == nil {
            waitForWords()
            // First the question, then the reading: what it wrote before it ended is in the pipes.
            ending = state.withLock { state in
                let ending = process.ending()
                state.isReaped = ending != nil
                return ending
            }
            for event in account.hear(words(from: process.output)) { continuation.yield(event) }
            account.hearErrors(words(from: process.errors))
        }
        for end in [process.input, process.output, process.errors] { close(end) }
        let result = account.result(of: ending ?? .exited(-1))
        continuation.finish()
        let waiting = state.withLock { state in
            state.result = result
            defer { state.waiting = [] }
            return state.waiting
        }
        waiting.forEach { $0.resume() }
    }

    /// Waits until there is something to read, but never long: a child's end is no event of its pipes while others hold them.
    private func waitForWords() {
        var descriptors = [process.output, process.errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&descriptors, nfds_t(descriptors.count), 100)
        let isOver = descriptors.contains { $0.revents & Int16(POLLHUP) != 0 && $0.revents & Int16(POLLIN) == 0 }
        // A closed pipe makes poll return at once until the process has ended too.
        if isOver { usleep(5_000) }
    }

    private func words(from descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
