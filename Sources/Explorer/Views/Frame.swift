import Terminal

/// What a display shows: a surface, and where the hardware cursor stands.
public struct Frame: Hashable, Sendable {
    /// What is drawn.
    public let surface: Surface

    /// The selected item, for screen readers; nil if it is not on the screen.
    public let cursor: Point?
}

extension ExplorerState {
    /// Draws the state; the same state and capabilities always give the same frame.
    public func frame(for capabilities: Capabilities) -> Frame {
        guard Self.smallestSize.fits(in: size) else { return tooSmall(for: capabilities) }
        var pen = Pen(Surface(size: size), capabilities, theme: theme)
        let layout = FrameLayout(self)
        var cursor: Point?
        if let presentation, panel == nil {
            cursor = PresentationView(state: self, presentation: presentation).draw(with: &pen) { drawScreen(with: &$0, in: $1) }
        } else {
            cursor = drawScreen(with: &pen, in: layout.body)
        }
        let chrome = Chrome(self)
        if let title = layout.title { chrome.drawTitle(with: &pen, in: title) }
        if prompt == nil {
            if let status = layout.status { chrome.drawStatus(with: &pen, in: status) }
            if let keys = layout.keys { chrome.drawKeys(with: &pen, in: keys) }
        } else {
            cursor = chrome.drawPrompt(with: &pen, in: pen.surface.bounds) ?? cursor
        }
        pen.finish()
        return Frame(surface: pen.surface, cursor: cursor.flatMap { pen.surface.bounds.contains($0) ? $0 : nil })
    }
}

extension ExplorerState {
    /// Draws what is open, or else the screen.
    ///
    /// - Returns: the cell of the selected item.
    private func drawScreen(with pen: inout Pen, in rect: Rect) -> Point? {
        if panel != nil { return PanelView(self).draw(with: &pen, in: rect) }
        return switch screen {
        case .frontier: FrontierView(self).draw(with: &pen, in: rect)
        case .table: TableView(self).draw(with: &pen, in: rect)
        case .bars: BarsView(self).draw(with: &pen, in: rect)
        case .compare: CompareView(self).draw(with: &pen, in: rect)
        case .layers: LayersView(self).draw(with: &pen, in: rect)
        case .runs: RunsView(self).draw(with: &pen, in: rect)
        }
    }

    /// The smallest terminal that a point can be read on.
    static let smallestSize = Size(columns: 20, rows: 5)

    /// Says how large the terminal is and how large it has to be.
    private func tooSmall(for capabilities: Capabilities) -> Frame {
        var pen = Pen(Surface(size: size), capabilities)
        let lines = ["too small:", "\(size.columns)x\(size.rows), use", "\(Self.smallestSize.columns)x\(Self.smallestSize.rows)"]
        for (row, line) in lines.enumerated() {
            pen.put(line, .plain, at: Point(column: 0, row: row), within: pen.surface.bounds)
        }
        pen.finish()
        return Frame(surface: pen.surface, cursor: nil)
    }
}

extension Size {
    /// Whether it is no larger than another, in both directions.
    func fits(in other: Size) -> Bool { columns <= other.columns && rows <= other.rows }
}
