import DesignSpace
import Foundation

/// A run in words, for a terminal or a log.
public enum ProgressText {
    /// A line for an event; nil for those that only move a bar.
    public static func line(for event: TrainingEvent) -> String? {
        switch event {
        case .waiting(let process): "another process (\(process)) is at this experiment: waiting for its result"
        case .started(let key, let epochs, let finished, let images):
            finished == 0
                ? "\(key.prefix(12)): \(epochs.counted("epoch")) of \(images.counted("image"))"
                : "\(key.prefix(12)): going on after epoch \(finished) of \(epochs)"
        case .epoch(let epoch):
            "epoch \(epoch.epoch): loss \(number(epoch.trainingLoss, 4)), validation "
                + "\(number(epoch.validationAccuracyPercent, 2)) %, \(number(epoch.seconds, 1)) s"
        case .finished(let key, let status, let accuracy, let images):
            "\(key.prefix(12)): \(status.rawValue)"
                + (accuracy.map { ", test accuracy \(number($0, 2)) %" } ?? "")
                + (images.map { " on \($0.counted("image"))" } ?? "")
        case .interrupted: "stopped at a checkpoint: the same command goes on from there"
        case .failed(let message): message
        case .evaluation(let event): line(for: event)
        case .packed(let key): "\(key.prefix(12)): weights packed"
        case .progress, .checkpoint: nil
        }
    }

    /// A bar of a given width in characters, with the epochs that are finished, loss, speed and time left; cut where the width does not allow for all.
    public static func bar(_ progress: TrainingProgress, width: Int, ascii: Bool = false) -> String {
        let percent = String(format: "%3d %%", Int(progress.fraction * 100))
        let before = "epochs \(progress.epoch - 1)/\(progress.epochs) "
        let after =
            " \(percent)  loss \(number(progress.loss, 4))  \(number(progress.imagesPerSecond, 0)) images/s  "
            + "\(time(progress.secondsLeft)) left"
        let length = min(40, width - before.count - after.count)
        guard length >= 5 else { return String((before + after.drop { $0 == " " }).prefix(max(0, width))) }
        let filled = Int((progress.fraction * Double(length)).rounded(.down))
        let (full, empty) = ascii ? ("#", ".") : ("█", "░")
        return before + String(repeating: full, count: filled) + String(repeating: empty, count: length - filled) + after
    }

    /// A time as 59 s, 12:34 or 1:02:03; a dash if it is not known.
    public static func time(_ seconds: Double) -> String {
        guard seconds.isFinite, (0..<3.6e8).contains(seconds) else { return "—" }
        let whole = Int(seconds.rounded())
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        if hours > 0 { return String(format: "%d:%02d:%02d", hours, minutes, rest) }
        return minutes > 0 ? String(format: "%d:%02d", minutes, rest) : "\(rest) s"
    }

    private static func number(_ value: Double, _ decimals: Int) -> String {
        value.isFinite ? String(format: "%.\(decimals)f", value) : "∞"
    }
}
