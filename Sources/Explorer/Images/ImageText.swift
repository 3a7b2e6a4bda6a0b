import Quantities
import Terminal

/// How wide texts of an image are, as far as that can be told without its font.
///
/// Whoever looks at the image may have another font than whoever wrote it: widths are those of DejaVu Sans, the widest of those that stand in
/// for Helvetica, so that a text takes less room than is kept for it, seldom more.
enum ImageText {
    /// The width of a text.
    ///
    /// - Parameter size: the font's size, in the unit of the width.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        text.unicodeScalars.reduce(0) { $0 + em(of: $1) } * size * (isBold ? 1.12 : 1)
    }

    /// The width of a character in a font of size 1.
    private static func em(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", " ", "·": 0.35
        case "f", "r", "t", "J", "(", ")", "[", "]", "/", "\\", "-", "!": 0.42
        case "m", "M", "w", "W", "%", "@", "—", "…": 1
        case "+", "=", "<", ">", "~", "^", "#", "×", "±", "≤": 0.84
        case "A"..."Z": 0.79
        case _ where scalar.value < 0x80: 0.65
        default:
            switch CharacterWidth.of(scalar) {
            case .combining: 0
            case .wide: 1.1
            case .narrow, .undrawable: 0.85
            }
        }
    }

    /// The text, or as much of its beginning as a width holds, with a sign that there is more.
    static func truncated(_ text: String, to width: Double, size: Double, isBold: Bool = false) -> String {
        if self.width(of: text, size: size, isBold: isBold) <= width { return text }
        var kept = ""
        var room = width - self.width(of: "…", size: size, isBold: isBold)
        for character in text {
            room -= self.width(of: String(character), size: size, isBold: isBold)
            if room < 0 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The text in lines, broken at spaces; what does not fit into so many is cut.
    static func wrapped(_ text: String, to width: Double, size: Double, atMost limit: Int, isBold: Bool = false) -> [String] {
        guard limit > 0 else { return [] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if line.isEmpty || lines.count == limit - 1 || self.width(of: longer, size: size, isBold: isBold) <= width {
                line = longer
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map { truncated($0, to: width, size: size, isBold: isBold) }
    }
}

extension Double {
    /// The number with at most two decimals, as SVG reads it.
    var svg: String {
        var text = text(decimals: 2)[...]
        guard text.contains("."), !text.contains("e") else { return String(text) }
        while text.last == "0" { text.removeLast() }
        return String(text.last == "." ? text.dropLast() : text)
    }
}

extension String {
    /// The text with XML's signs written out and without characters that control something.
    var escapedForXML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default:
                let isDrawable = CharacterWidth.of(scalar) != .undrawable
                escaped.unicodeScalars.append(isDrawable ? scalar : "\u{fffd}")
            }
        }
        return escaped
    }
}
