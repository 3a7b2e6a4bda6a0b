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
        #expect(text.contains("50 \\% | x\\_y & --- \\\\\n"))
        #expect(text.hasSuffix("\\end{tabular}\n"))
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
}
