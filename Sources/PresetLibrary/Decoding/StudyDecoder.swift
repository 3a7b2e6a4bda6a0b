import DesignSpace
import HardwareModel
import Networks
import Precision

extension FieldReader {
    /// Reads a study. With `extends`, every other key may be left out.
    mutating func studyDraft(name: String, networks: [String], accelerators: [String]) -> StudyDraft? {
        var draft = StudyDraft(file: file, position: position, name: name)
        let extends = node("extends", isOptional: true)
        if let extends { draft.base = self.name(of: extends, "extends").map { ($0, extends.position) } }
        let isExtension = extends != nil
        draft.title = text("title", isOptional: isExtension)
        draft.source = text("source", isOptional: isExtension)
        draft.accelerator = accelerator(among: accelerators, isOptional: isExtension)
        if has("benchmarks") || !isExtension {
            draft.benchmarks = list("benchmarks") { $0.benchmark(networks: networks) }
        }
        draft.published = section("published", isOptional: true) { fields in
            fields.publishedStudy(networks: networks, uses: &draft.uses)
        }
        if has("grid") { draft.grid = precisions("grid") } else { _ = node("grid", isOptional: true) }
        if has("include_measured") || !isExtension { draft.includesMeasured = flag("include_measured") }
        return problems.isEmpty ? draft : nil
    }

    private mutating func accelerator(among known: [String], isOptional: Bool) -> String? {
        guard let node = node("accelerator", isOptional: isOptional), let wanted = name(of: node, "accelerator") else { return nil }
        if !known.contains(wanted) { reportUnknown("accelerator", wanted, among: known, at: node.position) }
        return wanted
    }

    private mutating func benchmark(networks known: [String]) -> Study.Benchmark? {
        let dataset = name("dataset")
        let title = text("title")
        let networks = elements("networks").compactMap { network($0, among: known) }
        let baseline = point("baseline", among: known)
        let accounting: Accounting? = choice("accounting")
        let testImages = integer("test_images", in: 1...1_000_000_000)
        let beside = name("beside", isOptional: true)
        guard let dataset, let title, let baseline, let accounting, let testImages else { return nil }
        return Study.Benchmark(
            dataset: dataset, title: title, networks: networks, baseline: baseline, accounting: accounting,
            testImages: testImages, besideDataset: beside)
    }

    /// The name of a network that exists.
    mutating func network(_ node: PresetNode, among known: [String]) -> String? {
        guard let wanted = name(of: node, "network") else { return nil }
        if !known.contains(wanted) { reportUnknown("network", wanted, among: known, at: node.position) }
        return wanted
    }

    /// A point, as `alex/fixed8`, whose network exists.
    mutating func point(_ key: String, among known: [String]) -> PointReference? {
        node(key).flatMap { point(of: $0, key, named: $0.text, among: known) }
    }

    /// The point of a name that a node holds.
    mutating func point(of node: PresetNode, _ key: String, named text: String?, among known: [String]) -> PointReference? {
        let expected = "a point, as alex/fixed8"
        guard let text else {
            report(.wrongType(key: key, found: node.summary, expected: expected), at: node.position)
            return nil
        }
        do {
            let reference = try PointReference(parsing: text)
            if !known.contains(reference.network) {
                reportUnknown("network", reference.network, among: known, at: node.position)
            }
            return reference
        } catch .precision(let error) {
            report(.precision(error), at: node.position)
        } catch {
            report(.wrongType(key: key, found: node.summary, expected: expected), at: node.position)
        }
        return nil
    }
}
