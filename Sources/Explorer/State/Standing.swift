/// Whether something has a row that is shown and fits the budget, the best first.
enum Standing: Int, Comparable {
    case fits
    case overBudget
    /// The filter lets none of its rows pass.
    case hidden

    static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

    /// The sign before its name, which shows where nothing can be dimmed.
    var sign: String {
        switch self {
        case .fits: " "
        case .overBudget: ExplorerState.overBudgetMark
        case .hidden: "/"
        }
    }

    /// What is said of it in a few words; nil where there is nothing to say.
    var remark: String? {
        switch self {
        case .fits: nil
        case .overBudget: "over budget"
        case .hidden: "hidden by the filter"
        }
    }
}
