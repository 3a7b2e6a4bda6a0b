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
        drawScene(with: &pen)
        return frame(on: pen)
    }

    /// Draws all that is the same wherever the cursor stands and whatever the last message is.
    func drawScene(with pen: inout Pen) {
        let layout = FrameLayout(self)
        // At a stop of a tour, which nobody moves in, all is drawn with the cursor.
        if panel == nil, presentation == nil { drawScreenScene(with: &pen, in: layout.body) }
        let chrome = Chrome(self)
        if let title = layout.title { chrome.drawTitle(with: &pen, in: title) }
        if prompt == nil, let keys = layout.keys { chrome.drawKeys(with: &pen, in: keys) }
        if prompt == nil, countsAreStill, let status = layout.status { chrome.drawCounts(with: &pen, in: status) }
    }

    /// The frame that results from drawing the rest over the scene.
    func frame(on scene: Pen) -> Frame {
        var pen = scene
        let layout = FrameLayout(self)
        var cursor: Point?
        if let presentation, notes == .alone {
            cursor = PresenterView(state: self, presentation: presentation).draw(with: &pen)
        } else if let presentation, panel == nil {
            cursor = PresentationView(state: self, presentation: presentation).draw(with: &pen) { pen, rect in
                drawScreenScene(with: &pen, in: rect)
                return drawScreenCursor(with: &pen, in: rect)
            }
        } else if panel != nil {
            cursor = PanelView(self).draw(with: &pen, in: layout.body)
        } else {
            cursor = drawScreenCursor(with: &pen, in: layout.body)
        }
        if prompt == nil {
            if let status = layout.status {
                // What stands there wherever the cursor is, and nothing else, is part of the scene.
                if !message.isEmpty || !progress.isEmpty || !countsAreStill {
                    Chrome(self).drawStatus(with: &pen, in: status, keys: layout.keys)
                }
            } else if !message.isEmpty, presentation == nil {
                let line = layout.keys ?? layout.body.splitBottom(1).bottom
                pen.surface.fill(line)
                Chrome(self).drawStatus(with: &pen, in: line, keys: nil)
            }
        } else {
            cursor = Chrome(self).drawPrompt(with: &pen, in: pen.surface.bounds) ?? cursor
        }
        pen.finish()
        return Frame(surface: pen.surface, cursor: cursor.flatMap { pen.surface.bounds.contains($0) ? $0 : nil })
    }
}

extension ExplorerState {
    /// Draws what the screen shows wherever its cursor stands.
    private func drawScreenScene(with pen: inout Pen, in rect: Rect) {
        switch screen {
        case .frontier: FrontierView(self).drawScene(with: &pen, in: rect)
        case .table: TableView(self).drawScene(with: &pen, in: rect)
        case .bars: BarsView(self).drawScene(with: &pen, in: rect)
        case .compare: CompareView(self).drawScene(with: &pen, in: rect)
        case .layers: LayersView(self).drawScene(with: &pen, in: rect)
        case .runs: break
        }
    }

    /// Draws what follows the screen's cursor, over the scene.
    ///
    /// - Returns: the cell of the selected item.
    private func drawScreenCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        switch screen {
        case .frontier: FrontierView(self).drawCursor(with: &pen, in: rect)
        case .table: TableView(self).drawCursor(with: &pen, in: rect)
        case .bars: BarsView(self).drawCursor(with: &pen, in: rect)
        case .compare: CompareView(self).drawCursor(with: &pen, in: rect)
        case .layers: LayersView(self).drawCursor(with: &pen, in: rect)
        case .runs: RunsView(self).draw(with: &pen, in: rect)
        }
    }

    /// Whether the counts on the right of the status line are the same wherever the cursor stands.
    private var countsAreStill: Bool { screen != .table && screen != .compare }

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
