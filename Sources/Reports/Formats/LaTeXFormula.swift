/// A calculation as it stands in a terminal, `sum of k^2 * (N - 1)`, for LaTeX: its signs in math mode, its words as words.
struct LaTeXFormula {
    /// What LaTeX sets.
    let text: String

    /// Takes a calculation whose signs of two sides stand between spaces.
    init(_ formula: String) {
        text = formula.split(separator: " ", omittingEmptySubsequences: false).map { word in
            switch word {
            case "*": "\\(\\times\\)"
            case "-": "\\(-\\)"
            default: Self.powers(in: word)
            }
        }.joined(separator: " ")
    }

    /// A word in which what stands behind a caret is an exponent.
    private static func powers(in word: Substring) -> String {
        let parts = word.split(separator: "^", omittingEmptySubsequences: false)
        guard let first = parts.first else { return "" }
        return parts.dropFirst().reduce(TextTable.escapedForLaTeX(String(first))) { text, part in
            let exponent = part.prefix { $0.isASCII && ($0.isNumber || $0.isLetter || $0 == "-") }
            let rest = TextTable.escapedForLaTeX(String(part.dropFirst(exponent.count)))
            return exponent.isEmpty ? text + "\\textasciicircum{}" + rest : text + "\\(^{\(exponent)}\\)" + rest
        }
    }
}
