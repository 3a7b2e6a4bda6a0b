import DesignSpace
import Networks
import Precision
import Recipes
import Testing

@testable import Experiments

@Suite("Asking for an experiment")
struct ExperimentRequestTests {
    /// A catalogue with one small network under two names, and two recipes.
    private func catalogue() throws -> Catalogue {
        var catalogue = Catalogue()
        for name in ["lenet", "mine"] {
            catalogue.networks.append(
                try Network(
                    name: name, title: name, input: Shape(height: 28, width: 28, channels: 1),
                    layers: [Layer(name: "ip", kind: .innerProduct(outputs: 10), activation: .none)], source: "a test"))
        }
        catalogue.recipes = [Fixtures.recipe("paper"), Fixtures.recipe("strong")]
        return catalogue
    }

    @Test("What is not said is the benchmark's data set, the paper's recipe and seed 1")
    func defaults() throws {
        let request = ExperimentRequest(point: try PointReference(parsing: "lenet/fixed4@layer"))
        let spec = try request.spec(in: try catalogue(), defaultDataset: "mnist")
        #expect(spec.dataset == "mnist")
        #expect(spec.recipe == Fixtures.recipe("paper"))
        #expect(spec.seed == 1)
        #expect(spec.precision == .fixed4)
        #expect(spec.radix == .layer)
        #expect(spec.networkFingerprint == (try catalogue().network("lenet").fingerprint))
    }

    @Test("Epochs that are asked for are the parent's too")
    func epochs() throws {
        var request = ExperimentRequest(point: try PointReference(parsing: "lenet/binary"), recipe: "strong")
        request.epochs = 2
        let spec = try request.spec(in: try catalogue(), defaultDataset: "mnist")
        #expect(spec.recipe.quantized.epochs == 2)
        #expect(spec.parent?.recipe.float.epochs == 2)
    }

    @Test(
        "What cannot be had is named",
        arguments: [
            ("alex/fixed8", "paper", nil, "there is no network 'alex'"),
            ("lenet/fixed8", "secret", nil, "there is no recipe 'secret'"),
            ("mine/fixed8", "paper", nil, "no data set for 'mine'"), ("lenet/fixed8", "paper", 0, "0 epochs"),
            ("lenet/fixed8", "paper", Int.max, "use 1 to 100000"),
        ] as [(String, String, Int?, String)])
    func mistakes(point: String, recipe: String, epochs: Int?, words: String) throws {
        let request = ExperimentRequest(
            point: try PointReference(parsing: point), dataset: point.hasPrefix("mine") ? nil : "mnist", recipe: recipe,
            epochs: epochs)
        let catalogue = try catalogue()
        let error = #expect(throws: ExperimentsError.self) { try request.spec(in: catalogue, defaultDataset: nil) }
        #expect(error?.description.contains(words) == true)
        #expect(error?.cause == .request)
    }
}
