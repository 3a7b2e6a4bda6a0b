import Foundation
import Precision
import Recipes
import Testing

@testable import DesignSpace

@Suite("The JSON of a record")
struct ExperimentRecordTests {
    /// The keys of the command line's contract.
    static let contract: Set = [
        "key", "status", "network", "dataset", "precision", "radix", "seed", "recipe", "test_accuracy_percent",
        "validation_accuracy_percent", "test_images", "epochs", "seconds", "images_per_second", "history", "weights_sha256",
        "engine_version", "cpu", "threads", "created_at", "dataset_sha256",
    ]

    static func spec(_ precision: Precision = .fixed4) -> ExperimentSpec {
        let phase = Recipe.Phase(epochs: 2, learningRate: 0.01, schedule: .cosine, warmUpSteps: 3)
        let recipe = Recipe(
            name: "strong", float: phase, quantized: phase, batchSize: 100, momentum: 0.9, weightDecay: 0.0005, gradientClipNorm: 2,
            standardisation: .image, shiftPixels: 2, mirror: true, scaleRule: .leastSquaredError)
        return ExperimentSpec(
            network: "alex++", networkFingerprint: "f00d", dataset: "cifar10", precision: precision, radix: .layer, recipe: recipe,
            seed: .max)
    }

    static func record(_ precision: Precision = .fixed4) -> ExperimentRecord {
        ExperimentRecord(
            spec: spec(precision), status: .running, engineVersion: "0.1.0", cpu: "a processor", threads: 2,
            createdAt: "2026-01-02T03:04:05Z")
    }

    private static var result: ExperimentRecord {
        var record = record()
        record.status = .notConverged
        record.reason = "class 1 is predicted for every test image"
        record.history = [
            EpochRecord(epoch: 1, trainingLoss: .nan, validationAccuracyPercent: 10, learningRate: 0.01, seconds: 2.5)
        ]
        record.epochs = 1
        record.testAccuracyPercent = 10
        record.validationAccuracyPercent = 10.5
        record.testImages = 9000
        record.seconds = 2.5
        record.imagesPerSecond = 4000
        record.weightsSHA256 = String(repeating: "0", count: 64)
        record.datasetSHA256 = String(repeating: "1", count: 64)
        record.quantizationJSON = #"{"input":{"bits":4,"fractionBits":-2},"layers":[]}"#
        return record
    }

