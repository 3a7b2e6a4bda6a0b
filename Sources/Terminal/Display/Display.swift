/// A screen that shows surfaces and reports what its user does.
///
/// A program's loop waits with `nextEvents`, handles all of them, and shows one surface: keys typed ahead then cost one frame.
public protocol Display: AnyObject {
    /// The extent of the screen.
    var size: Size { get }

    /// What the screen can show and report.
    var capabilities: Capabilities { get }

    /// Shows a surface; what the screen cannot draw is replaced, what lies outside it is left out.
    ///
    /// - Parameter cursor: where the hardware cursor stands (the selected item, for screen readers); nil hides it.
    func show(_ surface: Surface, cursor: Point?)

    /// Works out what it takes to show frames of which one is likely to be next, for when nobody waits.
    ///
    /// A display that has nothing to gain from it does nothing.
    func prepare(_ frames: [(surface: Surface, cursor: Point?)])

    /// Draws the whole screen again, for when something else has written to the terminal.
    func redraw()

    /// Offers a text to the clipboard of the terminal's user, over any connection; a terminal that has no such thing ignores it.
    func copy(_ text: String)

    /// Waits for the next event.
    ///
    /// - Parameter timeout: how long to wait; nil waits for as long as it takes.
    /// - Returns: nil if nothing happened in time.
    func nextEvent(timeout: Duration?) -> TerminalEvent?

    /// Reports `.readable` from now on whenever there is something to read from a file descriptor.
    func watch(fileDescriptor: Int32)

    /// Stops watching a file descriptor; to be called before it is closed.
    func unwatch(fileDescriptor: Int32)
}

extension Display {
    /// Waits for an event and takes with it what else has already happened, at most 1,000 events.
    ///
    /// - Returns: the events in order; none if nothing happened in time.
    public func nextEvents(timeout: Duration?) -> [TerminalEvent] {
        guard let first = nextEvent(timeout: timeout) else { return [] }
        var events = [first]
        while events.count < 1_000, let next = nextEvent(timeout: .zero) { events.append(next) }
        return events
    }
}
