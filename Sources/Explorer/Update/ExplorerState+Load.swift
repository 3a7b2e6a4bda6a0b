import DesignSpace
import HardwareModel
import Precision
import Terminal

extension ExplorerState {
    /// Takes a study in, keeping data set, selection and marks where they still exist.
    mutating func load(_ study: EvaluatedStudy) {
        let previous = points.rows.isEmpty ? nil : dataset
        let saysCounts = filter != nil && !message.isEmpty && message == filterMessage
        asLoaded = study
        loaded = offering(study)
        if whatIf.basis != study.accelerator { whatIf = WhatIf(study.accelerator) }
        self.study = whatIf.isChanged ? loaded.repriced(on: whatIf.current) : loaded
        datasets = loaded.datasets
        datasetPosition = (previous ?? study.study.largestBenchmark?.dataset).flatMap(datasets.firstIndex) ?? 0
        openedDesigns = designs(of: loaded)
        designs = whatIf.isChanged ? designs(of: self.study) : openedDesigns
        rebuild()
        if saysCounts { message = filterMessage }
    }

    mutating func turnDataset(by places: Int) {
        let count = datasets.count
        guard count > 0 else { return }
        allowancePlace = nil
        datasetPosition = ((datasetPosition + places) % count + count) % count
        frontier.viewport = nil
        frontier.zoomLevel = 0
        table.firstRow = 0
        rebuild()
        offerRuns()
    }

    /// Works out everything that depends on the rows.
    mutating func rebuild() {
        let dataset = dataset
        points = PointList(shownRows)
        // A mark is of an accuracy: where that was removed, another one of the point is not what was marked.
        var marked: Set<PointIdentity> = []
        marks = marks.compactMap { mark in
            mark.point.dataset == dataset ? points.successor(ofMarked: mark).map { points.identities[$0] } : mark
        }
        .filter { marked.insert($0).inserted }
        let bar = designUnderCursor?.precision
        let kept = selection.flatMap { points.successor(of: $0) }
        select(kept ?? Self.firstSelection(in: points))
        ghosts = ghostRows()
        ghostBars = GhostBars(whatIf.ghost, behind: designs)
        arrange(hasNewRows: true)
        // The bar under the cursor is another than the selected point's where no point of it is shown.
        if kept != nil, let place = designs.firstIndex(where: { $0.precision == bar }) { bars.cursor = place }
    }

    /// Works out everything that depends on filter and sorting; the selection goes to a row that is shown.
    mutating func arrange(hasNewRows: Bool = false) {
        points.arrange(filter: filter, budget: budget, sorting: sorting)
        // Scales are those of all rows, whatever the filter; frontier and ghosts are those of the rows that pass.
        if isPlotted, !hasNewRows, ghosts.isEmpty { plot.show(points.shown, overBudget: points.overBudget) } else { plotAnew() }
        if let position = selectedPosition, points.shown?.contains(position) == false, let first = points.order.first {
            select(first)
        }
    }

    /// Whether the plot has the axes and the frontier, and shows the part of them, that are asked for.
    private var isPlotted: Bool {
        plot.cost == frontier.cost && plot.quality == frontier.quality && plot.view == frontier.viewport
            && plot.contending == contending
    }

    /// The rows that the frontier is of: those that pass the filter; nil for all, as for a filter that asks for the frontier itself.
    private var contending: PositionSet? { filter?.asks(for: .frontier) ?? false ? nil : points.shown }

    /// Works out everything that depends on the axes, for the rows that were plotted before.
    mutating func replot() { plotAnew(like: plot) }

    private mutating func plotAnew(like earlier: FrontierPlot? = nil) {
        plot = FrontierPlot(
            points.compact, cost: frontier.cost, quality: frontier.quality, shown: points.shown, contending: contending,
            overBudget: points.overBudget, ghosts: ghosts, ghostTitle: whatIf.ghostTitle, view: frontier.viewport, like: earlier)
        if points.markFrontier(of: plot), asksForFrontier { arrange() }
    }

    /// Whether which rows are shown, or their order, follows from the frontier.
    private var asksForFrontier: Bool {
        sorting.column == .frontier || [filter, budget].contains { $0?.asks(for: .frontier) ?? false }
    }

    mutating func select(_ position: Int?) {
        guard let position, points.rows.indices.contains(position) else {
            selection = nil
            return
        }
        selection = points.identities[position]
        let precision = points.rows[position].point.precision
        if let bar = designs.firstIndex(where: { $0.precision == precision }) { bars.cursor = bar }
    }

    /// The cheapest point that is as accurate as the baseline, as far as can be told: what one would look for first.
    private static func firstSelection(in points: PointList) -> Int? {
        let ties = points.compact.frontierOfCompared.filter { position in
            let row = points.rows[position]
            guard let accuracy = row.accuracy, let baseline = row.baselineAccuracy, let drop = row.accuracyDrop else {
                return false
            }
            return drop <= 0 || accuracy.ties(with: baseline)
        }
        return ties.min { points.rows[$0].evaluation.energy < points.rows[$1].evaluation.energy } ?? points.rows.indices.first
    }

    /// One design for each precision that the paper prints or a point has, by family and, as in the paper, from many bits to few.
    func designs(of study: EvaluatedStudy) -> [Design] {
        let showsImports = showsImports
        var rowOfPrecision: [Int: (precision: Precision, row: Int?)] = [:]
        var last: Precision?
        for position in study.rows.indices {
            let precision = study.rows[position].point.precision
            if precision == last || !showsImports && study.rows[position].state == .imported { continue }
            last = precision
            if rowOfPrecision[precision.code] == nil { rowOfPrecision[precision.code] = (precision, position) }
        }
        for design in study.study.published.designs where rowOfPrecision[design.precision.code] == nil {
            rowOfPrecision[design.precision.code] = (design.precision, nil)
        }
        return rowOfPrecision.values.map { (place: $0.precision.tablePlace, precision: $0.precision, row: $0.row) }.sorted {
            $0.place < $1.place
        }
        .map { entry in
            entry.row.map { study.rows[$0].evaluation.design } ?? Design(study.accelerator, precision: entry.precision)
        }
    }
}
