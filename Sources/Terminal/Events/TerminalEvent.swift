/// Something a display reports.
public enum TerminalEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)

    /// The mouse was used.
    case mouse(MouseEvent)

    /// Text was pasted; it may hold anything, control characters included.
    case paste(String)

    /// The screen has another size; everything has to be drawn for it.
    case resize(Size)

    /// A file descriptor that was registered with the display can be read or is at its end.
    case readable(fileDescriptor: Int32)

    /// The program is to end: save what must be saved, close the display, then die by that signal.
    case terminate(TerminationSignal)
}
