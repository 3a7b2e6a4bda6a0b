import Explorer
import Terminal

/// Who follows, and whom this explorer follows.
extension OpenExplorer {
    /// Whether something may be done here: whoever follows only looks, draws again, suspends and leaves.
    func isAllowed(_ action: Action) -> Bool {
        guard leader != nil else { return true }
        switch action {
        case .resized: return true
        case .keyPressed(let key): return [.control("c"), .control("l"), .control("z"), .character("q")].contains(key)
        default: return false
        }
    }

    /// Tells whoever follows what was done: the key, if it was one, and what is shown now.
    func tell(_ action: Action) {
        switch action {
        case .keyPressed(.control("l")), .keyPressed(.control("z")), .resized: break
        case .keyPressed(let key): server?.tell(key, state)
        default: server?.tell(nil, state)
        }
    }

    /// Does what the leader has done.
    ///
    /// - Returns: how the following ends if the leader is not there any more.
    mutating func follow(_ words: [Leader.Word]) -> ExplorerLoop.Ending? {
        for (place, word) in words.enumerated() {
            switch word {
            case .opened(let name):
                leader?.first = Array(words[(place + 1)...])
                if let ending = open(name) { return ending }
            case .end: return .leaderEnded(isOrderly: true)
            case .lost: return .leaderEnded(isOrderly: false)
            case .key(let key):
                // Tours are read again here where the leader does that.
                for case .readTours(let wish) in state.update(.keyPressed(key)) { readTours(for: wish) }
            case .view(let view):
                // After a key both most often show the same already.
                guard view != FollowedView(of: state) else { continue }
                if view.presents { readTours(for: nil) }
                state = state.reopened(theme: view.theme)
                state.perform(view.inputs)
            case .scroll(let inputs): state.perform(inputs)
            case .say(let text): say(text)
            case .minutes(let minutes): _ = state.update(.minutesPassed(minutes))
            }
        }
        return nil
    }
}
