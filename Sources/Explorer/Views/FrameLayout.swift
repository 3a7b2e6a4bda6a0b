import Terminal

/// Where title, body, status and keys stand; with little room the body stays longest.
struct FrameLayout: Hashable, Sendable {
    let title: Rect?
    let body: Rect
    let status: Rect?
    let keys: Rect?

    /// The lines of a panel that fit below its title.
    var panelRows: Int { body.rows - panelTitleRows }

    /// Whether a panel has room for its title: 1 line or none.
    var panelTitleRows: Int { body.rows >= 3 ? 1 : 0 }

    init(_ size: Size) {
        let whole = Rect(size: size)
        let hasTitle = size.rows >= 4
        let hasKeys = size.rows >= 6
        let hasStatus = size.rows >= 9
        let (top, below) = whole.splitTop(hasTitle ? 1 : 0)
        let (above, bottom) = below.splitBottom(hasKeys ? 1 : 0)
        let (middle, line) = above.splitBottom(hasStatus ? 1 : 0)
        title = hasTitle ? top : nil
        keys = hasKeys ? bottom : nil
        status = hasStatus ? line : nil
        body = middle
    }

    init(_ state: ExplorerState) {
        guard let presentation = state.presentation else {
            self.init(state.size)
            return
        }
        let layout = PresentationView(state: state, presentation: presentation).layout
        self.init(body: state.panel == nil ? layout.body : layout.panel)
    }

    private init(body: Rect) {
        self.body = body
        (title, status, keys) = (nil, nil, nil)
    }
}
