import Foundation
import Testing

@testable import DesignSpace

struct EvaluationEventTests {
    private static let key = String(repeating: "0a", count: 32)

    private static func result(
        correct: Int = 8_100, recorded: Double? = 90, differing: Int? = 0, path: EvaluationResult.Path = .integer
    ) -> EvaluationResult {
        EvaluationResult(
            key: key, path: path, images: 9_000, correct: correct, recordedAccuracyPercent: recorded, differing: differing,
            exact: differing.map { 9_000 - $0 }, imagesPerSecond: 312.5)
    }

    @Test("Every event survives its line of JSON among those of training")
    func survivesJSON() throws {
        let events: [EvaluationEvent] = [
            .started(key: Self.key, images: 9_000), .progress(key: Self.key, done: 200, images: 9_000), .finished(Self.result()),
            .finished(Self.result(recorded: nil, differing: nil, path: .float)), .skipped(key: Self.key, message: "no weights"),
        ]
        for event in events {
            let json = try JSONEncoder().encode(TrainingEvent.evaluation(event))
            #expect(try JSONDecoder().decode(TrainingEvent.self, from: json) == .evaluation(event))
        }
    }

    @Test("An event is one flat object with the names of the contract")
    func names() throws {
        let json = try JSONEncoder().encode(TrainingEvent.evaluation(.finished(Self.result())))
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        #expect(object["event"] as? String == "evaluated")
        #expect(
            Set(object.keys) == [
                "event", "key", "path", "images", "correct", "accuracy_percent", "recorded_accuracy_percent", "differing", "exact",
                "images_per_second",
            ])
        #expect(object["accuracy_percent"] as? Double == 90)
    }

    @Test("A record agrees with what its weights give, but for images on which integers and simulation differ")
    func agreement() {
        #expect(Self.result().agrees)
        #expect(!Self.result(correct: 8_099).agrees)
        #expect(Self.result(correct: 8_099, differing: 1).agrees)
        #expect(Self.result(differing: nil, path: .float).agrees)
        #expect(!Self.result(correct: 8_101, differing: nil, path: .float).agrees)
        #expect(!Self.result(recorded: nil).agrees)
    }
}
