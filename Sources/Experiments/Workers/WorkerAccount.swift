import DesignSpace
import Foundation

/// What a worker has said, and what follows from it at its end.
struct WorkerAccount {
    /// The last lines of standard error that are kept.
    static let lastWordCount = 10

    private var output = LineSplitter()
    private var errors = LineSplitter()
    private var lastWords: [String] = []
    private var last: TrainingEvent?

    /// The events in further bytes of standard output.
    ///
    /// A line that is no event, as another version may say, counts among the last words.
    mutating func hear(_ bytes: [UInt8]) -> [TrainingEvent] {
        output.lines(adding: bytes).compactMap { line in
            guard let event = try? JSONDecoder().decode(TrainingEvent.self, from: Data(line.utf8)) else {
                remember(line)
                return nil
            }
            last = event
            return event
        }
    }

    /// Takes further bytes of standard error.
    mutating func hearErrors(_ bytes: [UInt8]) {
        for line in errors.lines(adding: bytes) { remember(line) }
    }

    /// What came of it.
    ///
    /// - Parameters:
    ///   - verdict: why it was given up and killed; nil if it was not.
    ///   - isAskedToStop: whether it was asked to stop, which ends one by SIGTERM that does not listen yet.
    ///   - isAskedToEnd: whether it was killed because somebody asked for that.
    mutating func result(
        of ending: ChildProcess.Ending, _ verdict: SilenceWatch.Verdict? = nil, isAskedToStop: Bool = false,
        isAskedToEnd: Bool = false
    ) -> Result<Worker.Ending, ExperimentsError> {
        for line in [output.remainder(), errors.remainder()] { line.map { remember($0) } }
        if case .signalled = ending, let verdict {
            switch verdict {
            case .hangs(let silence): return .failure(.workerHung(silence: silence, lastWords: lastWords))
            case .doesNotStop(let time): return .failure(.workerDidNotStop(after: time))
            }
        }
        switch ending {
        case .signalled(SIGKILL) where isAskedToEnd, .signalled(SIGTERM) where isAskedToStop: return .success(.interrupted)
        default: break
        }
        switch (ending, last) {
        case (.exited(0), .finished), (.exited(0), .evaluation), (.exited(0), .packed): return .success(.complete)
        case (.exited, .interrupted): return .success(.interrupted)
        case (.exited(let status), .failed(let message)): return .failure(.workerFailed(message: message, status: status))
        case (.exited(let status), _): return .failure(.workerEnded(status: status, lastWords: lastWords))
        case (.signalled(let signal), _): return .failure(.workerKilled(signal: signal, lastWords: lastWords))
        }
    }

    private mutating func remember(_ line: String) {
        lastWords.append(line)
        guard lastWords.count > Self.lastWordCount else { return }
        // Swift says why a program trapped before it prints where, which takes many lines.
        let isReason = lastWords.first?.contains("Fatal error:") ?? false
        lastWords.remove(at: isReason ? 1 : 0)
    }
}
