/// What the body of the explorer shows; the number is that of its key.
public enum Screen: Int, Hashable, Sendable, CaseIterable {
    /// Accuracy over cost.
    case frontier = 1
    /// Every design point with its figures.
    case table
    /// Power and area of the accelerator by component.
    case bars
    /// Marked points side by side.
    case compare
    /// The accelerator and the layers of the selected point's network.
    case layers
    /// The queue of experiments.
    case runs

    /// The name on the screen's tab.
    public var title: String {
        switch self {
        case .frontier: "Frontier"
        case .table: "Table"
        case .bars: "Bars"
        case .compare: "Compare"
        case .layers: "Layers"
        case .runs: "Runs"
        }
    }
}
