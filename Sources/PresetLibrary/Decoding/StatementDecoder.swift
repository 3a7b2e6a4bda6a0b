import DesignSpace

extension FieldReader {
    /// Reads a statement of a paper with what has to be so for it to hold.
    mutating func statement(networks: [String]) -> PaperStatement? {
        let wording = text("text")
        let source = text("source")
        let dataset = name("dataset")
        let expectations = list("expect") { $0.expectation(networks: networks) }
        guard let wording, let source, let dataset, !expectations.isEmpty else { return nil }
        return PaperStatement(text: wording, source: source, dataset: dataset, expectations: expectations)
    }

    /// Reads an expectation: a point, and one of the relations.
    private mutating func expectation(networks: [String]) -> PaperStatement.Expectation? {
        guard let point = point("point", among: networks), let relation = relation(networks: networks) else { return nil }
        return PaperStatement.Expectation(point: point, relation: relation)
    }

    private mutating func relation(networks: [String]) -> PaperStatement.Expectation.Relation? {
        if has("not_above") { return point("not_above", among: networks).map { .notAbove($0) } }
        if has("converges") {
            guard let converges = flag("converges") else { return nil }
            if converges { report(.outOfRange(key: "converges", found: "true", expected: "false"), at: position) }
            return .failsToConverge
        }
        let other = point("of", among: networks)
        if has("energy_percent") {
            let percent = number("energy_percent", in: 0...100_000)
            let tolerance = number("within_points", in: 0...100_000)
            guard let other, let percent, let tolerance else { return nil }
            return .energyPercent(percent, within: tolerance, of: other)
        }
        if has("drop_at_least_points") {
            let points = number("drop_at_least_points", in: 0...100)
            guard let other, let points else { return nil }
            return .dropAtLeast(points: points, from: other)
        }
        let points = number("drop_at_most_points", in: 0...100)
        guard let other, let points else { return nil }
        return .dropAtMost(points: points, from: other)
    }
}
