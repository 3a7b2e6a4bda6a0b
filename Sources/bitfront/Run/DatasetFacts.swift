import Datasets
import DesignSpace
import Networks

/// What is known of the data sets without loading one.
struct DatasetFacts {
    /// A data set that can be loaded.
    private struct Fact {
        let shape: Shape
        let trainingImages: Int
    }

    private let facts: [String: Fact]
    private let known: [String]

    /// Looks at the user's data sets.
    init() {
        let entries = DatasetLibrary.standard.list()
        known = entries.map(\.name)
        facts = entries.reduce(into: [:]) { facts, entry in
            switch entry.availability {
            case .builtIn(let settings):
                guard let procedural = ProceduralDataset(rawValue: entry.name) else { return }
                facts[entry.name] = Fact(shape: procedural.imageShape, trainingImages: settings.trainCount)
            case .present(let record): facts[entry.name] = Fact(shape: record.imageShape, trainingImages: record.trainCount)
            case .absent, .damaged: break
            }
        }
    }

    /// The number of training images by data set.
    var trainingImages: [String: Int] { facts.mapValues(\.trainingImages) }

    /// A procedural data set of its own difficulty or seed, which no list has.
    private func proceduralFact(_ name: String) -> Fact? {
        guard let procedural = try? ProceduralName(parsing: name) else { return nil }
        return Fact(shape: procedural.dataset.imageShape, trainingImages: procedural.settings.trainCount)
    }

    /// Why a network cannot be trained on a data set here, in words; nil if it can.
    ///
    /// - Parameter isNamed: whether a person has named the data set, so that one that nobody knows is a mistake.
    /// - Throws: `DesignSpaceError.unknown` for such a mistake.
    func obstacle(to network: Network, on dataset: String, isNamed: Bool) throws(DesignSpaceError) -> String? {
        guard let fact = facts[dataset] ?? proceduralFact(dataset) else {
            guard !isNamed || known.contains(dataset) else { throw .unknown(what: "data set", name: dataset, known: known) }
            return "\(dataset) is not here: 'bitfront datasets list' says how it can be had"
        }
        guard fact.shape != network.input else { return nil }
        return "\(network.name) takes images of \(network.input), and those of \(dataset) are \(fact.shape)"
    }
}
