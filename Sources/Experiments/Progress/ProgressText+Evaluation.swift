import DesignSpace
import Foundation

extension ProgressText {
    /// One line for what a worker says while it evaluates; nil for what passes.
    static func line(for event: EvaluationEvent) -> String? {
        let key = event.key.prefix(12)
        switch event {
        case .started(_, let images): return "\(key): \(images.counted("test image"))"
        case .progress: return nil
        case .skipped(_, let message): return "\(key): not evaluated: \(message)"
        case .finished(let result):
            let recorded = result.recordedAccuracyPercent.map { String(format: ", recorded %.2f %%", $0) } ?? ""
            let differing = result.differing.map { ", \($0) \($0 == 1 ? "differs" : "differ") from the simulation" } ?? ""
            return
                "\(key): found \(String(format: "%.2f", result.accuracyPercent)) % on \(result.images.counted("image"))\(recorded)\(differing)"
        }
    }
}
