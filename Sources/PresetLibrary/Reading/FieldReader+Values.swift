import Precision

extension FieldReader {
    /// The text of a key: one line that a terminal can show.
    mutating func text(_ key: String, isOptional: Bool = false) -> String? {
        guard let node = node(key, isOptional: isOptional) else { return nil }
        return text(of: node, key)
    }

    /// The text of a node.
    mutating func text(of node: PresetNode, _ key: String) -> String? {
        guard let raw = node.text, !raw.isEmpty else {
            report(.wrongType(key: key, found: node.summary, expected: "text"), at: node.position)
            return nil
        }
        // A folded block of text ends in a line feed that nobody wrote.
        let text = raw.hasSuffix("\n") ? String(raw.dropLast()) : raw
        guard text.isPrintable else {
            report(.unprintable(key: key, found: text), at: node.position)
            return nil
        }
        guard text.utf8.count <= Self.longestText else {
            report(
                .outOfRange(key: key, found: "\(text.utf8.count) bytes", expected: "at most \(Self.longestText)"), at: node.position
            )
            return nil
        }
        return text
    }

    private static let longestText = 1_000

    /// The name of a key: letters, digits and a few signs, as `PresetName` allows.
    mutating func name(_ key: String, isOptional: Bool = false) -> String? {
        guard let node = node(key, isOptional: isOptional) else { return nil }
        return name(of: node, key)
    }

    /// The name that a node holds.
    mutating func name(of node: PresetNode, _ key: String) -> String? {
        guard let text = node.text else {
            report(.wrongType(key: key, found: node.summary, expected: "a name"), at: node.position)
            return nil
        }
        guard PresetName.isValid(text) else {
            report(.badName(text), at: node.position)
            return nil
        }
        return text
    }

    /// The names of a key that is a list of names.
    mutating func names(_ key: String, isOptional: Bool = false) -> [String] {
        elements(key, isOptional: isOptional).compactMap { name(of: $0, "an entry of \(key)") }
    }

    /// The number of a key.
    mutating func number(_ key: String, in range: ClosedRange<Double>, isOptional: Bool = false) -> Double? {
        guard let node = node(key, isOptional: isOptional) else { return nil }
        return number(of: node, key, in: range)
    }

    /// The number of a key, or nothing where the file says NA.
    mutating func figure(_ key: String, in range: ClosedRange<Double>, isOptional: Bool = false) -> Double? {
        guard let node = node(key, isOptional: isOptional) else { return nil }
        return node.plainText == "NA" ? nil : number(of: node, key, in: range)
    }

    /// The number that a node holds.
    mutating func number(of node: PresetNode, _ key: String, in range: ClosedRange<Double>) -> Double? {
        // Put in words only where something is wrong.
        var expected: String {
            "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))\(Unit.words(of: key))"
        }
        guard let text = node.plainText, let value = Self.double(text) else {
            report(.wrongType(key: key, found: node.summary, expected: expected), at: node.position)
            return nil
        }
        guard range.contains(value) else {
            report(.outOfRange(key: key, found: text, expected: expected), at: node.position)
            return nil
        }
        return value
    }

    /// The whole number of a key.
    mutating func integer(_ key: String, in range: ClosedRange<Int>, default fallback: Int? = nil) -> Int? {
        guard let node = node(key, isOptional: fallback != nil) else { return fallback }
        var expected: String { "a whole number from \(range.lowerBound) to \(range.upperBound)" }
        guard let text = node.plainText, Self.double(text) != nil else {
            report(.wrongType(key: key, found: node.summary, expected: expected), at: node.position)
            return nil
        }
        guard let value = Int(text), range.contains(value) else {
            report(.outOfRange(key: key, found: text, expected: expected), at: node.position)
            return nil
        }
        return value
    }

    /// The flag of a key.
    mutating func flag(_ key: String, default fallback: Bool? = nil) -> Bool? {
        guard let node = node(key, isOptional: fallback != nil) else { return fallback }
        switch node.plainText {
        case "true": return true
        case "false": return false
        default:
            report(.wrongType(key: key, found: node.summary, expected: "true or false"), at: node.position)
            return nil
        }
    }

    /// The choice of a key among the values of a type.
    mutating func choice<Value>(_ key: String, default fallback: Value? = nil) -> Value?
    where Value: RawRepresentable<String> & CaseIterable {
        guard let node = node(key, isOptional: fallback != nil) else { return fallback }
        if let value = node.text.flatMap(Value.init(rawValue:)) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        report(.wrongType(key: key, found: node.summary, expected: "one of \(known)"), at: node.position)
        return nil
    }

    /// The precision of a key.
    mutating func precision(_ key: String) -> Precision? {
        guard let node = node(key) else { return nil }
        return precision(of: node, key)
    }

    /// The precision that a node names.
    mutating func precision(of node: PresetNode, _ key: String) -> Precision? {
        guard let text = node.text else {
            report(.wrongType(key: key, found: node.summary, expected: "a precision"), at: node.position)
            return nil
        }
        do {
            return try Precision(parsing: text)
        } catch {
            report(.precision(error), at: node.position)
            return nil
        }
    }

    /// The precisions of a key that is a list of them.
    mutating func precisions(_ key: String, isOptional: Bool = false) -> [Precision] {
        elements(key, isOptional: isOptional).compactMap { precision(of: $0, "an entry of \(key)") }
    }

    /// A decimal number, or the words that YAML has for what is none; nil for other text, hexadecimal included.
    private static func double(_ text: String) -> Double? {
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) { return Double(text) }
        switch text.lowercased() {
        case ".nan", "nan": return .nan
        case ".inf", "+.inf", "inf": return .infinity
        case "-.inf", "-inf": return -.infinity
        default: return nil
        }
    }

    /// A bound as a person writes it: without a fraction that is zero.
    private static func plain(_ bound: Double) -> String {
        Int(exactly: bound).map { "\($0)" } ?? "\(bound)"
    }
}
