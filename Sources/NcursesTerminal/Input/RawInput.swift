import CNcurses
import Terminal

/// A piece of input as curses delivers it.
enum RawInput: Hashable, Sendable {
    /// A byte of text or of a sequence that terminfo does not know.
    case byte(UInt8)

    /// A key that terminfo knows.
    case key(Key)

    /// The mouse.
    case mouse(MouseEvent)

    /// A key without a meaning here.
    case other

    /// The input of a C value; nil if it stands for none.
    init?(_ input: bf_input) {
        switch input.kind {
        case BF_INPUT_NONE: return nil
        case BF_INPUT_BYTE: self = .byte(UInt8(truncatingIfNeeded: input.value))
        case BF_INPUT_KEY: self = RawInput.key(code: input.value).map(RawInput.key) ?? .other
        case BF_INPUT_FUNCTION: self = .key(.function(Int(input.value)))
        case BF_INPUT_MOUSE: self = RawInput.mouse(input).map(RawInput.mouse) ?? .other
        default: self = .other
        }
    }

    private static let keys: [(bf_key, Key)] = [
        (BF_KEY_UP, .up), (BF_KEY_DOWN, .down), (BF_KEY_LEFT, .left), (BF_KEY_RIGHT, .right), (BF_KEY_HOME, .home),
        (BF_KEY_END, .end), (BF_KEY_PAGE_UP, .pageUp), (BF_KEY_PAGE_DOWN, .pageDown), (BF_KEY_INSERT, .insert),
        (BF_KEY_DELETE, .delete), (BF_KEY_ENTER, .enter), (BF_KEY_BACK_TAB, .backTab), (BF_KEY_BACKSPACE, .backspace),
        (BF_KEY_SHIFT_UP, .shiftUp), (BF_KEY_SHIFT_DOWN, .shiftDown), (BF_KEY_SHIFT_LEFT, .shiftLeft),
        (BF_KEY_SHIFT_RIGHT, .shiftRight),
    ]

    private static func key(code: Int32) -> Key? { keys.first { $0.0.rawValue == UInt32(bitPattern: code) }?.1 }

    private static let mouseKinds: [(bf_mouse, MouseEvent.Kind)] = [
        (BF_MOUSE_LEFT_PRESS, .press(.left)), (BF_MOUSE_LEFT_RELEASE, .release(.left)), (BF_MOUSE_MIDDLE_PRESS, .press(.middle)),
        (BF_MOUSE_MIDDLE_RELEASE, .release(.middle)), (BF_MOUSE_RIGHT_PRESS, .press(.right)),
        (BF_MOUSE_RIGHT_RELEASE, .release(.right)), (BF_MOUSE_WHEEL_UP, .scrollUp), (BF_MOUSE_WHEEL_DOWN, .scrollDown),
    ]

    private static func mouse(_ input: bf_input) -> MouseEvent? {
        mouseKinds.first { $0.0.rawValue == UInt32(bitPattern: input.value) }.map {
            MouseEvent($0.1, at: Point(column: Int(input.column), row: Int(input.row)))
        }
    }
}
