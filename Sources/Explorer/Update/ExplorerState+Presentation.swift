import DesignSpace

extension ExplorerState {
    /// Begins the only tour; says which there are if there are several, and if there is none where they come from.
    mutating func presentOnly() {
        guard let tour = tours.first else {
            message = "there is no tour of this study: presets of kind 'tour' are listed by 'bitfront presets list'"
            return
        }
        guard tours.count == 1 else {
            message = ":present NAME begins one of the tours \(tours.map(\.name).joined(separator: ", "))"
            return
        }
        present(tour)
    }

    /// Begins a tour at its first stop.
    mutating func present(_ tour: Tour) {
        presentation = Presentation(
            tour,
            before: Presentation.Before(
                screen: screen, dataset: dataset, filter: filter, budget: budget, selection: selection, marks: marks,
                frontier: frontier, table: table, bars: bars, sorting: sorting, whatIf: whatIf))
        panel = nil
        // A tour is made for the study as it opens, whatever was tried before.
        (table, bars, sorting) = (TableSettings(), BarsSettings(), Sorting())
        if whatIf.isChanged || whatIf.overlay != nil {
            whatIf = WhatIf(whatIf.basis)
            reprice()
        }
        showStop()
    }

    mutating func turnStop(by stops: Int) {
        guard var presentation, presentation.turn(by: stops) else { return }
        self.presentation = presentation
        showStop()
    }

    /// Ends the tour and goes back to what was shown before it.
    mutating func leavePresentation() {
        guard let before = presentation?.before else { return }
        presentation = nil
        choose(dataset: before.dataset)
        screen = before.screen
        frontier = before.frontier
        marks = before.marks
        filter = before.filter
        budget = before.budget
        (table, bars, sorting) = (before.table, before.bars, before.sorting)
        if whatIf == before.whatIf {
            arrange()
        } else {
            whatIf = before.whatIf
            reprice()
        }
        if let position = points.position(of: before.selection) { select(position) }
    }

    /// Makes the explorer what the stop says; what it leaves out stays.
    private mutating func showStop() {
        guard let stop = presentation?.stop else { return }
        if let dataset = stop.dataset { choose(dataset: dataset) }
        screen = Screen(stop.view) ?? screen
        filter = stop.filter
        budget = nil
        marks = stop.marks.compactMap { position(of: $0).map { points.identities[$0] } }
        frontier = FrontierSettings(cost: stop.cost, quality: stop.quality)
        arrange()
        if let position = stop.point.flatMap(position(of:)) { select(position) }
    }

    /// The row of a point that the filter lets pass, if there is one; else any.
    private func position(of reference: PointReference) -> Int? {
        let rows = points.rows.indices.filter { points.rows[$0].point.reference == reference }
        return rows.first { points.place(of: $0) != nil } ?? rows.first
    }

    mutating func choose(dataset: String) {
        guard let position = datasets.firstIndex(of: dataset) else { return }
        turnDataset(by: position - datasetPosition)
    }
}

extension Screen {
    /// The screen of a tour's stop; nil for one that there is not.
    init?(_ view: Tour.View) {
        guard let screen = Screen.allCases.first(where: { $0.title.lowercased() == view.rawValue }) else { return nil }
        self = screen
    }
}
