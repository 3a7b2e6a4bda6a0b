import Foundation
import Networks
import Precision
import Training

/// What a float32 step costs under two conditions: with images to prepare, and beside a process that keeps one core busy.
enum StepConditions {
    private static let rounds = 5
    private static let seconds = 2.0

    /// Measures both in rounds that take turns, and prints the medians of the ratios of the rounds.
    static func run(_ network: Network, images: ImageSet, report: (Measurement) -> Void) async throws {
        var usual = try await EngineSpeed(network, .float32, parent: nil, images: images)
        var unprepared = try await EngineSpeed(network, .float32, parent: nil, images: images, prepares: false)
        var (preparing, beside): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            let quiet = try await usual.train(seconds: seconds)
            preparing.append(1 - quiet / (try await unprepared.train(seconds: seconds)))
            beside.append(quiet / (try await besideBusyProcess(&usual)))
        }
        let share = 100 * median(of: preparing)
        report(
            Measurement(
                name: "ALEX, 2 threads, standardising, shifting and mirroring images", value: share,
                unit: share <= 5 ? "% of a step" : "% of a step: NOT MET", bar: "at most 5 %", check: share.isFinite))
        let times = median(of: beside)
        report(
            Measurement(
                name: "ALEX, 2 threads, a step beside one busy process on \(ProcessInfo.processInfo.activeProcessorCount) cores",
                value: times, unit: times <= 2.1 ? "times as long" : "times as long: NOT MET",
                // A step ends with its slower thread, which has half a core where it shares one.
                bar: "at most 2.1", check: times.isFinite))
    }

    /// Images a second while a child does nothing but count.
    private static func besideBusyProcess(_ speed: inout EngineSpeed) async throws -> Double {
        let busy = Process()
        busy.executableURL = URL(filePath: "/bin/sh")
        busy.arguments = ["-c", "while :; do :; done"]
        try busy.run()
        defer {
            // A child of a concurrency thread has SIGTERM blocked.
            kill(busy.processIdentifier, SIGKILL)
            busy.waitUntilExit()
        }
        return try await speed.train(seconds: seconds)
    }

    private static func median(of values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted[sorted.count / 2]
    }
}
