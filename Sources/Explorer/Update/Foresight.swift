import Terminal

/// What the next key most likely does, worked out while nobody waits: after one that has moved a cursor a step further, and the one back.
public struct Foresight: Sendable {
    private var steps: [Step] = []

    /// A step that may come; an object, so that looking for one copies none.
    private final class Step: Sendable {
        let origin: ExplorerState
        let action: Action
        let state: ExplorerState

        init(from origin: ExplorerState, by action: Action) {
            var state = origin
            _ = state.press(for: action)
            (self.origin, self.action, self.state) = (origin, action, state)
        }
    }

    /// Nothing is foreseen.
    public init() {}

    /// Looks ahead from a state to which a key has led.
    public init(from state: ExplorerState, after key: Key) {
        guard let step = KeyBindings.action(for: key, in: state), let back = step.opposite else { return }
        steps = [Step(from: state, by: step), Step(from: state, by: back)]
    }

    /// The states that are foreseen.
    public var states: [ExplorerState] { steps.map(\.state) }

    /// Changes a state as its own `update` does, to what was foreseen of it if this is that.
    ///
    /// - Returns: what is to be done outside, in order.
    public func update(_ state: inout ExplorerState, _ action: Action) -> [Effect] {
        guard case .keyPressed(let key) = action, !steps.isEmpty, let meant = KeyBindings.action(for: key, in: state),
            let step = steps.first(where: { $0.action == meant && $0.origin == state })
        else { return state.update(action) }
        state = step.state
        return []
    }
}

extension Action {
    /// The step of a cursor back to where this one came from; nil for what is no such step.
    fileprivate var opposite: Action? {
        switch self {
        case .moved(.left): .moved(.right)
        case .moved(.right): .moved(.left)
        case .moved(.up): .moved(.down)
        case .moved(.down): .moved(.up)
        case .paged(let pages): .paged(by: -pages)
        case .frontierWalked(let towardsMoreCost): .frontierWalked(towardsMoreCost: !towardsMoreCost)
        default: nil
        }
    }
}
