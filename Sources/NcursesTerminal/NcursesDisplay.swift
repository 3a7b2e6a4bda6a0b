import CNcurses
import Glibc
import Terminal

/// The terminal on standard input and output, driven by ncurses.
///
/// However the process ends - `close`, exit, a signal, a trap - the terminal is left as it was found; Ctrl-Z and `fg` are handled
/// inside. While a display is open, text written to a standard error that is a terminal is kept back until it closes. A process
/// has one display at a time, used from one thread.
public final class NcursesDisplay: Display {
    /// The extent of the screen.
    public private(set) var size: Size

    /// What the screen can show and report.
    public let capabilities: Capabilities

    private var screen: CursesScreen
    private var input = InputQueue()
    private var watched: [Int32] = []
    private var reported: Set<Int32> = []
    private var isOpen = true

    /// Opens the terminal this process runs in.
    ///
    /// - Throws: `NcursesTerminalError` if it cannot show the screens, or one is open already.
    public convenience init() throws(NcursesTerminalError) { try self.init(capabilities: TerminalFacts.current().capabilities()) }

    /// Opens the terminal this process runs in, which `TerminalFacts` has found to have these capabilities.
    ///
    /// - Throws: `NcursesTerminalError.alreadyOpen`, `.unknownTerminal`, `.system`.
    public init(capabilities: Capabilities) throws(NcursesTerminalError) {
        switch bf_screen_open(capabilities.colors > .monochrome, capabilities.mouse) {
        case BF_OPENED: break
        case BF_ALREADY_OPEN: throw .alreadyOpen
        case BF_UNUSABLE: throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
        default: throw .system(code: errno)
        }
        self.capabilities = capabilities
        size = NcursesDisplay.measuredSize()
        screen = CursesScreen(size: size)
    }

    deinit { close() }

    /// Leaves the terminal as it was found; the display shows and reports nothing from then on.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        bf_screen_close()
    }

    /// Leaves the terminal as it was found and ends the process by a signal, so that its parent sees that signal.
    public func end(by signal: TerminationSignal) -> Never {
        close()
        bf_die_by(signal.number)
    }

    /// Shows a surface: only cells that differ from those shown are written.
    public func show(_ surface: Surface, cursor: Point?) {
        guard isOpen else { return }
        screen.show(surface.limited(to: capabilities), cursor: cursor)
    }

    /// Works out what differs from frames of which one is likely to be shown next.
    public func prepare(_ frames: [(surface: Surface, cursor: Point?)]) {
        guard isOpen else { return }
        screen.prepare(frames.map { ($0.surface.limited(to: capabilities), $0.cursor) })
    }

    /// Draws the whole screen again, for when something else has written to the terminal.
    public func redraw() {
        guard isOpen else { return }
        screen.redraw()
    }

    /// Offers a text to the terminal's clipboard where terminfo says how (OSC 52); a text of more than 4,096 bytes is left out.
    public func copy(_ text: String) {
        guard isOpen, text.utf8.count <= 4_096 else { return }
        bf_screen_copy(Base64.encoded(text.utf8))
    }

    /// Reports `.readable` once in each wait in which there is something to read from a file descriptor.
    public func watch(fileDescriptor: Int32) { if !watched.contains(fileDescriptor) { watched.append(fileDescriptor) } }

    /// Stops watching a file descriptor; to be called before it is closed.
    public func unwatch(fileDescriptor: Int32) { watched.removeAll { $0 == fileDescriptor } }

    /// Waits for the next event, without waking up in between; nil if none came in time or the display is closed.
    public func nextEvent(timeout: Duration?) -> TerminalEvent? {
        if timeout != .zero { reported = [] }
        let deadline = timeout.map { ContinuousClock.now + $0 }
        while isOpen {
            if let event = input.next() { return event }
            let waited = wait(until: deadline)
            if let event = waited.event { return event }
            if waited.isOver { return nil }
        }
        return nil
    }
}

extension NcursesDisplay {
    private static func measuredSize() -> Size {
        var (columns, rows): (Int32, Int32) = (0, 0)
        bf_screen_measure(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Waits once for the terminal, a signal or a watched file descriptor, and handles what came.
    private func wait(until deadline: ContinuousClock.Instant?) -> (event: TerminalEvent?, isOver: Bool) {
        let candidates = watched.filter { !reported.contains($0) }
        var descriptors = ([STDIN_FILENO, bf_signals_descriptor()] + candidates).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let ready = poll(&descriptors, nfds_t(descriptors.count), NcursesDisplay.milliseconds(until: deadline))
        // An interrupted wait has left its signal in the pipe: the next one finds it.
        if ready < 0 { return errno == EINTR ? (nil, false) : (.terminate(.hangup), false) }
        if ready == 0 { return (nil, deadline.map { ContinuousClock.now >= $0 } ?? false) }
        if descriptors[1].revents != 0, let event = handleSignals() { return (event, false) }
        if descriptors[0].revents != 0, let event = readInput(descriptors[0].revents) { return (event, false) }
        if let readable = descriptors.dropFirst(2).first(where: { $0.revents != 0 }) {
            reported.insert(readable.fd)
            return (.readable(fileDescriptor: readable.fd), false)
        }
        return (nil, false)
    }

    /// The time left, rounded up so that a wait never ends just before its deadline; -1 for ever.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = max(deadline - ContinuousClock.now, .zero).components
        let (milliseconds, isHuge) = left.seconds.multipliedReportingOverflow(by: 1000)
        guard !isHuge, milliseconds < Int64(Int32.max) else { return .max }
        return Int32(clamping: milliseconds + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    private func readInput(_ state: Int16) -> TerminalEvent? {
        let isLost = Int32(state) & (POLLHUP | POLLERR | POLLNVAL) != 0
        // Readable without a byte is the end of input.
        let count = isLost ? 0 : bf_input_count()
        if count == 0 { return .terminate(.hangup) }
        input.fill(knowing: Int(count))
        return input.next()
    }

    private func handleSignals() -> TerminalEvent? {
        var numbers: [Int32] = []
        while case let number = bf_signals_take(), number != 0 { numbers.append(number) }
        // A request to end goes first: a job killed while it is stopped is continued in the background, where the terminal
        // must not be touched any more.
        if let signal = numbers.lazy.compactMap(TerminationSignal.init).first { return .terminate(signal) }
        switch numbers.last(where: { [SIGTSTP, SIGCONT].contains($0) }) {
        case SIGTSTP: bf_screen_stop()
        case SIGCONT:
            bf_screen_continue()
            screen.redraw()
        default: break
        }
        // The window may have changed while the process was stopped, too.
        return resizeIfChanged()
    }

    private func resizeIfChanged() -> TerminalEvent? {
        let measured = NcursesDisplay.measuredSize()
        guard measured != size else { return nil }
        size = measured
        bf_screen_resize(Int32(clamping: size.columns), Int32(clamping: size.rows))
        screen.resize(to: size)
        return .resize(size)
    }
}
