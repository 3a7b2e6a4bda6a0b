import Foundation
import Testing

@testable import DesignSpace

@Suite("JSON as a tree")
struct JSONTreeTests {
    static let documents = [
        "null", "true", "false", "0", "-0", "-12", "9223372036854775807", "18446744073709551615", "-9223372036854775808", "0.1",
        "1.5e3", "1E-7", "1e20", "2.5E+2", #""""#, #""a b""#, #""µJ → \u00e9\/\\\"""#,
        #""\b\f\n\r\t""#, #""\ud83d\ude00""#, #""\u0001\u007f""#, "[]", "{}", " [ 1 , [ ] , { } ] ",
        #"{"b":1,"a":[true,null,{"x y":-0.5}],"B":2,"a10":3,"a9":4}"#,
        #"{"layers":[{"weights":{"fixed":{"format":{"bits":4,"fraction_bits":-1}}}}],"input":null}"#,
    ]

    @Test("What is read equals what Foundation reads, and is written as Foundation writes it", arguments: documents)
    func agreement(document: String) throws {
        let tree = try JSONTree(parsing: Array(document.utf8))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(tree.text == String(decoding: try encoder.encode(tree), as: UTF8.self))
        #expect(try JSONTree(parsing: Array(tree.text.utf8)).text == tree.text)
        let options: JSONSerialization.ReadingOptions = [.fragmentsAllowed]
        let theirs = try JSONSerialization.jsonObject(with: Data(document.utf8), options: options) as? NSObject
        let again = try JSONSerialization.jsonObject(with: Data(tree.text.utf8), options: options) as? NSObject
        #expect(theirs == again)
    }

    @Test(
        "What is no JSON is refused with its place",
        arguments: [
            ("", 0), ("nul", 0), ("[1", 2), ("[1,]", 3), ("{\"a\"}", 4), ("{\"a\":1", 6), ("{a:1}", 1), ("01", 2), ("1.", 2),
            ("-", 1), ("+1", 0), (".5", 0), ("1e", 2), ("1e400", 5), ("1 2", 2), ("\"a", 2), ("\"\u{1}\"", 1), (#""\x""#, 3),
            (#""\u12""#, 3), (#""\ud800""#, 7), (#""\ud800\u0041""#, 13), ("{\"a\":1,\"a\":2}", 12), ("NaN", 0),
            (String(repeating: "[", count: 100_000), 64),
        ])
    func refusal(document: String, place: Int) {
        #expect(throws: JSONSyntaxError.self) { try JSONTree(parsing: Array(document.utf8)) }
        do {
            _ = try JSONTree(parsing: Array(document.utf8))
        } catch {
            #expect(error.offset == place, "\(error)")
        }
    }

    @Test("Bytes that are no UTF-8 are refused")
    func utf8() {
        #expect(throws: JSONSyntaxError.self) { try JSONTree(parsing: Array("\"".utf8) + [0xFF] + Array("\"".utf8)) }
    }

    @Test("Keys that are not to be read are stepped over, and stand as they are")
    func unread() throws {
        let document = #"{"a":{"x":["]}\"{",{"y":1e9}]},"b":[1, 2],"c":3,"d":{"a":[4]}}"#
        let tree = try JSONTree(parsing: Array(document.utf8), unread: ["a", "b", "c"])
        #expect(
            tree
                == .object([
                    "a": .unread(#"{"x":["]}\"{",{"y":1e9}]}"#), "b": .unread("[1, 2]"), "c": .integer(3),
                    "d": .object(["a": .array([.integer(4)])]),
                ]))
        #expect(tree.text == #"{"a":{"x":["]}\"{",{"y":1e9}]},"b":[1, 2],"c":3,"d":{"a":[4]}}"#)
        for broken in [#"{"a":{"x":"}"#, #"{"a":[1"#, #"{"a":["\"#] {
            #expect(throws: JSONSyntaxError.self) { try JSONTree(parsing: Array(broken.utf8), unread: ["a"]) }
        }
    }
}
