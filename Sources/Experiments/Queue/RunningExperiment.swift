import DesignSpace
import Synchronization

/// An experiment with the worker that is at it.
final class RunningExperiment: Sendable {
    let experiment: QueuedExperiment
    let worker: Worker

    private let heard = Mutex(Heard())

    private struct Heard {
        var events: [TrainingEvent] = []
        var ending: Result<Worker.Ending, ExperimentsError>?
        var progress: TrainingProgress?
        var curve: LossCurve
        var isNoted = true
        var isAskedToStop = false

        init() { curve = LossCurve() }
    }

    /// Starts a worker.
    ///
    /// - Throws: `ExperimentsError.cannotStart`.
    init(_ experiment: QueuedExperiment, _ command: WorkerCommand, limits: WorkerLimits) throws(ExperimentsError) {
        self.experiment = experiment
        worker = try Worker(command, limits: limits)
        heard.withLock { $0.curve = experiment.lossCurve }
        Task { await self.listen() }
    }

    private func listen() async {
        for await event in worker.events { hear(event) }
        let ending: Result<Worker.Ending, ExperimentsError>
        do {
            ending = .success(try await worker.ending())
        } catch {
            ending = .failure(error)
        }
        heard.withLock { $0.ending = ending }
    }

    private func hear(_ event: TrainingEvent) {
        heard.withLock { heard in
            if case .progress(let progress) = event {
                heard.progress = progress
                heard.curve.add(progress)
                heard.isNoted = false
                // Only the latest of them is worth telling.
                if case .progress = heard.events.last { heard.events.removeLast() }
            }
            heard.events.append(event)
        }
    }

    /// What the worker has said since the last call.
    func takeEvents() -> [TrainingEvent] {
        heard.withLock { heard in
            defer { heard.events = [] }
            return heard.events
        }
    }

    /// The progress and the loss so far, if they have changed since the last call.
    func takeProgress() -> (TrainingProgress, LossCurve)? {
        heard.withLock { heard in
            guard !heard.isNoted, let progress = heard.progress else { return nil }
            heard.isNoted = true
            return (progress, heard.curve)
        }
    }

    /// How the worker has ended, behind everything that it had to say; nil while it runs.
    var ending: Result<Worker.Ending, ExperimentsError>? { heard.withLock(\.ending) }

    /// Whether the worker was asked to stop.
    var isAskedToStop: Bool { heard.withLock(\.isAskedToStop) }

    /// Asks the worker to stop at a checkpoint, once.
    func stop() {
        let isFirst = heard.withLock { heard in
            defer { heard.isAskedToStop = true }
            return !heard.isAskedToStop
        }
        if isFirst { worker.stop() }
    }

    /// Ends the worker at once, because somebody asked for that.
    func kill() {
        heard.withLock { $0.isAskedToStop = true }
        worker.kill()
    }
}
