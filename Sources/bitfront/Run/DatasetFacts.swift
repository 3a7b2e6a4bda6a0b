import Datasets
import DesignSpace
import Explorer
import Networks

/// What is known of the data sets without loading one.
struct DatasetFacts {
    /// A data set that can be loaded.
    private struct Fact {
        let shape: Shape
        let trainingImages: Int
        /// The digest of an imported data set's images; nil for a built-in one, whose images come with the program.
        let sha256: String?
    }

    private let facts: [String: Fact]
    /// The names of all that are built in, known by name or imported.
    let known: [String]
    /// Why those whose folders are there cannot be used.
    private let damage: [String: DatasetError]

    /// Looks at the user's data sets.
    init() {
        let entries = DatasetLibrary.standard.list()
        known = entries.map(\.name)
        damage = entries.reduce(into: [:]) { damage, entry in
            if case .damaged(let error) = entry.availability { damage[entry.name] = error }
        }
        facts = entries.reduce(into: [:]) { facts, entry in
            switch entry.availability {
            case .builtIn(let settings):
                guard let procedural = ProceduralDataset(rawValue: entry.name) else { return }
                facts[entry.name] = Fact(shape: procedural.imageShape, trainingImages: settings.trainCount, sha256: nil)
            case .present(let record):
                facts[entry.name] = Fact(
                    shape: record.imageShape, trainingImages: record.trainCount, sha256: "\(record.sha256)")
            case .absent, .damaged: break
            }
        }
    }

    /// The data sets that come with the program, on which runs are possible everywhere.
    static var builtIn: [TrainableDataset] {
        ProceduralDataset.allCases.map { TrainableDataset(name: $0.rawValue, imageShape: $0.imageShape) }
    }

    /// The number of training images by data set.
    var trainingImages: [String: Int] { facts.mapValues(\.trainingImages) }

    /// The command that brings a data set here.
    private static func advice(on dataset: String) -> String {
        DatasetLibrary.offered.contains(dataset)
            ? "run 'bitfront datasets fetch \(dataset)' first" : "run 'bitfront datasets import \(dataset) PATH' first"
    }

    /// A procedural data set of its own difficulty or seed, which no list has.
    private func proceduralFact(_ name: String) -> Fact? {
        guard let procedural = try? ProceduralName(parsing: name) else { return nil }
        return Fact(shape: procedural.dataset.imageShape, trainingImages: procedural.settings.trainCount, sha256: nil)
    }

    /// The digest of the images that a data set holds; nil for one that is not here, or built in.
    func sha256(of dataset: String) -> String? { facts[dataset]?.sha256 }

    /// Checks that a network can be trained on a data set here.
    ///
    /// - Parameter isNamed: whether a person has named the data set, so that one that nobody knows is a mistake.
    /// - Throws: `DesignSpaceError.unknown` for such a mistake, the `DatasetError` for one that is not here or damaged, and
    ///   `CommandFailure` for images of another shape than the network's.
    func check(_ network: Network, on dataset: String, isNamed: Bool) throws {
        if let misfit = misfit(of: network, to: dataset) { throw CommandFailure(.usage, misfit) }
        guard try obstacle(to: network, on: dataset, isNamed: isNamed) != nil else { return }
        try check(dataset)
    }

    /// Checks that the images of a data set are here.
    ///
    /// - Throws: the `DatasetError` for one that is not here or damaged.
    func check(_ dataset: String) throws(DatasetError) {
        guard !has(dataset) else { return }
        throw damage[dataset] ?? .absent(name: dataset, directory: DatasetFolder.path)
    }

    /// Whether the images of a data set are here.
    func has(_ dataset: String) -> Bool { (facts[dataset] ?? proceduralFact(dataset)) != nil }

    /// Why a network cannot be trained on a data set here, in words; nil if it can.
    ///
    /// - Parameter isNamed: whether a person has named the data set, so that one that nobody knows is a mistake.
    /// - Throws: `DesignSpaceError.unknown` for such a mistake.
    func obstacle(to network: Network, on dataset: String, isNamed: Bool) throws(DesignSpaceError) -> String? {
        if let misfit = misfit(of: network, to: dataset) { return misfit }
        guard !has(dataset) else { return nil }
        guard !isNamed || known.contains(dataset) else { throw .unknown(what: "data set", name: dataset, known: known) }
        return "\(Self.advice(on: dataset)): \(dataset) is not here"
    }

    /// Why a network cannot process the images of a data set, here or not, in words; nil if it can, or if nobody knows what they are.
    func misfit(of network: Network, to dataset: String) -> String? {
        let shape = (facts[dataset] ?? proceduralFact(dataset))?.shape ?? DatasetLibrary.publishedShape(of: dataset)
        guard let shape, shape != network.input else { return nil }
        return "\(network.name) takes images of \(network.input), and those of \(dataset) are \(shape)"
    }
}
