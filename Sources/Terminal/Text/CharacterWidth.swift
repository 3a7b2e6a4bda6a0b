/// How many columns of a terminal a Unicode scalar takes.
///
/// The rule is meant for text nobody vouches for: whatever could move the cursor, change the direction of text or hide takes
/// no width at all and is not drawable; `VisibleText` says what stands in its place.
public enum CharacterWidth: Hashable, Sendable {
    /// One column.
    case narrow

    /// Two columns.
    case wide

    /// A mark that joins the glyph before it.
    case combining

    /// Not to be sent to a terminal: controls, format and bidirectional controls, line separators, private or unassigned scalars.
    case undrawable

    /// The width of one scalar.
    public static func of(_ scalar: Unicode.Scalar) -> CharacterWidth {
        if isCommonNarrow(scalar) { return .narrow }
        return scalar.value < 0xA0 ? .undrawable : ofRareScalar(scalar)
    }

    /// Whether a scalar takes one column, as far as can be told without looking its properties up.
    static func isCommonNarrow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x2319, 0x2500...0x25FC, 0x2800...0x28FF: true
        default: false
        }
    }

    private static func ofRareScalar(_ scalar: Unicode.Scalar) -> CharacterWidth {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return .undrawable }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return .undrawable
        case .nonspacingMark, .enclosingMark: return .combining
        default: return isWide(scalar.value) ? .wide : .narrow
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        var low = 0
        var high = wideRanges.count
        while low < high {
            let middle = (low + high) / 2
            if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wideRanges.count && wideRanges[low].contains(value)
    }
}
