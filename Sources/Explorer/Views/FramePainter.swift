import Terminal

/// Draws frames, each as `ExplorerState.frame(for:)` does, and keeps of the last one what does not follow the cursor.
public struct FramePainter: Sendable {
    /// What does not follow the cursor, and all that it was drawn from.
    private typealias Scene = (basis: SceneBasis, pen: Pen)

    private var scene: Scene?
    /// Frames that are drawn already, should their states come next.
    private var foreseen: [Foreseen] = []

    /// A frame that is drawn already; an object, so that looking for one copies none.
    private final class Foreseen: Sendable {
        let state: ExplorerState
        let capabilities: Capabilities
        let frame: Frame
        let scene: Scene

        init(_ state: ExplorerState, _ capabilities: Capabilities, _ frame: Frame, _ scene: Scene) {
            (self.state, self.capabilities, self.frame, self.scene) = (state, capabilities, frame, scene)
        }
    }

    /// A painter that has drawn nothing yet.
    public init() {}

    /// Draws a state: over the last scene where it is the same still, which costs a part of what a whole frame does.
    public mutating func frame(of state: ExplorerState, for capabilities: Capabilities) -> Frame {
        if let known = foreseen.first(where: { $0.capabilities == capabilities && $0.state == state }) {
            scene = known.scene
            return known.frame
        }
        foreseen = []
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

    /// Draws states of which one is likely to be next, while nobody waits for it.
    ///
    /// - Returns: their frames, which `frame(of:for:)` has at hand from then on.
    public mutating func foresee(_ states: [ExplorerState], for capabilities: Capabilities) -> [Frame] {
        foreseen = []
        guard let scene else { return [] }
        for state in states {
            // Another part of a large plot takes longer than the next key, which may be a third one, should have to wait.
            if state.screen == .frontier, SceneBasis(state, capabilities) != scene.basis { continue }
            var painter = FramePainter()
            painter.scene = scene
            let frame = painter.frame(of: state, for: capabilities)
            if let scene = painter.scene { foreseen.append(Foreseen(state, capabilities, frame, scene)) }
        }
        return foreseen.map(\.frame)
    }
}
