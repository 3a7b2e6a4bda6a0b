import DesignSpace

extension ExplorerState {
    /// The sign of a row that breaks the budget, which shows where nothing can be dimmed.
    static let overBudgetMark = "×"

    /// What is to be said of a row that the filter hides or the budget excludes, as `over budget: power 220.7 > 200 mW`; nil for any other.
    func objection(toRow position: Int) -> String? {
        if points.shown?.contains(position) == false { return Standing.hidden.remark }
        guard let budget, points.overBudget.contains(position) else { return nil }
        return "over budget: " + budget.breaches(by: points.row(at: position)).joined(separator: ", ")
    }
}
