import Reports
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("JSON")
struct JSONValueTests {
    @Test("Keys keep their order and numbers their value")
    func order() {
        let value = JSONValue.object(["b": .integer(1), "a": .number(0.1), "c": .array([]), "d": .object([:])])
        #expect(value.text == "{\n  \"b\": 1,\n  \"a\": 0.1,\n  \"c\": [],\n  \"d\": {}\n}\n")
    }

    @Test(
        "What is not finite or not known is null",
        arguments: [JSONValue.number(.nan), .number(.infinity), .optional(nil as Double?)])
    func null(value: JSONValue) {
        #expect(value.text == "null\n")
    }

    @Test(
        "Any text survives, control characters as escapes",
        arguments: ["plain", "quote \" and \\", "\u{1b}[31m", "\u{0}\u{7f}\u{9b}", "line\nbreak\ttab", "µ²·×±—", "\u{202e}rtl"])
    func strings(text: String) throws {
        let json = JSONValue.array([.string(text)]).text
        #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [text])
        #expect(!json.dropLast().unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7f...0x9f).contains($0.value) })
    }

    @Test("A whole number has no point, in JSON and in a spreadsheet", arguments: [JSONValue.number(1), .integer(1), .whole(1)])
    func whole(value: JSONValue) {
        #expect(value.text == "1\n")
        #expect(TextTable(csvOf: [.object(["seed": value])]).rendered(as: .csv).hasSuffix("1\r\n"))
    }

    @Test("A number reads back as itself", arguments: [0.1, 1e-9, 123456.789, 1e300, -0.0, 81.22])
    func numbers(number: Double) throws {
        let json = JSONValue.array([.number(number)]).text
        #expect(try JSONDecoder().decode([Double].self, from: Data(json.utf8)) == [number])
    }
}
