import Terminal

/// Where bars and legend of the Bars screen stand.
struct BarsLayout: Sendable {
    typealias Pane = ExplorerState.BarsSettings.Pane

    /// The panes on the screen, each with its rectangle, heading included.
    let panes: [(pane: Pane, rect: Rect)]

    /// The legend; nil where there is no room.
    let legend: Rect?

    /// The rows from one bar to the next: 1 to 3.
    let pitch: Int

    /// The rows of one bar.
    var thickness: Int { Self.thickness(ofPitch: pitch) }

    private static func thickness(ofPitch pitch: Int) -> Int { pitch == 3 ? 2 : 1 }

    /// How many bars have room in so many rows: behind the last there need be no gap.
    func bars(inRows rows: Int) -> Int { max(1, (rows + pitch - thickness) / pitch) }

    /// The widest spacing at which all bars have room in so many rows, one of them the heading's; the tightest where they have none.
    private static func pitch(of count: Int, inRows rows: Int) -> Int {
        (1...3).last { 1 + (count - 1) * $0 + thickness(ofPitch: $0) <= rows } ?? 1
    }

    /// So many bars stand together before the legend, without which none can be read, has to have room; with more they scroll.
    private static let leastBars = 7

    /// Lines of the legend: a heading, and one for each group of components.
    static let legendRows = 6

    /// - Parameters:
    ///   - count: how many bars there are.
    ///   - single: the pane that is shown where there is no room for both.
    init(in rect: Rect, count: Int, single: Pane) {
        let height = count + 1
        let isWide = rect.columns >= 96
        let isTall = rect.rows >= 2 * height
        let needed = isWide || !isTall ? min(height, Self.leastBars + 1) : 2 * height
        let hasLegend = rect.rows >= needed + Self.legendRows - 1
        // Where it is tight, the legend goes without its heading.
        let legendRows = hasLegend ? min(Self.legendRows + 1, rect.rows - needed) : 0
        let room = (rect.rows - legendRows) / (isWide || !isTall ? 1 : 2)
        pitch = count > 0 ? Self.pitch(of: count, inRows: room) : 1
        let (whole, rest) = rect.splitTop(isWide || !isTall ? min(room, count * pitch + 1) : 2 * room)
        legend = hasLegend ? rest.splitTop(legendRows).top : nil
        if isWide {
            panes = Array(zip([Pane.power, .area], whole.dividedIntoColumns(2, gap: 4)))
        } else if isTall {
            let (top, below) = whole.splitTop(room)
            panes = [(.power, top), (.area, below)]
        } else {
            panes = [(single, whole)]
        }
    }
}
