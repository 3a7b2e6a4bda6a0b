import Terminal

/// Draws frames, each as `ExplorerState.frame(for:)` does, and keeps of the last one what does not follow the cursor.
public struct FramePainter: Sendable {
    private var scene: (basis: SceneBasis, pen: Pen)?

    /// A painter that has drawn nothing yet.
    public init() {}

    /// Draws a state: over the last scene where it is the same still, which costs a part of what a whole frame does.
    public mutating func frame(of state: ExplorerState, for capabilities: Capabilities) -> Frame {
        guard let basis = SceneBasis(state, capabilities) else {
            scene = nil
            return state.frame(for: capabilities)
        }
        if let scene, scene.basis == basis { return state.frame(on: scene.pen) }
        var pen = Pen(Surface(size: state.size), capabilities, theme: state.theme)
        state.drawScene(with: &pen)
        scene = (basis, pen)
        return state.frame(on: pen)
    }
}
