import CNcurses
import Terminal

/// What has been read from the terminal and not been reported yet.
struct InputQueue {
    /// As much as is read at a time, so that a flood of input does not take all memory.
    private static let longestRead = 4_096

    private static let escape: UInt8 = 0x1B

    private var decoder = InputDecoder()
    private var events: [TerminalEvent] = []
    private var position = 0
    private var mayHaveMore = false

    /// The next event; nil if all that the terminal has sent is reported.
    mutating func next() -> TerminalEvent? {
        while position == events.count {
            guard mayHaveMore else { return nil }
            fill()
        }
        defer { position += 1 }
        return events[position]
    }

    /// Reads what curses has.
    ///
    /// - Parameter count: how many bytes there are, if that is known: after a single one that begins nothing longer, curses, which would ask
    ///   the terminal, is not asked for more.
    mutating func fill(knowing count: Int? = nil) {
        if position == events.count {
            events.removeAll(keepingCapacity: true)
            position = 0
        }
        for _ in 0..<InputQueue.longestRead {
            guard let input = RawInput(bf_screen_read()) else {
                mayHaveMore = false
                decoder.finish(to: &events)
                return
            }
            decoder.decode(input, to: &events)
            if count == 1, case .byte(let byte) = input, byte != InputQueue.escape {
                mayHaveMore = false
                decoder.finish(to: &events)
                return
            }
        }
        mayHaveMore = true
    }
}
