import Datasets
import DesignSpace
import Digest
import Foundation

extension Trainer {
    /// Checks that a result comes from the images that the data set holds today: under the same name others may have been imported.
    ///
    /// - Parameter found: the digest of today's images; nil if it is not known, and then nothing is checked.
    /// - Throws: `TrainerFailure` if it comes from others.
    static func checkImages(of record: ExperimentRecord, _ found: String?) throws(TrainerFailure) {
        guard let found, let trainedOn = record.datasetSHA256, trainedOn != found else { return }
        let (point, dataset) = (record.spec.point.reference.name, record.spec.dataset)
        throw TrainerFailure(
            .input,
            "the result of \(point) in the store was trained on other images than data set '\(dataset)' holds today (SHA-256 "
                + "\(trainedOn), today \(found)): train it anew with 'bitfront run \(point) --dataset \(dataset) --force' and the same "
                + "options, or import the images of then again")
    }

    /// The digest of the experiment's images as it was noted when they were imported; nil for a built-in data set, or a missing one,
    /// whose results stay what they are.
    var importedSHA256: String? {
        let library = DatasetLibrary(directory: URL(filePath: datasetFolder, directoryHint: .isDirectory))
        for entry in library.list() where entry.name == spec.dataset {
            if case .present(let record) = entry.availability { return record.sha256.hexadecimal }
        }
        return nil
    }
}
