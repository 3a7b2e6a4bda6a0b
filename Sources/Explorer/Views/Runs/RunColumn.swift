import DesignSpace
import Quantities

/// A column of the Runs screen.
enum RunColumn: CaseIterable, Hashable, Sendable {
    case point
    case state
    case done
    case epoch
    case left
    case rate
    case loss
    case accuracy
    case dataset
    case priority
    case recipe

    /// In the order of the screen; `allCases` is the order in which columns are given up, the last first.
    static let arranged: [RunColumn] = [
        .point, .dataset, .recipe, .state, .done, .epoch, .loss, .accuracy, .rate, .left, .priority,
    ]

    /// The column that shows a figure of a run.
    init(_ figure: QueuedExperiment.Figure) {
        self =
            switch figure {
            case .progress: .done
            case .loss: .loss
            case .validation: .accuracy
            case .rate: .rate
            case .timeLeft: .left
            }
    }

    var heading: String {
        switch self {
        case .point: "experiment"
        case .state: "state"
        case .done: "done"
        case .epoch: "epochs"
        case .left: "left"
        case .rate: "images/s"
        case .loss: "loss"
        case .accuracy: "val %"
        case .dataset: "data set"
        case .priority: "priority"
        case .recipe: "recipe"
        }
    }

    var isNumeric: Bool { [.done, .epoch, .left, .rate, .loss, .accuracy, .priority].contains(self) }

    func text(of one: QueuedExperiment) -> String {
        switch self {
        case .point: return one.name
        case .state: return one.request.map { $0 == .pause ? "pausing" : "cancelling" } ?? one.state.rawValue
        case .done: return "\(Int(one.fraction * 100)) %"
        // Those that are finished, as records, checkpoints and `queue list` count them.
        case .epoch: return "\(one.history.count)/\(one.epochs)"
        case .left: return one.state.isPending ? Self.time(one.secondsLeft) : ""
        case .rate:
            guard one.state == .running, let rate = one.progress?.imagesPerSecond else { return "" }
            return rate.text(significant: 3)
        case .loss: return one.loss.map { $0.isFinite ? $0.text(decimals: 3) : "∞" } ?? ""
        case .accuracy: return one.history.last.map { $0.validationAccuracyPercent.text(decimals: 2) } ?? ""
        case .dataset: return one.spec.dataset
        case .priority: return "\(one.priority)"
        case .recipe: return one.recipeName
        }
    }

    /// A time as `59 s`, `12 min` or `1 h 02`, rounded, so that it seldom changes while it is watched; a dash if it is not known.
    static func time(_ seconds: Double?) -> String {
        guard let seconds, seconds.isFinite, (0..<3.6e7).contains(seconds) else { return "—" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        let minutes = (whole + 30) / 60
        if minutes < 60 { return "\(minutes) min" }
        return "\(minutes / 60) h \(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
