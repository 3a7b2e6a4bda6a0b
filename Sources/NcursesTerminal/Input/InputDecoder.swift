import Terminal

/// Makes events of what curses delivers: text from UTF-8, keys from sequences that terminfo does not know, pastes.
///
/// A sequence without a meaning is dropped as a whole, so that its tail is never taken for keys.
struct InputDecoder: Sendable {
    /// No more than this many bytes of one paste are kept.
    static let longestPaste = 1 << 20

    /// No sequence worth decoding is longer than this.
    private static let longestSequence = 64

    private enum State: Hashable, Sendable {
        case ground
        case escape
        case singleShift
        case controlSequence
        case paste
    }

    private var state = State.ground
    private var sequence: [UInt8] = []
    private var character = UTF8Assembler()
    private var pasted: [UInt8] = []

    /// Takes a piece of input and adds the events it completes.
    mutating func decode(_ input: RawInput, to events: inout [TerminalEvent]) {
        switch input {
        case .byte(let byte): decode(byte, to: &events)
        case .key(let key):
            finish(to: &events)
            if state != .paste { events.append(.key(key)) }
        case .mouse(let mouse):
            finish(to: &events)
            events.append(.mouse(mouse))
        case .other: finish(to: &events)
        }
    }

    /// Adds what the input so far means if no more follows: an escape that begins no sequence is the Escape key.
    mutating func finish(to events: inout [TerminalEvent]) {
        switch state {
        case .ground, .paste: return
        case .escape: events.append(.key(.escape))
        case .singleShift: events += [.key(.escape), .key(.character("O"))]
        case .controlSequence:
            events += [.key(.escape), .key(.character("["))]
            for byte in sequence { appendKey(of: byte, to: &events) }
        }
        state = .ground
        sequence = []
    }

    private mutating func decode(_ byte: UInt8, to events: inout [TerminalEvent]) {
        switch state {
        case .ground: decodeGround(byte, to: &events)
        case .escape: decodeEscape(byte, to: &events)
        case .singleShift:
            state = .ground
            if let key = EscapeSequence.keyOfSingleShift(byte) { events.append(.key(key)) }
        case .controlSequence: decodeControlSequence(byte, to: &events)
        case .paste: decodePaste(byte, to: &events)
        }
    }

    private mutating func decodeGround(_ byte: UInt8, to events: inout [TerminalEvent]) {
        if byte == 0x1B { state = .escape } else { appendKey(of: byte, to: &events) }
    }

    private mutating func decodeEscape(_ byte: UInt8, to events: inout [TerminalEvent]) {
        switch byte {
        case UInt8(ascii: "["): state = .controlSequence
        case UInt8(ascii: "O"): state = .singleShift
        case 0x1B: events.append(.key(.escape))
        default:
            state = .ground
            events.append(.key(.escape))
            appendKey(of: byte, to: &events)
        }
    }

    private mutating func decodeControlSequence(_ byte: UInt8, to events: inout [TerminalEvent]) {
        switch byte {
        case 0x40...0x7E:
            let meaning = EscapeSequence.meaning(parameters: sequence, final: byte)
            sequence = []
            state = meaning == .pasteBegins ? .paste : .ground
            if case .event(let event) = meaning { events.append(event) }
        case 0x20...0x3F where sequence.count < InputDecoder.longestSequence: sequence.append(byte)
        default:
            finish(to: &events)
            decode(byte, to: &events)
        }
    }

    private mutating func decodePaste(_ byte: UInt8, to events: inout [TerminalEvent]) {
        pasted.append(byte)
        if byte == UInt8(ascii: "~") && pasted.hasSuffix(EscapeSequence.pasteEnd) {
            pasted.removeLast(EscapeSequence.pasteEnd.count)
            events.append(.paste(String(decoding: pasted, as: UTF8.self)))
            pasted = []
            state = .ground
        } else if pasted.count >= InputDecoder.longestPaste + EscapeSequence.pasteEnd.count {
            // Only what might still become the end's sequence is kept apart; the rest of the paste is lost, not typed.
            pasted.remove(at: InputDecoder.longestPaste)
        }
    }

    private mutating func appendKey(of byte: UInt8, to events: inout [TerminalEvent]) {
        if byte < 0x80 {
            character.reset()
            events.append(.key(Key(asciiByte: byte)))
        } else if let scalar = character.take(byte), CharacterWidth.of(scalar) != .undrawable {
            events.append(.key(.character(Character(scalar))))
        }
    }
}

extension [UInt8] {
    /// Whether the bytes end with those of `suffix`.
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