    private func object(of record: ExperimentRecord) throws -> [String: Any] {
        let data = try JSONEncoder().encode(record)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("Every key of the contract is there, and what is not known is null, not zero and not absent")
    func unknown() throws {
        let object = try object(of: Self.record())
        #expect(Self.contract.subtracting(object.keys) == [])
        for key in [
            "test_accuracy_percent", "test_images", "seconds", "weights_sha256", "dataset_sha256", "reason", "quantization",
        ] {
            #expect(object[key] is NSNull, "\(key)")
        }
        #expect(object["recipe"] as? String == "strong")
        #expect(object["parent_key"] as? String == Self.spec(.float32).key)
    }

    @Test(
        "A record comes back as it was written, a loss that was no number as infinite",
        arguments: [record(), record(.float32), result])
    func roundTrip(record: ExperimentRecord) throws {
        let read = try ExperimentRecord(parsing: Array(record.line().utf8))
        #expect(read == record)
        #expect(read.key == record.spec.key)
    }

    @Test("Radix points and scales are JSON in the JSON, not a text")
    func quantization() throws {
        let quantization = try #require(try object(of: Self.result)["quantization"] as? [String: Any])
        #expect((quantization["input"] as? [String: Any])?["fractionBits"] as? Int == -2)
    }

    @Test("A key that is not that of its experiment is refused", arguments: ["seed", "network", "key"])
    func forged(key: String) throws {
        var object = try object(of: Self.result)
        object[key] = key == "seed" ? 7 : "other"
        let data = try JSONSerialization.data(withJSONObject: object)
        #expect(throws: JSONProblem.self) { try ExperimentRecord(parsing: Array(data)) }
    }

    @Test(
        "A summary is the record without its history, and sees no fault in that", arguments: [record(), record(.float32), result])
    func summary(record: ExperimentRecord) throws {
        let read = try ExperimentRecord(parsing: Array(record.line().utf8), .summary)
        var expected = record
        expected.history = []
        #expect(read == expected)
        #expect(read.inconsistencies(in: .summary) == record.inconsistencies)
    }

    @Test("Of records that are read one after another each has its own recipe, and what is wrong in one is named with its path")
    func recipes() throws {
        let lines = try [Self.result, Self.record()].map { try $0.line() }
        let other = lines[0].replacingOccurrences(of: #""momentum":0.9"#, with: #""momentum":0.5"#)
        var memory = RecipeMemory()
        for line in [lines[0], lines[1], lines[0]] {
            let read = try ExperimentRecord(parsing: Array(line.utf8), .summary, &memory)
            #expect(read.spec == (try ExperimentRecord(parsing: Array(line.utf8))).spec)
        }
        #expect(other != lines[0])
        #expect(throws: JSONProblem.self) { try ExperimentRecord(parsing: Array(other.utf8), .summary, &memory) }
        for (broken, words) in [
            (#""momentum":"0.9""#, "'recipe_settings.momentum' is not a number"), (#""momentum":0.9.9"#, "no JSON (byte"),
        ] {
            let line = lines[0].replacingOccurrences(of: #""momentum":0.9"#, with: broken)
            let problem = #expect(throws: JSONProblem.self) { try ExperimentRecord(parsing: Array(line.utf8), .summary, &memory) }
            #expect(problem?.description.hasPrefix(words) == true, "\(problem?.description ?? "")")
        }
    }

    @Test(
        "What is missing or of another type is named with its path",
        arguments: [
            (#""seed":18446744073709551615"#, #""seed":-1"#, "'seed' is not a whole number"),
            (#""seed":18446744073709551615"#, #""seed":1.5"#, "'seed' is not a whole number"),
            (#""cpu":"a processor","#, "", "the key 'cpu' is missing"), (#""cpu":"a processor""#, #""cpu":null"#, "'cpu' is null"),
            (#""cpu":"a processor""#, #""cpu":7"#, "'cpu' is not a text"),
            (#""mirror":true"#, #""mirror":1"#, "'recipe_settings.mirror'"),
            (#""schedule":"cosine""#, #""schedule":"sine""#, "'sine' is none of constant, step, cosine"),
            (#""seconds":2.5"#, #""seconds":"2.5""#, "'history.[0].seconds' is not a number"),
            (#""history":[{"#, #""history":[7,{"#, "'history.[0]' is not an object"),
            (#""status":"not converged""#, #""status":"quick""#, "'status'"), (#""key":""#, #""key":"0"#, "'key'"),
        ])
    func problems(text: String, replacement: String, expected: String) throws {
        let line = try Self.result.line()
        try #require(line.contains(text))
        let changed = line.replacing(text, with: replacement)
        let problem = #expect(throws: JSONProblem.self) { try ExperimentRecord(parsing: Array(changed.utf8)) }
        #expect(problem?.description.contains(expected) == true, "\(String(describing: problem))")
    }

    @Test(
        "A date is one of UTC, to the second",
        arguments: [
            ("2026-01-31T12:00:00Z", true), ("2026-12-01T23:59:60Z", true), ("2026-13-01T00:00:00Z", false),
            ("2026-00-01T00:00:00Z", false), ("2026-01-32T00:00:00Z", false), ("2026-01-01T24:00:00Z", false),
            ("2026-01-01", false),
            ("2026-01-01T00:00:00", false), ("2026-01-01T00:00:00+01:00", false), ("26-01-01T00:00:00Z", false), ("", false),
            ("soon-01-01T00:00:00Z", false), ("２０２６-01-01T00:00:00Z", false),
        ])
    func dates(text: String, isDate: Bool) {
        var record = Self.result
        record.createdAt = text
        #expect(record.inconsistencies.contains { $0.contains("ISO 8601") } == !isDate)
    }
}
