import Reports
import Testing

@Suite("Tables as text")
struct TextTableTests {
    private let table = TextTable(
        headings: [.init("name"), .init("µJ", .right)], rows: [["a,b", "1.5"], ["say \"hi\"", "10.25"], ["50 % | x_y", "—"]])

    @Test("Columns are aligned, words to the left and numbers to the right, without trailing spaces")
    func text() {
        #expect(table.rendered(as: .text) == "name           µJ\na,b           1.5\nsay \"hi\"    10.25\n50 % | x_y      —\n")
    }

    @Test("CSV quotes what needs it and ends lines as RFC 4180 asks")
    func csv() {
        #expect(table.rendered(as: .csv) == "name,µJ\r\n\"a,b\",1.5\r\n\"say \"\"hi\"\"\",10.25\r\n50 % | x_y,—\r\n")
    }

    @Test("Markdown escapes what would be markup")
    func markdown() {
        let lines = table.rendered(as: .markdown).split(separator: "\n")
        #expect(lines[1] == "| --- | ---: |")
        #expect(lines[4] == "| 50 % \\| x\\_y | — |")
    }

    @Test("LaTeX escapes what would be commands")
    func latex() {
        let text = table.rendered(as: .latex)
        #expect(text.hasPrefix("\\begin{tabular}{lr}\n"))
        #expect(text.contains("50 \\% \\textbar{} x\\_y & --- \\\\\n"))
        #expect(text.hasSuffix("\\end{tabular}\n"))
    }

    @Test(
        "LaTeX sets a minus before a number as one, and a hyphen within a word as a hyphen",
        arguments: [
            ("-85.7", "\\(-\\)85.7"), ("+0.04, inside -0.8", "+0.04, inside \\(-\\)0.8"), ("(-3)", "(\\(-\\)3)"),
            ("tile-65nm", "tile-65nm"), ("2016-11-03", "2016-11-03"), ("power-of-two", "power-of-two"), ("-", "-"),
            ("a -b", "a -b"),
        ])
    func minus(cell: String, latex: String) {
        let table = TextTable(headings: [.init("x")], rows: [[cell]])
        #expect(table.rendered(as: .latex).contains("\\hline\n\(latex) \\\\\n\\hline\n\\end"))
        #expect(table.rendered(as: .csv).contains(cell))
    }

    @Test(
        "LaTeX sets the signs of a formula as such, and its words as words; other formats leave it as it is",
        arguments: [
            ("(1 - a / b) * 100", "(1 \\(-\\) a / b) \\(\\times\\) 100"), ("k^2 * x_1", "k\\(^{2}\\) \\(\\times\\) x\\_1"),
            ("2^-3 µJ", "2\\(^{-3}\\) \\(\\mu\\)J"), ("a^", "a\\textasciicircum{}"), ("50 % of it", "50 \\% of it"),
        ])
    func formula(cell: String, latex: String) {
        let table = TextTable(headings: [.init("x", isFormula: true)], rows: [[cell]])
        #expect(table.rendered(as: .latex).contains("\\hline\n\(latex) \\\\\n\\hline\n\\end"))
        #expect(table.rendered(as: .csv).contains(cell))
    }

    @Test("No control character of a cell reaches the terminal", arguments: [ReportFormat.text, .csv, .markdown, .latex])
    func hostile(format: ReportFormat) {
        let table = TextTable(headings: [.init("x")], rows: [["a\u{1b}[2Jb\u{7}\r\u{9b}31m\u{202e}"]])
        let text = table.rendered(as: format)
        #expect(
            !text.unicodeScalars.contains {
                ($0.value < 0x20 && $0 != "\n" && !(format == .csv && $0 == "\r")) || (0x7f...0x9f).contains($0.value)
            })
        #expect(!text.contains("\u{202e}"))
    }

    /// Signs that mean something in a format, alone and with a combining mark, with which they are another character.
    static let signs = ["%", "&", "#", "$", "_", "{", "}", "\\", "~", "^", "[x]", "*", "|", "\"", ",", "<", "`"]
        .flatMap { [$0, $0 + "\u{301}"] }

    /// The LaTeX of a cell without what is escaped, so that what is left is what TeX would act on.
    private func unescaped(_ line: Substring) -> String {
        var (left, isEscaped) = ("", false)
        for scalar in line.unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                left.unicodeScalars.append(scalar)
            }
        }
        return left
    }

    @Test("LaTeX is balanced and keeps its cells, whatever they begin with and whatever they carry", arguments: signs.indices)
    func balanced(index: Int) {
        let sign = Self.signs[index]
        let rows = [[sign, "a" + sign], [sign + "b", sign + sign]]
        let lines = TextTable(headings: [.init(sign), .init("y")], rows: rows).rendered(as: .latex).split(separator: "\n")
        let cells = lines.filter { $0.hasSuffix("\\\\") }
        #expect(cells.count == 3)
        for line in cells {
            let left = unescaped(line).unicodeScalars
            #expect(left.count { $0 == "&" } == 1 && left.count { $0 == "{" } == left.count { $0 == "}" })
            #expect(!left.contains { "%#$_~^".unicodeScalars.contains($0) }, "\(line)")
            let first = line.unicodeScalars.first
            #expect(first != "[" && first != "*", "an option of the line break before it")
        }
    }

    @Test("Markdown and CSV keep their cells, whatever these carry", arguments: signs.indices)
    func cells(index: Int) {
        let sign = Self.signs[index]
        let table = TextTable(headings: [.init("x"), .init("y")], rows: [[sign, "a" + sign]])
        let markdown = table.rendered(as: .markdown).split(separator: "\n")[2].unicodeScalars
        var (bars, isEscaped) = (0, false)
        for scalar in markdown {
            if scalar == "|", !isEscaped { bars += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        #expect(bars == 3)
        let csv = table.rendered(as: .csv).unicodeScalars.drop { $0 != "\n" }.dropFirst()
        var (commas, isQuoted) = (0, false)
        for scalar in csv {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == ",", !isQuoted { commas += 1 }
        }
        #expect(commas == 1 && !isQuoted)
    }
}
