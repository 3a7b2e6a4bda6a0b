import DesignSpace
import Precision

@testable import ExperimentStore

extension ExperimentStore {
    /// Puts experiments into the queue.
    func enqueue(_ specs: ExperimentSpec..., priority: Int = 0) throws(ExperimentStoreError) {
        try enqueue(specs.map { QueueEntry($0, priority: priority) })
    }

    /// The lease, which nobody else has.
    func newLease() throws -> QueueLease {
        guard case .granted(let lease) = try acquireQueue(worksEverything: true) else { throw NotClaimed() }
        return lease
    }

    /// The keys in the order in which they are begun, each ended before the next is.
    func order(under lease: QueueLease) throws -> [String] {
        var order: [String] = []
        while let next = try takeNext(under: lease) {
            order.append(next.key)
            try settle(next.key, as: .done, under: lease)
        }
        return order
    }

    /// The state of an experiment in the queue.
    func state(_ spec: ExperimentSpec) throws -> QueuedExperiment.State? { try queue()[spec.key]?.state }
}
