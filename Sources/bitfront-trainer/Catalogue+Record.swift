import DesignSpace
import Networks

extension Catalogue {
    /// The network that a finished experiment trained.
    ///
    /// - Throws: `TrainerFailure` if there is no preset of its name, or it is of another network by now.
    func network(of record: ExperimentRecord) throws(TrainerFailure) -> Network {
        let network = try TrainerFailure.catching { try self.network(record.spec.network) }
        guard network.fingerprint == record.spec.networkFingerprint else {
            throw TrainerFailure(.input, "the preset of network '\(network.name)' is not the one it was trained with")
        }
        return network
    }
}
