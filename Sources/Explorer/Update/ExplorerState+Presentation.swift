import DesignSpace
import Terminal

extension ExplorerState {
    /// Begins the only tour; opens a line that offers them if there are several, and if there is none says where they come from.
    mutating func presentOnly() {
        guard let tour = tours.first else {
            message =
                allTours.isEmpty
                ? "there is no tour of this study: presets of kind 'tour' are listed by 'bitfront presets list'" : otherTours
            return
        }
        guard tours.count == 1 else {
            open(.command, Self.presentLine)
            return
        }
        present(tour)
    }

    private static let presentLine = "present "

    /// Takes tours in that were read again, and begins anew what was wished for unless it was begun with the same.
    mutating func take(_ tours: [Tour], for wish: TourWish?, problem: String?) {
        let before = self.tours
        allTours = tours
        let isSame = before == self.tours
        guard let wish else { return }
        if let problem {
            leavePresentation()
            message = problem
            return
        }
        guard !isSame || wish != .only && presentation == nil else { return }
        leavePresentation()
        if prompt?.text == Self.presentLine { prompt = nil }
        switch wish {
        case .only: presentOnly()
        case .named(let name):
            if let tour = self.tours.first(where: { $0.name == name }) { return present(tour) }
            open(.command, Self.presentLine + name)
            let mistake = LineMistake(offset: Self.presentLine.count, message: absence(ofTour: name))
            prompt?.reject(mistake)
        }
    }

    /// Why a tour of a name cannot be shown: which study it is of, or which there are.
    public func absence(ofTour name: String) -> String {
        if let other = allTours.first(where: { $0.name == name }) { return "\(other.whereabouts): :study \(other.study) opens it" }
        if tours.isEmpty, !allTours.isEmpty { return "there is no tour '\(name)': \(otherTours)" }
        return tours.isEmpty ? "there is no tour '\(name)' of this study" : "use \(tours.map(\.name).joined(separator: ", "))"
    }

    /// Where the tours of other studies are, of which there is one or more.
    private var otherTours: String {
        allTours.prefix(3).map { "\($0.whereabouts): :study \($0.study) opens it" }.joined(separator: "; ")
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

    /// The stops of a tour as an audience sees them, without what only a terminal has: keys and a clock.
    public func printed(_ tour: Tour, for capabilities: Capabilities) -> [Surface] {
        var state = self
        state.present(tour)
        state.presentation?.isPrinted = true
        return tour.stops.indices.map { _ in
            defer { state.turnStop(by: 1) }
            return state.frame(for: capabilities).surface
        }
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
        designs = designs(of: study)
        // Anew even on the same data set: a stop may have left sources out.
        if datasets.contains(before.dataset) { choose(dataset: before.dataset) } else { rebuild() }
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
        screen = Screen(stop.view) ?? screen
        filter = stop.filter
        budget = nil
        designs = designs(of: study)
        if let dataset = stop.dataset, datasets.contains(dataset) { choose(dataset: dataset) } else { rebuild() }
        var missing: [RowName] = []
        for name in stop.rowNames where name.kind != nil && !name.isExact(in: points) && !missing.contains(name) {
            missing.append(name)
        }
        presentation?.missing = missing
        presentation?.hidden = nil
        // Another accuracy than the caption speaks of is no substitute; for a place to point at another row of the point is.
        marks = stop.marks.filter { !missing.contains($0) }.compactMap { position(of: $0).map { points.identities[$0] } }
        frontier = FrontierSettings(cost: stop.cost, quality: stop.quality)
        table = TableSettings()
        if !stop.columns.isEmpty { table.columns = [.network] + stop.columns.filter { $0 != .network } }
        arrange()
        guard let position = stop.point.flatMap(position(of:)) else { return }
        let isHidden = points.place(of: position) == nil
        presentation?.hidden = isHidden ? stop.point : nil
        select(position)
    }

    /// Whether what a user has brought is shown: not at a stop of a tour, which cannot know of it, unless the stop asks for sources or
    /// names what was imported.
    var showsImports: Bool {
        presentation?.stop.map { $0.filter?.asks(for: .source) ?? false || $0.namedSources.contains(.imported) } ?? true
    }

    /// The rows of the data set; at a stop of a tour those of the sources that it tells of.
    var shownRows: [EvaluatedPoint] {
        let rows = study.rows(on: dataset)
        return presentation?.stop.map { study.rows(on: dataset, from: $0.sources(among: rows)) } ?? rows
    }

    /// The row that a stop names; of a point alone the one that the filter lets pass, if there is one, else any.
    private func position(of name: RowName) -> Int? {
        guard name.kind == nil else { return name.position(in: points) }
        let rows = points.rows.indices.filter { points.rows[$0].point.reference == name.reference }
        return rows.first { points.place(of: $0) != nil } ?? rows.first
    }

    mutating func choose(dataset: String) {
        guard let position = datasets.firstIndex(of: dataset) else { return }
        turnDataset(by: position - datasetPosition)
    }
}

extension Tour.Stop {
    /// Whose accuracies there are at the stop, nil for rows without one: if its filter asks for sources those that pass, else all but
    /// what a user has brought; and those of the rows that it names.
    fileprivate func sources(among rows: [EvaluatedPoint]) -> Set<Accuracy.Source?> {
        guard let filter, filter.asks(for: .source) else {
            return namedSources.union([.published, .measured, .predicted, nil])
        }
        return namedSources.union(rows.lazy.filter(filter.passes).map { $0.accuracy?.source })
    }

    /// Whose accuracies the rows have that it names so.
    fileprivate var namedSources: Set<Accuracy.Source?> { Set(rowNames.compactMap(\.kind).map(\.source)) }

    /// The rows that it names.
    fileprivate var rowNames: [RowName] { [point].compactMap(\.self) + marks }
}

extension Screen {
    /// The screen of a tour's stop; nil for one that there is not.
    init?(_ view: Tour.View) {
        guard let screen = Screen.allCases.first(where: { $0.title.lowercased() == view.rawValue }) else { return nil }
        self = screen
    }
}
