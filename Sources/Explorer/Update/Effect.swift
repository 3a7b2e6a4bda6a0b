import DesignSpace

/// Something to be done outside the explorer, which the executable carries out.
public enum Effect: Hashable, Sendable {
    /// Leave the explorer.
    case quit
    /// Give the terminal back, stop the process as Ctrl-Z does, and draw everything when it goes on.
    case suspend
    /// Draw everything, whatever the terminal is believed to show.
    case redraw
    /// Offer a text to the clipboard of the terminal's user.
    case copy(String)
    /// Train a design point; it comes back with `Action.studyLoaded` once its result is in the store.
    case run(DesignPoint)
}
