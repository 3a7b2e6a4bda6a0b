import TestSupport

/// Texts of the kind that nobody means well with.
enum HostileText {
    /// One of each kind, with the text that may be shown for it.
    static let examples: [(text: String, shown: String)] = [
        ("\u{1b}[31mred", "␛[31mred"), ("two\nlines", "two␊lines"), ("tab\tbed", "tab␉bed"), ("bell\u{7}", "bell␇"),
        ("nul\u{0}", "nul␀"), ("rub\u{7f}out", "rub␡out"), ("\u{9b}2J", "\\u{9b}2J"), ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
        ("zero\u{200b}width", "zero\\u{200b}width"), ("\u{feff}mark", "\\u{feff}mark"), ("soft\u{ad}hyphen", "soft\\u{ad}hyphen"),
        ("line\u{2028}end", "line\\u{2028}end"), ("tag\u{e0041}", "tag\\u{e0041}"), ("private\u{e000}", "private\\u{e000}"),
        ("\u{301}alone", "◌\u{301}alone"), ("e\u{301}\u{302}", "e\u{301}◌\u{302}"),
    ]

    /// A text of scalars drawn from all of Unicode, most of them from where the dangerous ones are.
    static func random(_ generator: inout SeededGenerator) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            let ranges: [ClosedRange<UInt32>] = [
                0x00...0x1F, 0x20...0x7E, 0x7F...0xAF, 0x300...0x36F, 0x590...0x5FF, 0x1100...0x11FF, 0x2000...0x206F,
                0x2500...0x28FF, 0x3000...0x9FFF, 0xFE00...0xFEFF, 0x1F300...0x1F9FF, 0xE0000...0xE01EF, 0x0...0x10FFFF,
            ]
            let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
