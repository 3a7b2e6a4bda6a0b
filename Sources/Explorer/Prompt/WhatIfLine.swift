import DesignSpace
import HardwareModel
import Quantities

/// Changes of an accelerator as a person types them: `clock=500 sb*2 control.energy=12.5`, each NAME=NUMBER or NAME*FACTOR.
struct WhatIfLine: Hashable, Sendable {
    /// The accelerator with the changes.
    let accelerator: Accelerator

    /// Reads changes.
    ///
    /// - Parameter basis: what they are changes of.
    /// - Throws: `LineMistake` with its place.
    init(_ text: String, from basis: Accelerator) throws(LineMistake) {
        var accelerator = basis
        var changed: Set<Accelerator.Parameter> = []
        for word in Word.all(in: text) {
            let sign = word.text.firstIndex { "=*".contains($0) }
            let name = String(word.text[..<(sign ?? word.text.endIndex)]).lowercased()
            guard let parameter = Self.parameter(of: word.text) else {
                if let mistake = Self.foreignSign(in: word) { throw mistake }
                let beginnings = Accelerator.Parameter.all.filter { $0.name.hasPrefix(name) }
                throw LineMistake(
                    offset: word.offset,
                    message: sign == nil && !beginnings.isEmpty
                        ? "which: \(beginnings.map(\.nameAndUnit).joined(separator: ", "))?"
                        : name.isEmpty
                            ? "a name is missing before the '\(word.text.prefix(1))': use \(Self.suggestions(for: name))"
                            : "there is no '\(name)': use \(Self.suggestions(for: name))")
            }
            guard changed.insert(parameter).inserted else {
                throw LineMistake(offset: word.offset, message: "\(name) is changed before it in this line: leave one of the two")
            }
            guard let sign else {
                throw LineMistake(offset: word.offset, message: "'\(name)' needs a number, as \(name)=500 or \(name)*2")
            }
            let number = word.text[word.text.index(after: sign)...]
            guard let value = DecimalNumber(number)?.value else {
                throw LineMistake(
                    offset: word.offset + name.count + 1,
                    message: number.isEmpty ? "a number is missing" : "'\(number)' is no number")
            }
            let wanted = word.text[sign] == "*" ? basis[parameter] * value : value
            guard !parameter.isCount || abs(wanted - wanted.rounded()) <= 1e-9 * abs(wanted) else {
                throw LineMistake(
                    offset: word.offset + name.count + 1,
                    message: "\(name) is a count, and \(wanted.trimmed(significant: 9)) is no whole number")
            }
            do {
                accelerator = try accelerator.setting(parameter, to: parameter.isCount ? wanted.rounded() : wanted)
            } catch {
                throw LineMistake(offset: word.offset + name.count + 1, message: error.description)
            }
        }
        self.accelerator = accelerator
    }

    /// The parameter that a word names, with a number behind it or not; nil if it names none.
    static func parameter(of word: String) -> Accelerator.Parameter? {
        let name = word.prefix { !"=*".contains($0) }.lowercased()
        return Accelerator.Parameter.all.first { $0.name == name }
    }

    /// A parameter with a sign behind it that is none, as `clock/2`; nil for any other word.
    private static func foreignSign(in word: Word) -> LineMistake? {
        let name = word.text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        guard let sign = word.text.dropFirst(name.count).first, parameter(of: String(name)) != nil else { return nil }
        return LineMistake(
            offset: word.offset + name.count,
            message: "'\(sign)' is no sign of a change: use \(name)=NUMBER, or \(name)*FACTOR, which may be less than 1")
    }

    private static func suggestions(for name: String) -> String {
        let names = Accelerator.Parameter.all.map(\.name)
        let near = names.filter { !name.isEmpty && $0.hasPrefix(name.prefix(2)) }
        return (near.isEmpty ? Array(names.prefix(6)) + ["COMPONENT.energy", "COMPONENT.area"] : near).joined(separator: ", ")
    }
}

extension Accelerator.Parameter {
    /// The name, and in what unit its number is typed.
    var nameAndUnit: String { unit.isEmpty ? name : "\(name) \(unit)" }

    /// The other cost of the same component; nil for a parameter of the tile.
    var sibling: Accelerator.Parameter? {
        switch self {
        case .area(let component): .energy(component)
        case .energy(let component): .area(component)
        default: nil
        }
    }
}

/// What is wrong with a typed line, and where.
public struct LineMistake: Error, Hashable, Sendable {
    /// How many characters stand before it.
    public let offset: Int
    /// What it is, and what would fit.
    public let message: String
}

/// A word of a typed line and its place.
struct Word: Hashable, Sendable {
    let text: String
    /// How many characters stand before it.
    let offset: Int

    /// The words of a line.
    static func all(in line: String) -> [Word] {
        var words: [Word] = []
        var current = ""
        for (offset, character) in (line + " ").enumerated() {
            if character.isWhitespace {
                if !current.isEmpty { words.append(Word(text: current, offset: offset - current.count)) }
                current = ""
            } else {
                current.append(character)
            }
        }
        return words
    }
}
