/// Something done with the mouse.
public struct MouseEvent: Hashable, Sendable {
    /// What was done.
    public enum Kind: Hashable, Sendable {
        /// A button went down.
        case press(Button)

        /// A button went up; a place other than that of the press makes the two a drag.
        case release(Button)

        /// The wheel turned away from the hand.
        case scrollUp

        /// The wheel turned towards the hand.
        case scrollDown
    }

    /// The buttons.
    public enum Button: Hashable, Sendable {
        /// The button under the forefinger, the middle one (often the wheel), the other one.
        case left, middle, right
    }

    /// What was done.
    public let kind: Kind

    /// The cell it was done in.
    public let point: Point

    /// Something done with the mouse at a cell.
    public init(_ kind: Kind, at point: Point) {
        self.kind = kind
        self.point = point
    }
}
