/// What the body of the explorer shows.
public enum Screen: Int, Hashable, Sendable, CaseIterable {
    /// Accuracy over cost.
    case frontier = 1
    /// Every design point with its figures.
    case table
    /// Power and area of the accelerator by component.
    case bars

    /// The name on the screen's tab.
    public var title: String {
        switch self {
        case .frontier: "Frontier"
        case .table: "Table"
        case .bars: "Bars"
        }
    }
}
