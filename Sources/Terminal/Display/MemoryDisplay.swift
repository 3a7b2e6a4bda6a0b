/// A display without a terminal: events come from a script, surfaces are kept.
public final class MemoryDisplay: Display {
    /// One call of `show`.
    public struct Frame: Hashable, Sendable {
        /// What a terminal with the display's capabilities would show.
        public let surface: Surface

        /// Where the hardware cursor stands; nil if it is hidden.
        public let cursor: Point?
    }

    /// The extent of the screen; changed by a `.resize` in the script when it is reported.
    public private(set) var size: Size

    /// What the screen can show and report.
    public let capabilities: Capabilities

    /// All that was shown, oldest first.
    public private(set) var frames: [Frame] = []

    /// The texts that were copied, oldest first.
    public private(set) var copies: [String] = []

    /// The file descriptors that are watched.
    public private(set) var watchedFileDescriptors: Set<Int32> = []

    private var events: ArraySlice<TerminalEvent>

    /// A screen of some extent on which `events` will happen, then the terminal is lost.
    public init(size: Size, capabilities: Capabilities = .full, events: [TerminalEvent] = []) {
        self.size = size
        self.capabilities = capabilities
        self.events = events[...]
    }

    /// Keeps the surface as a terminal with the display's capabilities would show it.
    public func show(_ surface: Surface, cursor: Point?) {
        frames.append(Frame(surface: surface.limited(to: capabilities), cursor: cursor))
    }

    /// There is nothing to gain here.
    public func prepare(_ frames: [(surface: Surface, cursor: Point?)]) {}

    /// Nothing else writes to this screen, so there is nothing to do.
    public func redraw() {}

    /// Keeps the text.
    public func copy(_ text: String) { copies.append(text) }

    /// The next event of the script at once; after the last `.terminate(.hangup)`, or nil if there is a timeout.
    public func nextEvent(timeout: Duration?) -> TerminalEvent? {
        guard let event = events.popFirst() else { return timeout == nil ? .terminate(.hangup) : nil }
        if case .resize(let newSize) = event { size = newSize }
        return event
    }

    /// Notes that a file descriptor is watched; its events come from the script.
    public func watch(fileDescriptor: Int32) { watchedFileDescriptors.insert(fileDescriptor) }

    /// Notes that a file descriptor is watched no more.
    public func unwatch(fileDescriptor: Int32) { watchedFileDescriptors.remove(fileDescriptor) }
}
