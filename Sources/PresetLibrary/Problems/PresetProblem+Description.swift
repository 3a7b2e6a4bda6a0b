import DesignSpace
import HardwareModel
import Networks
import Precision

extension PresetProblem: CustomStringConvertible {
    /// The problem as `file:line:column: what was found; expected ...`, without any character that a terminal would obey.
    public var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(file.shown(atMost: 1024))\(place): \(fault.description)"
    }
}

extension PresetProblem.Fault: CustomStringConvertible {
    /// What was found and what was expected.
    public var description: String {
        fileDescription ?? keyDescription ?? valueDescription
    }

    /// Words for faults of a file as a whole.
    private var fileDescription: String? {
        switch self {
        case .unreadable(let reason): "cannot be read: \(reason.shown())"
        case .tooLarge(let bytes, let limit): "\(bytes.counted("byte")); expected at most \(limit)"
        case .tooManyFiles(let limit): "more than \(limit) files; expected a folder of presets"
        case .notUTF8: "a byte that is not UTF-8; expected a text file in UTF-8"
        case .syntax(let problem): "\(problem.shown(atMost: 200)); expected YAML"
        case .alias: "an anchor (&) or an alias (*); expected every value written out, or the text in quotes"
        case .tag(let tag): "the tag '\(tag.shown())'; expected a value without a tag"
        case .tooComplex(let limit): "too complex for a preset; expected at most \(limit)"
        default: nil
        }
    }

    /// Words for faults of a key.
    private var keyDescription: String? {
        switch self {
        case .duplicateKeys(let keys): "\(quoted(keys)) given more than once; expected each key once"
        case .unknownKey(let key, let suggestion?, _): "unknown key '\(key.shown())'; expected '\(suggestion)'"
        case .unknownKey(let key, nil, let known): "unknown key '\(key.shown())'; expected \(list(known))"
        case .wrongUnit(let key, let expected):
            "'\(key.shown())' has the wrong unit; expected '\(expected)'\(Unit.words(of: expected))"
        case .missingKey(let key): "no '\(key)'; expected one here"
        default: nil
        }
    }

    /// Words for faults of a value.
    private var valueDescription: String {
        switch self {
        case .wrongType(let key, let found, let expected), .outOfRange(let key, let found, let expected):
            "'\(key)' is \(found.shown()); expected \(expected)"
        case .badName(let name):
            "'\(name.shown())' is no name; expected at most \(PresetName.longest) letters, digits, or + - _ . that begin with neither - nor ."
        case .unprintable(let key, let found):
            "'\(key)' has a control character: '\(found.shown())'; expected one line of text"
        case .unknownReference(let what, let name, let suggestion?, _):
            "there is no \(what) '\(name.shown())'; expected '\(suggestion)'?"
        case .unknownReference(let what, let name, nil, let known):
            "there is no \(what) '\(name.shown())'; expected \(list(known))"
        case .duplicateName(let kind, let name, let other):
            "\(kind.rawValue) '\(name.shown())' is also in \(other.shown(atMost: 1024)); expected a name of its own"
        case .circularExtension(let names):
            "studies extend each other: \(names.map { $0.shown() }.joined(separator: " -> ")); expected an end"
        case .network(let error): error.description.shown(atMost: 300)
        case .hardware(let error): error.description.shown(atMost: 300)
        case .precision(let error): error.description.shown(atMost: 300)
        default: ""
        }
    }

    private func quoted(_ names: [String]) -> String { names.prefix(8).map { "'\($0.shown())'" }.joined(separator: ", ") }

    private func list(_ known: [String]) -> String {
        known.isEmpty ? "none" : "one of \(known.prefix(24).map { $0.shown() }.joined(separator: ", "))"
    }
}
