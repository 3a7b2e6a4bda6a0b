import DesignSpace

/// A tour that is being shown, and the view to go back to.
struct Presentation: Hashable, Sendable {
    /// What a stop changes of the explorer, so that leaving puts it back.
    struct Before: Hashable, Sendable {
        let screen: Screen
        let dataset: String
        let filter: Filter?
        let budget: Filter?
        let selection: PointIdentity?
        let marks: [PointIdentity]
        let frontier: ExplorerState.FrontierSettings
        let table: ExplorerState.TableSettings
        let bars: ExplorerState.BarsSettings
        let sorting: Sorting
        let whatIf: WhatIf
    }

    let tour: Tour
    let before: Before
    /// The stop that is shown.
    private(set) var position = 0
    /// Whether the speaker's notes stand below the caption.
    var showsNotes = false
    /// Whole minutes since it began.
    var elapsedMinutes = 0
    /// Whether it is printed, where there are neither keys nor a clock.
    var isPrinted = false

    /// The rows that the stop names and that are not there.
    var missing: [RowName] = []

    /// The row that the stop points at, where its filter hides that row.
    var hidden: RowName?

    init(_ tour: Tour, before: Before) {
        self.tour = tour
        self.before = before
    }

    var stop: Tour.Stop? { tour.stops.indices.contains(position) ? tour.stops[position] : nil }

    /// The stop behind the shown one; nil at the end.
    var next: Tour.Stop? { tour.stops.indices.contains(position + 1) ? tour.stops[position + 1] : nil }

    /// Goes so many stops on, to the ends and no further; whether that is another stop.
    mutating func turn(by stops: Int) -> Bool {
        let (sum, overflow) = position.addingReportingOverflow(stops)
        let next = overflow ? position : min(max(0, sum), tour.stops.count - 1)
        defer { position = next }
        return next != position
    }
}
