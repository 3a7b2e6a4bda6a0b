/// A key press.
public enum Key: Hashable, Sendable {
    /// A key that types a character, space included.
    case character(Character)

    /// A letter, or one of `@[\]^_`, while Ctrl is held; letters are lower case.
    case control(Character)

    /// The cursor keys.
    case up, down, left, right

    /// The keys around the cursor keys.
    case home, end, pageUp, pageDown, insert, delete

    /// The keys around the letters; `backTab` is Shift-Tab.
    case enter, escape, tab, backTab, backspace

    /// F1, F2 and so on.
    case function(Int)
}
