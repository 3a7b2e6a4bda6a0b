import DesignSpace
import ExperimentStore

/// A process that works the queue of a store: it starts a worker for each experiment whose turn it is, and writes down how far they are.
///
/// One process at a time does; others that want the same watch, and the next takes over when it has ended or is gone. Whatever happens
/// to a runner, its workers stop at a checkpoint, and the queue is in the store.
public struct QueueRunner: Sendable {
    let store: ExperimentStore
    let settings: RunnerSettings
    let scope: RunnerScope
    let control: RunnerControl

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - store: a store that is open for writing.
    ///   - control: what asks it to stop.
    public init(_ store: ExperimentStore, settings: RunnerSettings, scope: RunnerScope, control: RunnerControl) {
        self.store = store
        self.settings = settings
        self.scope = scope
        self.control = control
    }

    /// Works until the scope has come to its end, or the control asks to stop.
    ///
    /// - Parameter report: is told what happens, in order.
    /// - Throws: `ExperimentStoreError`; then every worker has been stopped.
    public func work(
        isolation: isolated (any Actor)? = #isolation, report: (RunnerReport) -> Void
    ) async throws(ExperimentStoreError) -> RunnerEnding {
        var shift = RunnerShift(self)
        do {
            while true {
                let ending = try shift.step(report)
                if let ending { return ending }
                // Cancelled is asked to stop.
                do { try await Task.sleep(for: shift.pause) } catch { control.stop(.leaving) }
            }
        } catch {
            await shift.abandon()
            throw error
        }
    }
}
