extension Glyph {
    /// Scalars outside ASCII beside the ASCII characters that stand for them.
    static let asciiResemblances: [Unicode.Scalar: Unicode.Scalar] = {
        var resemblances: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (scalars, stand) in resemblanceLists {
            for (scalar, ascii) in zip(scalars.unicodeScalars, stand.unicodeScalars) { resemblances[scalar] = ascii }
        }
        return resemblances
    }()

    /// Pairs of equally long lists: each scalar of the first is replaced by the one at its place in the second.
    private static let resemblanceLists: [(String, String)] = [
        ("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿß", "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyys"),
        ("µμ²³¹⁰⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉", "uu2310456789-+0123456789"), ("×±·…°÷−–—‐‑≤≥≈≠√∞∑Δσπ∙⋅", "x~..o/-----<>~!v8Sdsp.."),
        ("‘’‚“”„«»‹›′″", "'',\"\"\"<><>'\""), ("→←↑↓↔⇒⇐", "><^v-><"), ("▸►▶▹◂◄◀◃▲△▴▼▽▾", ">>>><<<<^^^vvv"),
        ("●•◆■▪★✶○◇□▫☆◌", "*******oooooo"), ("✓✔✗✘", "++xx"), ("█▓▒░▀▄▌▐", "#+:.\"_##"), ("▁▂▃▅▆▇▉▊▋▍▎▏", "__.=+*##||||"),
        ("\u{00A0}\u{2002}\u{2003}\u{2009}\u{3000}", "     "),
    ]
}
