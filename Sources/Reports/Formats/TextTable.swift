import Terminal

/// Rows of text under headings, which every tabular format is made from.
public struct TextTable: Hashable, Sendable {
    /// The side of its column at which a cell stands.
    public enum Alignment: Hashable, Sendable {
        /// Left, for words.
        case left
        /// Right, for numbers.
        case right
    }

    /// A column's heading and alignment.
    public struct Heading: Hashable, Sendable {
        /// The text.
        public let text: String
        let alignment: Alignment
        let isFormula: Bool

        /// Makes a heading.
        ///
        /// - Parameter isFormula: whether the column holds calculations, whose signs LaTeX has to set as such.
        public init(_ text: String, _ alignment: Alignment = .left, isFormula: Bool = false) {
            self.text = text
            self.alignment = alignment
            self.isFormula = isFormula
        }
    }

    /// The columns.
    public let headings: [Heading]

    /// The rows; each has a cell for every heading.
    public var rows: [[String]]

    /// Makes a table.
    public init(headings: [Heading], rows: [[String]] = []) {
        self.headings = headings
        self.rows = rows
    }

    /// The table in a tabular format; JSON is not one, so that it gives the text form.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .text, .json: aligned
        case .csv: csv
        case .markdown: markdown
        case .latex: latex
        }
    }

    /// Columns side by side, two spaces between them, no control characters.
    private var aligned: String {
        let cells = ([headings.map(\.text)] + rows).map { $0.map(\.visible) }
        let widths = headings.indices.map { column in
            cells.reduce(0) { max($0, column < $1.count ? $1[column].displayColumns : 0) }
        }
        return cells.map { row in
            var line = ""
            for (column, cell) in row.enumerated() where column < widths.count {
                if column > 0 { line += "  " }
                let padding = String(repeating: " ", count: widths[column] - cell.displayColumns)
                line += headings[column].alignment == .right ? padding + cell : cell + padding
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private var csv: String {
        ([headings.map(\.text)] + rows).map { row in
            row.map(Self.quotedForCSV).joined(separator: ",") + "\r\n"
        }.joined()
    }

    private var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let rules = headings.map { $0.alignment == .right ? "---:" : "---" }
        return line(headings.map { Self.escapedForMarkdown($0.text) }) + line(rules)
            + rows.map { line($0.map(Self.escapedForMarkdown)) }.joined()
    }

    private var latex: String {
        let columns = headings.map { $0.alignment == .right ? "r" : "l" }.joined()
        func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\\n" }
        func cell(_ column: Int, _ text: String) -> String {
            headings.indices.contains(column) && headings[column].isFormula ? LaTeXFormula(text).text : Self.escapedForLaTeX(text)
        }
        return "\\begin{tabular}{\(columns)}\n\\hline\n" + line(headings.map { Self.escapedForLaTeX($0.text) }) + "\\hline\n"
            + rows.map { row in line(row.enumerated().map { cell($0.offset, $0.element) }) }.joined() + "\\hline\n\\end{tabular}\n"
    }

    /// Control characters are made visible here too: CSV is printed on terminals.
    private static func quotedForCSV(_ raw: String) -> String {
        let cell = raw.visible
        guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else { return cell }
        return "\"" + replaced(in: cell) { $0 == "\"" ? "\"\"" : nil } + "\""
    }

    /// A text in which nothing is Markdown, and no control character is left.
    static func escapedForMarkdown(_ cell: String) -> String {
        replaced(in: cell.visible) { "|\\`*_<[~&".unicodeScalars.contains($0) ? "\\\($0)" : nil }
    }

    /// A text with other texts for some of its scalars.
    ///
    /// Scalars and not characters: a sign that carries a combining mark is another character, and still that sign to who reads the file.
    private static func replaced(in text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
        var replaced = ""
        for scalar in text.unicodeScalars {
            if let other = replacement(scalar) { replaced += other } else { replaced.unicodeScalars.append(scalar) }
        }
        return replaced
    }

    /// Brackets and asterisks are options of the line break that stands before a row.
    private static let latexReplacements: [Unicode.Scalar: String] = [
        "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}", "\\": "\\textbackslash{}", "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}",
        "`": "\\textasciigrave{}", "[": "{[}", "]": "{]}", "*": "{*}", "µ": "\\(\\mu\\)", "²": "\\(^2\\)", "±": "\\(\\pm\\)",
        "·": "\\(\\cdot\\)", "×": "\\(\\times\\)", "≤": "\\(\\leq\\)", "≥": "\\(\\geq\\)", "…": "\\ldots{}", "—": "---",
    ]

    /// A text in which nothing is a command of LaTeX, and no control character is left.
    static func escapedForLaTeX(_ cell: String) -> String {
        let scalars = Array(cell.visible.unicodeScalars)
        var escaped = ""
        for (place, scalar) in scalars.enumerated() {
            if let other = isMinus(at: place, of: scalars) ? "\\(-\\)" : latexReplacements[scalar] {
                escaped += other
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether a hyphen is the sign of a number, which LaTeX sets as one in formulas alone: before a digit, and not within a word.
    private static func isMinus(at place: Int, of scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[place] == "-", scalars.indices.contains(place + 1), ("0"..."9").contains(scalars[place + 1]) else {
            return false
        }
        return place == 0 || !scalars[place - 1].properties.isAlphabetic && !("0"..."9").contains(scalars[place - 1])
    }
}
