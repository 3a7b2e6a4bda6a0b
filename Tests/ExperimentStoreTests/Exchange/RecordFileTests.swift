import DesignSpace
import Foundation
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("A file of results")
struct RecordFileTests {
    private static let names = AccuracyFile.Names(networks: ["lenet"], datasets: ["digits"])

    private func read(_ text: String) throws -> RecordFile {
        try withTemporaryDirectory { folder in
            let file = folder.appending(path: "results.jsonl")
            try Data(text.utf8).write(to: file)
            guard case .records(let records) = try ExchangeFile(reading: file.path, names: Self.names, date: "now") else {
                throw ExperimentStoreError.file(path: file.path, reason: "taken for a table")
            }
            return records
        }
    }

    /// The problem that a text is refused with, and its line.
    private func problem(in text: String) -> (line: Int, words: String)? {
        do {
            _ = try read(text)
            return nil
        } catch ExperimentStoreError.line(_, let line, let problem) {
            return (line, problem)
        } catch {
            return (-1, "\(error)")
        }
    }

    private func kept(seed: UInt64 = 1) -> ExperimentRecord { Fixtures.completeResult(seed: seed) }

    @Test("What was written is read again, in the order of the file, whatever the seed", arguments: [1, 1 << 53, .max as UInt64])
    func roundTrip(seed: UInt64) throws {
        let records = [kept(seed: seed), kept(seed: 2)]
        try withTemporaryDirectory { folder in
            let path = folder.appending(path: "results.jsonl").path
            var writer = try RecordFileWriter(path, withWeights: false)
            for record in records { try writer.write(record, weights: [1, 2]) }
            try writer.finish()
            #expect(try RecordFile(reading: path).entries.map(\.record) == records)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["results.jsonl"])
        }
    }

    @Test("Blank lines, a missing last line end and a line that stands there twice are no mistake")
    func lenient() throws {
        let line = try kept().line()
        #expect(try read("\(line)\n\n \r\n\(line)").entries.map(\.line) == [1])
    }

    @Test("Two records of one key that differ are refused with both lines")
    func conflict() throws {
        var other = kept()
        other.cpu = "another processor"
        let text = try kept().line() + "\n" + other.line() + "\n"
        let error = #expect(throws: ExperimentStoreError.self) { try read(text) }
        guard case .conflict(_, 2, kept().key, "line 1", ["cpu"]) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
    }

    @Test(
        "A line that is no result is refused with its number and what was expected",
        arguments: [
            ("{", "no JSON"), ("{}", "'network'"), ("[1]", "not"), ("{\"key\": 1}", "'network'"), ("{]", "no JSON"),
            ("\u{0}", "no JSON"), (String(repeating: "[", count: 100_000), "no JSON"),
        ])
    func malformed(line: String, expected: String) throws {
        let found = try #require(problem(in: try kept().line() + "\n" + line + "\n"))
        #expect(found.line == 2)
        #expect(found.words.contains(expected), "\(found.words)")
    }

    @Test(
        "A record that contradicts itself is refused",
        arguments: [
            (#""seed":1"#, #""seed":2"#, "key"), (#""seed":1"#, #""seed":-1"#, "'seed' is not a whole number"),
            (#""seed":1"#, #""seed":1e400"#, "JSON"),
            (#""test_accuracy_percent":98.5"#, #""test_accuracy_percent":101"#, "101"),
            (#""test_accuracy_percent":98.5"#, #""test_accuracy_percent":null"#, "no test accuracy"),
            (#""epochs":2,"history""#, #""epochs":3,"history""#, "2 epochs"), (#""epoch":1,"#, #""epoch":2,"#, "epoch 2 stands"),
            (#""status":"done""#, #""status":"running""#, "no result"), (#""status":"done""#, #""status":"quick""#, "'status'"),
            (#""threads":2"#, #""threads":0"#, "threads"), (#""threads":2"#, #""threads":99999999999999999999"#, "whole number"),
            (#""weights_sha256":"0f"#, #""weights_sha256":"zz"#, "weights"), (#""cpu":"a"#, #""cpu":"\u001b[31m"#, "U+1B"),
            (#""cpu":"a"#, #""cpu":"\u202e"#, "U+202E"), (#""created_at":"2026"#, #""created_at":"soon"#, "ISO 8601"),
            (#""parent_key":""#, #""parent_key":"0"#, "parent"), (#""precision":"fixed8""#, #""precision":"fixed99""#, "precision"),
        ])
    func contradiction(text: String, replacement: String, expected: String) throws {
        let line = try kept().line()
        try #require(line.contains(text))
        let found = try #require(problem(in: line.replacingOccurrences(of: text, with: replacement)))
        #expect(found.line == 1)
        #expect(found.words.contains(expected), "\(found.words)")
    }

    @Test("A line of a million bytes is read; one beyond what any record needs is refused, and the file is read no further")
    func longLines() throws {
        let padding = String(repeating: " ", count: 1_000_000)
        #expect(try read(try kept().line() + padding + "\n").entries.count == 1)
        let found = try #require(problem(in: String(repeating: "x", count: LineReader.longestLine + 1)))
        #expect(found.line == 1)
        // A file without an end: it would never be read to one.
        #expect(throws: ExperimentStoreError.self) { try RecordFile(reading: "/dev/zero") }
    }

    @Test(
        "Random changes to a line never crash, and never let another experiment in",
        arguments: [ExperimentRecord.Extent.whole, .summary])
    func mutations(extent: ExperimentRecord.Extent) throws {
        let record = kept()
        let original = Array(try record.line().utf8)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<5000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            let line = RecordLine(LineReader.Line(number: 1, bytes: bytes), of: "test")
            var recipes = RecipeMemory()
            guard let found = try? line.record(extent, &recipes) else { continue }
            #expect(found.key == found.spec.key)
            #expect(found.inconsistencies(in: extent) == [])
        }
    }

    @Test("A file that is not there, and a folder, are named")
    func unreadable() throws {
        for path in ["/nowhere/results.jsonl", "/tmp"] {
            let error = #expect(throws: ExperimentStoreError.self) { try RecordFile(reading: path) }
            #expect(error?.description.contains(path) == true)
        }
    }
}
