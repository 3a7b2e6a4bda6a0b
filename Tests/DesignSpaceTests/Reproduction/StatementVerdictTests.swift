import DesignSpace
import Testing

@Suite("What runs say to the paper's statements")
struct StatementVerdictTests {
    private func outcome(
        of text: String, _ records: [ExperimentRecord], recipe: String = "strong"
    ) throws -> StatementVerdict.Outcome {
        let verdicts = try #require(try Runs.reproduction(records).verdicts.first { $0.recipe == recipe })
        return try #require(verdicts.statements.first { $0.statement.text.contains(text) }).outcome
    }

    private func alex(_ percents: [(String, Double)]) throws -> [ExperimentRecord] {
        try percents.map { try Runs.record($0.0, "cifar10", percent: $0.1) }
    }

    @Test("A drop within the limit holds, a larger one does not, and a missing run leaves it open", arguments: [0.9, 1.1, nil])
    func dropAtMost(drop: Double?) throws {
        var records = try alex([("alex/float32", 82)])
        if let drop { records += try alex([("alex++/binary", 82 - drop)]) }
        let expected: StatementVerdict.Outcome = drop.map { $0 <= 1 ? .holds : .doesNotHold } ?? .notMeasured
        #expect(try outcome(of: "binary++", records) == expected)
    }

    @Test("An order holds where neighbours tie, and not where one is clearly above")
    func order() throws {
        let falling = [("alex/float32", 82.0), ("alex/fixed16", 82.1), ("alex/fixed8", 80), ("alex/pow2", 79), ("alex/binary", 76)]
        #expect(try outcome(of: "falls with the precision", alex(falling)) == .holds)
        let risen = falling.dropLast() + [("alex/binary", 81)]
        #expect(try outcome(of: "falls with the precision", alex(Array(risen))) == .doesNotHold)
    }

    @Test("One expectation that is not met decides, even where others are not measured")
    func contradiction() throws {
        let records = try alex([("alex/float32", 82), ("alex/fixed16", 85)])
        #expect(try outcome(of: "falls with the precision", records) == .doesNotHold)
    }

    @Test("A run that does not converge is what the paper says of 4 bits; one that converges contradicts it")
    func convergence() throws {
        let names = ["alex/fixed4", "alex+/fixed4", "alex++/fixed4"]
        let failed = try names.map { try Runs.record($0, "cifar10", percent: 10, converged: false) }
        #expect(try outcome(of: "does not converge", failed) == .holds)
        #expect(try outcome(of: "does not converge", alex(names.map { ($0, 79) })) == .doesNotHold)
    }

    @Test("Recipes are judged apart")
    func recipes() throws {
        let records =
            try alex([("alex/float32", 82), ("alex++/pow2", 84)])
            + [
                Runs.record("alex/float32", "cifar10", percent: 80, recipe: "paper"),
                Runs.record("alex++/pow2", "cifar10", percent: 79, recipe: "paper"),
            ]
        #expect(try outcome(of: "power of two++", records) == .holds)
        #expect(try outcome(of: "power of two++", records, recipe: "paper") == .doesNotHold)
    }

    @Test("Runs on another data set say nothing")
    func otherDataset() throws {
        let records = try ["alex/float32", "alex++/binary"].map { try Runs.record($0, "objects", percent: 90) }
        #expect(try outcome(of: "binary++", records) == .notMeasured)
    }
}
