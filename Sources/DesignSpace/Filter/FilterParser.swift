import Precision

/// Reads a filter by recursive descent: `or` < "and" < `not` < comparison or parenthesis.
struct FilterParser {
    static let largestLength = 4096
    static let largestDepth = 64

    private let text: String
    private let characters: [Character]
    private var position = 0

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    mutating func parse() throws(FilterError) -> Filter.Expression {
        guard characters.count <= Self.largestLength else { throw error(.tooLong, at: Self.largestLength) }
        skipSpaces()
        if position == characters.count { return .everything }
        let expression = try alternative(depth: 0)
        guard position == characters.count else { throw error(.unbalancedParenthesis) }
        return expression
    }

    private mutating func alternative(depth: Int) throws(FilterError) -> Filter.Expression {
        var left = try conjunction(depth: depth)
        while takeWord("or") { left = .or(left, try conjunction(depth: depth)) }
        return left
    }

    private mutating func conjunction(depth: Int) throws(FilterError) -> Filter.Expression {
        var left = try negation(depth: depth)
        while position < characters.count, characters[position] != ")", !isWord("or") {
            _ = takeWord("and")
            left = .and(left, try negation(depth: depth))
        }
        return left
    }

    private mutating func negation(depth: Int) throws(FilterError) -> Filter.Expression {
        guard depth < Self.largestDepth else { throw error(.tooLong) }
        if takeWord("not") { return .not(try negation(depth: depth + 1)) }
        guard position < characters.count, characters[position] == "(" else { return try comparison() }
        let opening = position
        position += 1
        skipSpaces()
        let inner = try alternative(depth: depth + 1)
        guard position < characters.count, characters[position] == ")" else {
            throw error(.unbalancedParenthesis, at: opening)
        }
        position += 1
        skipSpaces()
        return inner
    }

    private mutating func comparison() throws(FilterError) -> Filter.Expression {
        let start = position
        let name = takeName()
        guard !name.isEmpty, name != "or", name != "and" else { throw error(.missingExpression, at: start) }
        guard let field = FilterField(named: name) else { throw error(.unknownField(name), at: start) }
        skipSpaces()
        let signStart = position
        guard let comparison = takeComparison() else { throw error(.missingComparison(field: field.rawValue)) }
        if position < characters.count, characters[position] == "=" {
            throw error(.unknownComparison("\(comparison.rawValue)=", meant: comparison.rawValue), at: signStart)
        }
        try check(comparison, fits: field, at: signStart)
        skipSpaces()
        let valueStart = position
        let value = try takeValue()
        skipSpaces()
        return .compare(field, comparison, try filterValue(value, of: field, isWhole: comparison != .contains, at: valueStart))
    }

    private func check(_ comparison: Filter.Comparison, fits field: FilterField, at offset: Int) throws(FilterError) {
        let fits: Bool
        switch comparison {
        case .equal, .notEqual: fits = true
        case .contains: fits = !field.isNumeric
        case .less, .lessOrEqual, .more, .moreOrEqual: fits = field.isNumeric
        }
        guard fits else {
            throw error(.comparisonDoesNotFit(field: field.rawValue, comparison: comparison.rawValue), at: offset)
        }
    }

    /// - Parameter isWhole: whether it is compared with all that a row holds, and not searched for in it.
    private func filterValue(
        _ text: String, of field: FilterField, isWhole: Bool, at offset: Int
    ) throws(FilterError) -> FilterOperand {
        if field.isNumeric {
            let digits = text.hasSuffix("%") && field.isPercentage ? String(text.dropLast()) : text
            guard let number = DecimalNumber(digits) else {
                throw error(.notANumber(field: field.rawValue, value: text), at: offset)
            }
            return .number(number, isAsShown: number.decimals >= field.decimals)
        }
        let value = text.lowercased()
        switch field {
        case .prec:
            if let name = Self.precisionName(value) { return .text(name) }
            if isWhole { throw error(.notAPrecision(text), at: offset) }
        case .source, .state, .accounting:
            let choices = field.choices ?? []
            let isChoice = choices.contains { field.holds(.text($0), .equal, .text(value)) }
            if isWhole, !isChoice { throw error(.notAChoice(text, field: field), at: offset) }
        case .frontier, .fitsBuffer:
            switch value {
            case "yes", "true", "1": return .text("yes")
            case "no", "false", "0": return .text("no")
            default: throw error(.notYesOrNo(text), at: offset)
            }
        default: break
        }
        return .text(value)
    }

    /// The name that a row has of a precision, with or without a radix policy; nil if it is none.
    ///
    /// `fixed:8,8` and `fixed8` are one precision, whichever way it is asked for.
    private static func precisionName(_ text: String) -> String? {
        let policy = "@\(RadixPolicy.layer.rawValue)"
        let isByLayer = text.hasSuffix(policy)
        let name = isByLayer ? String(text.dropLast(policy.count)) : text
        guard let precision = try? Precision(parsing: name) else { return nil }
        return precision.name.lowercased() + (isByLayer ? policy : "")
    }
}

extension FilterParser {
    private func error(_ problem: FilterError.Problem, at offset: Int? = nil) -> FilterError {
        FilterError(text: text, offset: offset ?? position, problem: problem)
    }

    private mutating func skipSpaces() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-_".contains(character)
    }

    private mutating func takeName() -> String {
        let start = position
        while position < characters.count, Self.isOfName(characters[position]) { position += 1 }
        return String(characters[start..<position])
    }

    private func isWord(_ word: String) -> Bool {
        let end = position + word.count
        guard end <= characters.count, String(characters[position..<end]).lowercased() == word else { return false }
        return end == characters.count || characters[end].isWhitespace || characters[end] == "("
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        position += word.count
        skipSpaces()
        return true
    }

    private mutating func takeComparison() -> Filter.Comparison? {
        for length in [2, 1] where position + length <= characters.count {
            let sign = String(characters[position..<position + length])
            if let comparison = Filter.Comparison(rawValue: sign) {
                position += length
                return comparison
            }
        }
        return nil
    }

    private mutating func takeValue() throws(FilterError) -> String {
        guard position < characters.count else { throw error(.missingValue) }
        let start = position
        if characters[position] == "\"" {
            guard let end = characters[(start + 1)...].firstIndex(of: "\"") else {
                throw error(.unterminatedQuote, at: start)
            }
            position = end + 1
            return String(characters[(start + 1)..<end])
        }
        while position < characters.count, !characters[position].isWhitespace, !"()".contains(characters[position]) {
            position += 1
        }
        guard position > start else { throw error(.missingValue) }
        return String(characters[start..<position])
    }
}
