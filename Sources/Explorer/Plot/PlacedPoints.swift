import Terminal

/// The cells in which the points of a plot stand on a screen, whichever of them is selected; the same until plot or screen change, so that
/// a cursor can move without anything being placed anew.
struct PlacedPoints: Hashable, Sendable {
    /// What stands in a cell; small, because there are thousands of cells.
    struct Occupancy: Hashable, Sendable {
        /// The position in the plot of the point that is in front.
        private(set) var index: Int32 = 0
        /// How many points are there; 0 for an empty cell.
        private(set) var count: Int32 = 0
        /// How important the one in front is; the smaller the number, the more.
        private(set) var priority = Int16(PointPlacement.ordinary)
        /// Where the points are within the cell, as the dots of a Braille pattern.
        private(set) var dots: UInt8 = 0

        /// Adds a point, behind those that are there.
        mutating func join(_ index: Int, dot: UInt8) {
            if count == 0 { self.index = Int32(clamping: index) }
            count += 1
            dots |= dot
        }

        /// Brings a point to the front unless a more important one is there, or one as important that comes before it.
        mutating func promote(_ index: Int, to priority: Int) {
            guard (priority, index) < (Int(self.priority), Int(self.index)) else { return }
            (self.index, self.priority) = (Int32(clamping: index), Int16(clamping: priority))
        }
    }

    let layout: PlotLayout

    /// What stands in each cell of the data's rectangle, row by row.
    let occupancies: [Occupancy]

    /// The number of the cell of each point of the plot; -1 for one that is hidden or lies outside.
    let numbers: [Int32]

    /// The numbers of the cells that are not empty, and of each cell whether it is one of them.
    let taken: [Int]
    let isTaken: [Bool]

    /// The cells of the points that a filter hides, and of places on another accelerator, each once.
    let hidden: [Point]
    let ghosts: [Point]

    /// The frontier, and the one that it is held against; nil for none.
    let line: PlottedLine?
    let rivalLine: PlottedLine?

    /// All points of a crowd, from the top left; empty where each has its letter.
    let crowd: [PointPlacement.Dots]

    /// Whether there are more places than can have labels.
    var isCrowded: Bool { !crowd.isEmpty }

    /// The positions in the plot of the points in the cell of one; nil if it has none.
    func indices(inCellOf index: Int) -> [Int]? {
        let number = numbers[index]
        guard number >= 0 else { return nil }
        if occupancies[Int(number)].count == 1 { return [index] }
        return numbers.indices.filter { numbers[$0] == number }
    }

    /// Whether one of the lines goes through a cell.
    func isOnLine(_ cell: Point) -> Bool {
        line?.steps.contains(cell) ?? false || rivalLine?.steps.contains(cell) ?? false
    }

    /// - Parameter ghosts: places on another accelerator.
    init(
        in layout: PlotLayout, ghosts: [FrontierPlot.Ghost] = [], line: PlottedLine? = nil, rivalLine: PlottedLine? = nil
    ) {
        self.layout = layout
        (self.line, self.rivalLine) = (line, rivalLine)
        let area = layout.data
        hidden = Self.distinct(
            layout.spots.lazy.filter { !$0.isShown }.map { layout.place(of: $0)?.cell }, in: area)
        self.ghosts = Self.distinct(
            ghosts.lazy.map { ghost in
                guard let column = layout.column(of: ghost.x), let row = layout.row(of: ghost.y) else { return nil }
                return Point(column: column, row: row)
            }, in: area)
        var occupancies = [Occupancy](repeating: Occupancy(), count: area.size.area)
        var numbers = [Int32](repeating: -1, count: layout.spots.count)
        occupancies.withUnsafeMutableBufferPointer { occupancies in
            numbers.withUnsafeMutableBufferPointer { numbers in
                for (index, spot) in layout.spots.enumerated() where spot.isShown {
                    guard let place = layout.place(of: spot), area.contains(place.cell) else { continue }
                    let number = (place.cell.row - area.top) * area.columns + place.cell.column - area.left
                    occupancies[number].join(index, dot: place.dot)
                    numbers[index] = Int32(truncatingIfNeeded: number)
                }
            }
        }
        self.numbers = numbers
        isTaken = occupancies.map { $0.count > 0 }
        let (found, taken) = (occupancies, occupancies.indices.filter { occupancies[$0].count > 0 })
        (self.occupancies, self.taken) = (found, taken)
        crowd =
            taken.count <= PointPlacement.mostLabels
            ? []
            : taken.map { number in
                let (row, column) = number.quotientAndRemainder(dividingBy: area.columns)
                return PointPlacement.Dots(
                    cell: Point(column: area.left + column, row: area.top + row), count: Int(found[number].count),
                    pattern: found[number].dots)
            }
    }

    /// The cells within an area, each once.
    private static func distinct(_ cells: some Sequence<Point?>, in area: Rect) -> [Point] {
        var isFound: [Bool] = []
        var found: [Point] = []
        for case let cell? in cells where area.contains(cell) {
            if isFound.isEmpty { isFound = [Bool](repeating: false, count: area.size.area) }
            let number = (cell.row - area.top) * area.columns + cell.column - area.left
            guard !isFound[number] else { continue }
            isFound[number] = true
            found.append(cell)
        }
        return found
    }
}
