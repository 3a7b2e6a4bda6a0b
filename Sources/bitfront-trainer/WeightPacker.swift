import DesignSpace
import ExperimentStore
import Foundation
import PresetLibrary
import Training

/// Writes the weights of finished experiments in as many bits as their formats have, to be shipped with their records.
struct WeightPacker {
    private let source: ResultSource
    private let catalogue: Catalogue
    private let folder: String

    /// Opens the store for reading.
    ///
    /// - Parameter folder: where the files go, which are named after the keys; made if it is not there.
    /// - Throws: `TrainerFailure` if there is no store, or the folder cannot be made.
    init(storePath: String, presetFolders: [String], folder: String) throws(TrainerFailure) {
        source = try ResultSource(storePath: storePath)
        catalogue = PresetLibrary.load(roots: PresetLocator.ofThisProcess().roots(additional: presetFolders)).catalogue
        self.folder = folder
        try TrainerFailure.catching {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }

    /// Packs the weights of one experiment.
    ///
    /// - Throws: `TrainerFailure` if it has none in the store, or they are too wide to be packed.
    func pack(_ key: String) throws(TrainerFailure) {
        let record = try source.result(key)
        let network = try catalogue.network(of: record)
        guard let plan = try record.quantizationPlan() else {
            throw TrainerFailure(.usage, "\(key) is of float32, whose weights are not packed")
        }
        let path = RecordFile.weightsPath(of: key, in: folder)
        try TrainerFailure.catching {
            let weights = try source.weights(of: record, network: network)
            let packed = try PackedWeights(network: network, weights: weights, quantization: plan)
            try Data(packed.encoded()).write(to: URL(filePath: path), options: .atomic)
        }
    }
}
