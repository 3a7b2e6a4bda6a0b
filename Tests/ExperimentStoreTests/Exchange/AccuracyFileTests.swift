import DesignSpace
import Foundation
import GRDB
import Precision
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("A table of one's own accuracies")
struct AccuracyFileTests {
    private static let names = AccuracyFile.Names(
        networks: ["alex", "lenet"], datasets: ["cifar10", "digits"],
        misfits: [.init(network: "lenet", dataset: "cifar10"): "lenet does not fit cifar10"])
    private static let header = "network,dataset,precision,radix,accuracy_percent"

    private func read(_ text: String, name: String = "mine.csv") throws -> AccuracyFile {
        try withTemporaryDirectory { folder in
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            guard case .accuracies(let table) = try ExchangeFile(reading: file.path, names: Self.names, date: "now") else {
                throw ExperimentStoreError.file(path: file.path, reason: "taken for results")
            }
            return table
        }
    }

    @Test("Columns may stand in any order, be quoted, and hold commas, quotes and line ends")
    func quoting() throws {
        let text = """
            \u{feff}note,accuracy_percent,radix,precision,dataset,network,source,seeds,test_images\r
            "a ""good"" one,\nin two lines",81.25,layer,"fixed:8,16",cifar10,alex,ours,3,9000\r
            \r
            ,10,,float32,digits, lenet ,,,
            """
        let accuracies = try read(text).accuracies
        let point = DesignPoint(
            network: "alex", dataset: "cifar10", precision: try .fixed(weightBits: 8, dataBits: 16), radix: .layer)
        #expect(
            accuracies.first
                == ImportedAccuracy(
                    point: point, source: "ours", accuracyPercent: 81.25, testImages: 9000, seeds: 3,
                    note: "a \"good\" one, in two lines", importedAt: "now"))
        #expect(accuracies.last?.source == "mine")
        #expect(accuracies.last?.point.reference.name == "lenet/float32")
        #expect(accuracies.last?.accuracy.source == .imported)
        #expect(accuracies.count == 2)
    }

    @Test(
        "A mistake is refused with its line and what was expected there",
        arguments: [
            ("network;dataset;precision;radix;accuracy_percent\n", 1, "separated by semicolons"),
            ("\n", 1, "column names"), ("network,dataset\n", 1, "'precision' is missing"),
            (header, 1, "no line below the column names"), ("\n\(header)\n\n,,\n", 2, "no line below the column names"),
            ("\(header),colour\n", 1, "no column 'colour'"), ("\(header),radix\n", 1, "twice"),
            ("\(header)\nalex,cifar10,fixed8,global,80\nalx,cifar10,fixed8,global,80", 3, "'alx'"),
            ("\(header)\nalex,cifar,fixed8,global,80", 2, "cifar10"), ("\(header)\nalex,cifar10,fixed99,global,80", 2, "precision"),
            ("\(header)\nalex,cifar10,fixed8,global,80\nlenet,cifar10,pow2,global,50", 3, "lenet does not fit cifar10"),
            ("\(header)\nalex,cifar10,fixed8,square,80", 2, "global or layer"),
            ("\(header)\nalex,cifar10,fixed8,global,", 2, "0 to 100"),
            ("\(header)\nalex,cifar10,fixed8,global,100.5", 2, "'100.5'"),
            ("\(header)\nalex,cifar10,fixed8,global,nan", 2, "'nan'"),
            ("\(header)\nalex,cifar10,fixed8,global,0x50", 2, "'0x50'"),
            ("\(header)\nalex,cifar10,fixed8,global", 2, "4 fields"), ("\(header)\n\"alex,cifar10", 2, "never closed"),
            ("\(header)\nal\"ex,cifar10,fixed8,global,80", 2, "quote"),
            ("\(header)\n\"alex\"x,cifar10,fixed8,global,80", 2, "quote"),
            ("\(header),test_images\nalex,cifar10,fixed8,global,80,0", 2, "whole number"),
            ("\(header),seeds\nalex,cifar10,fixed8,global,80,99999999999999999999", 2, "whole number"),
            ("\(header),note\nalex,cifar10,fixed8,global,80,\u{1b}[31m", 2, "U+1B"),
            ("\(header)\nalex,cifar10,fixed8,global,80\nalex,cifar10,fixed8,,81", 3, "line 2 as well"),
        ])
    func mistakes(text: String, line: Int, expected: String) throws {
        let error = #expect(throws: ExperimentStoreError.self) { try read(text) }
        guard case .line(_, line, let problem) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(problem.contains(expected), "\(problem)")
    }

    @Test("Random bytes are refused and never crash")
    func noise() throws {
        var generator = SeededGenerator(seed: 3)
        let letters = Array("\",\r\n\u{feff}alex80 {".utf8)
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? 0 }
            // Only that it returns: what it returns is another test's business.
            _ = try? CSVRecord(bytes)
        }
    }

    @Test("Kept, an accuracy comes back as it was; one of the same point and source takes its place, another source does not")
    func kept() throws {
        try withStore { store in
            let row = "\(Self.header)\nalex,cifar10,fixed8,global,"
            #expect(try store.merge(read(row + "80")) == AccuracyImport(added: 1, replaced: 0, known: 0))
            #expect(try store.merge(read(row + "80")) == AccuracyImport(added: 0, replaced: 0, known: 1))
            #expect(try store.merge(read(row + "81")) == AccuracyImport(added: 0, replaced: 1, known: 0))
            #expect(try store.merge(read(row + "82", name: "other.csv")) == AccuracyImport(added: 1, replaced: 0, known: 0))
            let kept = try store.importedAccuracies()
            #expect(kept.accuracies.map(\.accuracyPercent) == [81, 82])
            #expect(kept.accuracies.map(\.source) == ["mine", "other"])
            #expect(kept.damaged == [])
            for accuracy in kept.accuracies { try store.removeImportedAccuracy(accuracy.key) }
            #expect(try store.importedAccuracies().accuracies == [])
        }
    }

    @Test("A row in the store that is no accuracy is named, and the others are there")
    func damaged() throws {
        try withStore { store in
            let rows = "alex,cifar10,fixed8,global,80\nlenet,digits,fixed8,global,90"
            _ = try store.merge(read("\(Self.header)\n\(rows)"))
            try store.write { try $0.execute(sql: "UPDATE imported_accuracies SET precision = 'fixed99' WHERE network = 'alex'") }
            let kept = try store.importedAccuracies()
            #expect(kept.accuracies.map(\.point.network) == ["lenet"])
            #expect(kept.damaged.count == 1)
        }
    }
}
