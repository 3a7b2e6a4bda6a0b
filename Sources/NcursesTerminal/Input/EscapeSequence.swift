import Terminal

/// The sequences that many terminals send beyond what their terminfo entries say (ECMA-48, xterm's control sequences).
enum EscapeSequence {
    /// What a sequence stands for.
    enum Meaning: Hashable, Sendable {
        /// Something to report.
        case event(TerminalEvent)

        /// What follows is pasted, up to `pasteEnd`.
        case pasteBegins

        /// Nothing.
        case none
    }

    /// The end of a bracketed paste: `ESC [ 201 ~`.
    static let pasteEnd: [UInt8] = [0x1B] + Array("[201~".utf8)

    /// What `ESC [ parameters final` stands for.
    static func meaning(parameters: [UInt8], final: UInt8) -> Meaning {
        if parameters.first == UInt8(ascii: "<") {
            return mouse(numbers(parameters.dropFirst()), isRelease: final == UInt8(ascii: "m"))
        }
        let numbers = numbers(parameters[...])
        if final == UInt8(ascii: "~") {
            if numbers.first == 200 { return .pasteBegins }
            return key(numbered: numbers.first ?? 0).map { .event(.key($0)) } ?? .none
        }
        // The second number is 1 more than the modifiers that are held, of which Shift is 1.
        let isShifted = numbers.count == 2 && numbers[1] == 2
        return keyOfLetter(final).map { .event(.key(isShifted ? $0.shifted : $0)) } ?? .none
    }

    /// The key of `ESC O final`, as keypads in application mode send it.
    static func keyOfSingleShift(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
        case UInt8(ascii: "M"): .enter
        default: keyOfLetter(final)
        }
    }

    private static func keyOfLetter(_ letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .backTab
        default: nil
        }
    }

    private static func key(numbered number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    /// Button, column and row from 1 on, as modes 1000 and 1006 of xterm report them.
    private static func mouse(_ numbers: [Int], isRelease: Bool) -> Meaning {
        guard numbers.count == 3, numbers[1] >= 1, numbers[2] >= 1 else { return .none }
        // Bits 2 to 4 are Shift, Alt and Ctrl; bit 5 marks a movement.
        let modifiers = 0b11100
        let movement = 0b100000
        guard numbers[0] & movement == 0 else { return .none }
        guard let kind = mouseKind(button: numbers[0] & ~modifiers, isRelease: isRelease) else { return .none }
        return .event(.mouse(MouseEvent(kind, at: Point(column: numbers[1] - 1, row: numbers[2] - 1))))
    }

    private static func mouseKind(button: Int, isRelease: Bool) -> MouseEvent.Kind? {
        switch button {
        case 0: isRelease ? .release(.left) : .press(.left)
        case 1: isRelease ? .release(.middle) : .press(.middle)
        case 2: isRelease ? .release(.right) : .press(.right)
        case 64: .scrollUp
        case 65: .scrollDown
        default: nil
        }
    }

    /// The numbers between semicolons; what is no number, or a huge one, counts as 0.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            digits.count <= 6 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
        }
    }
}

extension Key {
    /// The key while Shift is held, if that is another one.
    fileprivate var shifted: Key {
        switch self {
        case .up: .shiftUp
        case .down: .shiftDown
        case .left: .shiftLeft
        case .right: .shiftRight
        default: self
        }
    }
}
