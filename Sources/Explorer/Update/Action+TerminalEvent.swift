import Terminal

extension Action {
    /// What a display's event is to the explorer; nil for what it leaves to the executable (signals, descriptors) or ignores.
    public init?(_ event: TerminalEvent) {
        switch event {
        case .key(let key): self = .keyPressed(key)
        case .resize(let size): self = .resized(size)
        case .paste(let text): self = .pasted(text)
        case .mouse(let mouse): self = .mouseUsed(mouse)
        case .readable, .terminate: return nil
        }
    }
}
