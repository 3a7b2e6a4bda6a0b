import DesignSpace
import HardwareModel
import Networks

extension PresetLoader {
    /// Decodes studies and completes those that extend others.
    mutating func decodeStudies(_ documents: [Document]) {
        let networks = catalogue.networks.map(\.name)
        let accelerators = catalogue.accelerators.map(\.name)
        var drafts = StudyDrafts()
        for document in documents {
            guard
                let draft = open(document, { $0.studyDraft(name: $1, networks: networks, accelerators: accelerators) }),
                register(document, name: draft.name, at: draft.position)
            else { continue }
            drafts.add(draft)
        }
        for name in drafts.names {
            if let study = drafts.study(name) { put(study, into: \.studies, named: \.name) }
        }
        problems += drafts.problems
        forgetStudies(in: drafts.failedFiles)
    }
}

/// Studies as their files say them, by name, and the completed ones.
struct StudyDrafts {
    /// Names in the order of reading.
    private(set) var names: [String] = []
    /// What is wrong with drafts that could not be completed.
    private(set) var problems: [PresetProblem] = []
    /// The drafts of a name, a later folder's behind an earlier one's.
    private var drafts: [String: [StudyDraft]] = [:]
    private var studies: [String: Study] = [:]

    /// The files of drafts that could not be completed.
    var failedFiles: Set<String> { Set(problems.map(\.file)) }

    /// Adds a draft, which overrides those of its name.
    mutating func add(_ draft: StudyDraft) {
        if drafts[draft.name] == nil { names.append(draft.name) }
        drafts[draft.name, default: []].append(draft)
    }

    /// The study of a name: its last draft that can be completed; nil if none can.
    mutating func study(_ name: String) -> Study? { study(name, extendedBy: []) }

    private mutating func study(_ name: String, extendedBy chain: [String]) -> Study? {
        if let study = studies[name] { return study }
        for draft in (drafts[name] ?? []).reversed() where !failedFiles.contains(draft.file) {
            do {
                guard let study = try complete(draft, chain: chain + [name]) else { continue }
                studies[name] = study
                return study
            } catch {
                problems.append(error)
            }
        }
        return nil
    }

    private mutating func complete(_ draft: StudyDraft, chain: [String]) throws(PresetProblem) -> Study? {
        guard let (base, position) = draft.base else { return try draft.study(extending: nil) }
        func problem(_ fault: PresetProblem.Fault) -> PresetProblem {
            PresetProblem(file: draft.file, position: position, fault: fault)
        }
        guard !chain.contains(base) else { throw problem(.circularExtension(chain + [base])) }
        guard let study = study(base, extendedBy: chain) else {
            let known = names.filter { $0 != draft.name }
            let suggestion = NearMiss.suggestion(for: base, among: known)
            throw problem(.unknownReference(what: "study", name: base, suggestion: suggestion, known: known))
        }
        return try draft.study(extending: study)
    }
}
