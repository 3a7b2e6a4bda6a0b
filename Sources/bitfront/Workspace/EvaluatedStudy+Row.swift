import DesignSpace

extension EvaluatedStudy {
    /// The row that a command line names, by `RowName.choice`; where others could be meant as well, that is said. A point that the study
    /// does not list is priced for it.
    ///
    /// - Throws: `CommandFailure` with status 64 if there is none.
    func row(
        of name: RowName, on dataset: String?, from source: Accuracy.Source?
    ) throws(CommandFailure) -> EvaluatedPoint {
        let dataset = dataset.map { (try? study.datasetName($0)) ?? $0 }
        let rows = rows(of: name.reference).filter { dataset == nil || $0.point.dataset == dataset }
        if rows.isEmpty, source == nil, name.isOpen, let row = unlisted(name.reference, on: dataset) { return row }
        let named = rows.filter { (source == nil || $0.accuracy?.source == source) && name.fits($0) }
        let here = named.filter { $0.point.dataset == named[0].point.dataset }
        guard let (chosen, others) = name.choice(among: here) else {
            throw CommandFailure(.usage, missing(name, among: rows, on: dataset, from: source))
        }
        if !others.isEmpty {
            let words = others.map { "'\(here[$0].rowName.text)'" }.joined(separator: ", ")
            Diagnostics.write("bitfront: '\(here[chosen].rowName.text)' is taken; there are \(words) too")
        }
        return here[chosen]
    }

    private func missing(
        _ name: RowName, among rows: [EvaluatedPoint], on dataset: String?, from source: Accuracy.Source?
    ) -> String {
        if let source, let said = name.kind, said.source != source {
            return "'\(name.text)' says \(said.word), and --source \(source.rawValue): leave one of them out"
        }
        let there = Set(rows.map(\.rowName.text)).sorted().prefix(8)
        guard name.isOpen || there.isEmpty else {
            return "there is no row '\(name.text)' in study '\(study.name)': there are \(there.joined(separator: ", "))"
        }
        let reason = (source.map { "has no \($0.rawValue) accuracy" } ?? "has no row") + (dataset.map { " on \($0)" } ?? "")
        return "\(name.reference.name) \(reason) in study '\(study.name)': bitfront table lists the points there are"
    }
}
