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
///
/// A worker that hangs, or does not stop when it is asked to, is killed with everything that it has started.
public final class Worker: Sendable {
    /// How a worker ends that does what it is asked to.
    public enum Ending: Hashable, Sendable {
        /// The result is in the store.
        case complete
        /// It stopped because it was asked to: at a checkpoint, or behind one if it was ended at once.
        case interrupted
    }

    /// What the worker says, in order, until it has ended. For one reader.
    public let events: AsyncStream<TrainingEvent>

    /// The worker's process number.
    public var processIdentifier: Int { Int(process.identifier) }

    private let process: ChildProcess
    private let limits: WorkerLimits
    private let state = Mutex(State())

    private static let mostUnheardEvents = 4096

    /// The most bytes that are read of a stream before the process is looked at again.
    private static let mostBytesAtOnce = 1 << 20

    private struct State {
        var result: Result<Ending, ExperimentsError>?
        var isReaped = false
        var isAskedToStop = false
        var isAskedToEnd = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts a worker, which runs for as long as this process does, at most.
    ///
    /// - Throws: `ExperimentsError.cannotStart`.
    public convenience init(_ command: WorkerCommand, limits: WorkerLimits = WorkerLimits()) throws(ExperimentsError) {
        try self.init(command.program, arguments: command.arguments, limits: limits)
    }

    /// Starts a worker that reruns the inference of finished experiments.
    ///
    /// - Throws: `ExperimentsError.cannotStart`.
    public convenience init(
        _ command: EvaluationCommand, limits: WorkerLimits = WorkerLimits()
    ) throws(ExperimentsError) {
        try self.init(command.program, arguments: command.arguments, limits: limits)
    }

    /// Starts a worker that packs the weights of finished experiments.
    ///
    /// - Throws: `ExperimentsError.cannotStart`.
    public convenience init(_ command: PackingCommand, limits: WorkerLimits = WorkerLimits()) throws(ExperimentsError) {
        try self.init(command.program, arguments: command.arguments, limits: limits)
    }

    private init(_ program: String, arguments: [String], limits: WorkerLimits) throws(ExperimentsError) {
        self.limits = limits
        process = try ChildProcess(program, arguments: arguments, relation: .attached)
        // Whoever does not listen must not make this process grow without end.
        let (stream, continuation) = AsyncStream.makeStream(
            of: TrainingEvent.self, bufferingPolicy: .bufferingNewest(Self.mostUnheardEvents))
        events = stream
        // A thread of its own, not one of Swift's few: it waits nearly all the time.
        Thread.detachNewThread { self.listen(continuation) }
    }

    /// Asks the worker to stop at a checkpoint; `ending` tells when it has.
    public func stop() {
        state.withLock { state in
            guard !state.isReaped else { return }
            state.isAskedToStop = true
            process.send(SIGTERM)
        }
    }

    /// Ends the worker and what it has started at once, as somebody asked for; everything behind its last checkpoint is lost.
    public func kill() {
        state.withLock { $0.isAskedToEnd = true }
        endProcesses()
    }

    private func endProcesses() {
        state.withLock { state in
            // Its number may be another process's once its end was taken note of.
            if !state.isReaped { process.killGroup() }
        }
    }

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

    private func listen(_ continuation: AsyncStream<TrainingEvent>.Continuation) {
        var account = WorkerAccount()
        var watch = SilenceWatch(limits)
        var verdict: SilenceWatch.Verdict?
        var lastLook = SuspendingClock.now
        var ending: ChildProcess.Ending?
        while ending == nil {
            waitForWords()
            // First the question, then the reading: what it wrote before it ended is in the pipes.
            ending = endingIfOver(&watch)
            for event in account.hear(words(from: process.output)) {
                watch.heard(isWaiting: event.isWaiting)
                continuation.yield(event)
            }
            account.hearErrors(words(from: process.errors))
            let now = SuspendingClock.now
            if now - lastLook >= .milliseconds(50), ending == nil, verdict == nil {
                verdict = watch.observe(after: now - lastLook, ProcessActivity(of: process.identifier))
                lastLook = now
                if verdict != nil { endProcesses() }
            }
        }
        for end in [process.input, process.output, process.errors] { close(end) }
        let wishes = state.withLock { ($0.isAskedToStop, $0.isAskedToEnd) }
        let result = account.result(of: ending ?? .exited(-1), verdict, isAskedToStop: wishes.0, isAskedToEnd: wishes.1)
        continuation.finish()
        let waiting = state.withLock { state in
            state.result = result
            defer { state.waiting = [] }
            return state.waiting
        }
        waiting.forEach { $0.resume() }
    }

    private func endingIfOver(_ watch: inout SilenceWatch) -> ChildProcess.Ending? {
        let (ending, isAskedToStop) = state.withLock { state in
            let ending = process.ending()
            state.isReaped = ending != nil
            return (ending, state.isAskedToStop)
        }
        if isAskedToStop { watch.askedToStop() }
        return ending
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
        while bytes.count < Self.mostBytesAtOnce {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
        return bytes
    }
}

extension TrainingEvent {
    /// Whether the worker waits for another process.
    fileprivate var isWaiting: Bool { if case .waiting = self { true } else { false } }
}
