import DesignSpace
import Digest
import Precision

/// What tells a result in the store from one that the disk or another program has changed: SQLite looks at its pages' structure, not
/// at the values in them.
///
/// A digest is over names and values of all that is known, so that a column of a later version, null in earlier rows, leaves it alone.
struct RecordDigest {
    private var bytes: [UInt8] = []

    /// The digest of a result but for its history.
    ///
    /// - Parameter recipe: the recipe's JSON as it stands in the store.
    mutating func of(_ record: ExperimentRecord, recipe: String) -> [UInt8] {
        // The room of the digest before is used again: thousands are made one after the other.
        bytes.removeAll(keepingCapacity: true)
        let spec = record.spec
        add("key", record.key)
        add("status", record.status.rawValue)
        add("reason", record.reason)
        add("network", spec.network)
        add("network_fingerprint", spec.networkFingerprint)
        add("dataset", spec.dataset)
        add("precision", spec.precision.name)
        add("radix", spec.radix.rawValue)
        add("seed", spec.seed)
        add("recipe", recipe)
        addOutcome(of: record)
        add("engine_version", record.engineVersion)
        add("cpu", record.cpu)
        add("threads", UInt64(bitPattern: Int64(record.threads)))
        add("created_at", record.createdAt)
        return SHA256.digest(of: bytes).bytes
    }

    private mutating func addOutcome(of record: ExperimentRecord) {
        add("test_accuracy_percent", record.testAccuracyPercent?.bitPattern)
        add("validation_accuracy_percent", record.validationAccuracyPercent?.bitPattern)
        add("test_images", record.testImages.map { UInt64(bitPattern: Int64($0)) })
        add("epochs", UInt64(bitPattern: Int64(record.epochs)))
        add("seconds", record.seconds?.bitPattern)
        add("images_per_second", record.imagesPerSecond?.bitPattern)
        add("weights_sha256", record.weightsSHA256)
        add("dataset_sha256", record.datasetSHA256)
        add("parent_key", record.parentKey)
        add("quantization", record.quantizationJSON)
        add("arithmetic", record.arithmeticJSON)
    }

    /// The digest of a history.
    mutating func of(_ history: [EpochRecord]) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        for epoch in history {
            add(UInt64(bitPattern: Int64(epoch.epoch)))
            let values = [epoch.trainingLoss, epoch.validationAccuracyPercent, epoch.learningRate, epoch.seconds]
            for value in values { add(value.bitPattern) }
        }
        return SHA256.digest(of: bytes).bytes
    }

    private mutating func add(_ name: StaticString, _ text: String?) {
        guard var text else { return }
        add(name)
        text.withUTF8 { utf8 in
            // The length keeps what stands in one value from reading as another.
            add(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    private mutating func add(_ name: StaticString, _ number: UInt64?) {
        guard let number else { return }
        add(name)
        add(number)
    }

    private mutating func add(_ name: StaticString) {
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0)
    }

    private mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
