/// A value of a preset file with its place: a tree of scalars, mappings and sequences, and nothing else of YAML.
struct PresetNode: Hashable, Sendable {
    /// A key of a mapping with its value.
    struct Entry: Hashable, Sendable {
        let key: String
        let position: PresetProblem.Position
        let value: PresetNode
    }

    enum Content: Hashable, Sendable {
        /// Text; `isPlain` if it stands without quotes, so that it may be a number, a flag or NA.
        case scalar(String, isPlain: Bool)
        case mapping([Entry])
        case sequence([PresetNode])
    }

    let content: Content
    let position: PresetProblem.Position

    /// What the value is, for a message.
    var summary: String {
        switch content {
        case .scalar("", _): "empty"
        case .scalar(let text, isPlain: true): "'\(text)'"
        case .scalar(let text, isPlain: false): "the text \"\(text)\""
        case .mapping: "a mapping"
        case .sequence: "a list"
        }
    }

    /// The text of a scalar; nil for anything else.
    var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// The text of a scalar without quotes; nil for anything else.
    var plainText: String? {
        if case .scalar(let text, isPlain: true) = content { text } else { nil }
    }
}
