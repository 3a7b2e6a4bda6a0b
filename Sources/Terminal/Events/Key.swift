/// A key press.
public enum Key: Hashable, Sendable {
    /// A key that types a character, space included.
    case character(Character)

    /// A letter, or one of `@[\]^_`, while Ctrl is held; letters are lower case.
    case control(Character)

    /// The cursor keys.
    case up, down, left, right

    /// The cursor keys while Shift is held, where the terminal tells that.
    case shiftUp, shiftDown, shiftLeft, shiftRight

    /// The keys around the cursor keys.
    case home, end, pageUp, pageDown, insert, delete

    /// The keys around the letters; `backTab` is Shift-Tab.
    case enter, escape, tab, backTab, backspace

    /// F1, F2 and so on.
    case function(Int)

    /// The cursor key itself of one with which Shift is held; any other key as it is.
    public var withoutShift: Key {
        switch self {
        case .shiftUp: .up
        case .shiftDown: .down
        case .shiftLeft: .left
        case .shiftRight: .right
        default: self
        }
    }
}
