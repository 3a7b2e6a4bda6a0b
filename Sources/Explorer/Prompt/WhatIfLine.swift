import HardwareModel

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
        for word in Word.all(in: text) {
            guard let sign = word.text.firstIndex(where: { "=*".contains($0) }) else {
                throw LineMistake(
                    offset: word.offset, message: "'\(word.text)' needs a number, as \(word.text)=500 or \(word.text)*2")
            }
            let name = String(word.text[..<sign]).lowercased()
            guard let parameter = Accelerator.Parameter.all.first(where: { $0.name == name }) else {
                throw LineMistake(offset: word.offset, message: "there is no '\(name)': use \(Self.suggestions(for: name))")
            }
            let number = word.text[word.text.index(after: sign)...]
            guard let value = Double(number), value.isFinite else {
                throw LineMistake(
                    offset: word.offset + name.count + 1,
                    message: number.isEmpty ? "a number is missing" : "'\(number)' is no number")
            }
            do {
                let wanted = word.text[sign] == "*" ? basis[parameter] * value : value
                accelerator = try accelerator.setting(parameter, to: parameter.isCount ? wanted.rounded() : wanted)
            } catch {
                throw LineMistake(offset: word.offset + name.count + 1, message: error.description)
            }
        }
        self.accelerator = accelerator
    }

    private static func suggestions(for name: String) -> String {
        let names = Accelerator.Parameter.all.map(\.name)
        let near = names.filter { !name.isEmpty && $0.hasPrefix(name.prefix(2)) }
        return (near.isEmpty ? Array(names.prefix(6)) + ["COMPONENT.energy", "COMPONENT.area"] : near).joined(separator: ", ")
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
