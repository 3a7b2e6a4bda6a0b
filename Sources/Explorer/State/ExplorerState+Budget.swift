import DesignSpace

extension ExplorerState {
    /// The sign of a row that breaks the budget, which shows where nothing can be dimmed.
    static let overBudgetMark = "×"

    /// What of the budget a row breaks and by how much, as `over budget: power 220.7 > 200 mW`; nil for one that fits.
    func overBudgetText(ofRow position: Int) -> String? {
        guard let budget, points.overBudget.contains(position) else { return nil }
        return "over budget: " + budget.breaches(by: points.row(at: position)).joined(separator: ", ")
    }
}
