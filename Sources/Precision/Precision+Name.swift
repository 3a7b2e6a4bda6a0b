extension Precision {
    /// The name on the command line, in files and in JSON: `fixed8`, `pow2`, or in general `fixed:12,12`, `pow2:4,8`, `binary:8`.
    public var name: String {
        switch (weights, data) {
        case (.float32, _), (_, .float32): "float32"
        case (.fixed(let w), .fixed(let x)): hasNameOfItsOwn ? "fixed" + String(w) : "fixed:" + String(w) + "," + String(x)
        case (.powerOfTwo(let w), .fixed(let x)): hasNameOfItsOwn ? "pow2" : "pow2:\(w),\(x)"
        case (.binary, .fixed(let x)): hasNameOfItsOwn ? "binary" : "binary:\(x)"
        }
    }

    /// Whether its name is a word of the paper's, and none that is put together of its widths.
    private var hasNameOfItsOwn: Bool {
        switch (weights, data) {
        case (.float32, _), (_, .float32): true
        case (.fixed(let w), .fixed(let x)): w == x && [4, 8, 16, 32].contains(w)
        case (.powerOfTwo(let w), .fixed(let x)): (w, x) == (6, 16)
        case (.binary, .fixed(let x)): x == 16
        }
    }

    /// A number for the precisions whose names are as long as each other's, and whose titles are: of hundreds a few are to be measured.
    public var nameShape: Int {
        familyPlace << 3 | (weightBits >= 10 ? 4 : 0) | (dataBits >= 10 ? 2 : 0) | (hasNameOfItsOwn ? 1 : 0)
    }

    /// The name a person reads, as in Hashemi et al., Table III: `fixed point (8,8)`.
    public var title: String { "\(family) (\(weightBits),\(dataBits))" }

    /// The family of the weight format in words, without widths.
    public var family: String {
        switch weights {
        case .float32: "floating point"
        case .fixed: "fixed point"
        case .powerOfTwo: "power of two"
        case .binary: "binary"
        }
    }

    /// Reads a precision from its `name`.
    ///
    /// Every name of the general form is accepted, so `fixed:8,8` is `fixed8`.
    ///
    /// - Throws: `PrecisionError` with the text or the width that cannot be had.
    public init(parsing text: String) throws(PrecisionError) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            guard let known = Precision.ofThePaper.first(where: { $0.name == text }) else { throw .unknownName(text) }
            self = known
            return
        }
        let parts = [text[..<colon], text[text.utf8.index(after: colon)...]]
        let widths = parts[1].utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Int(Substring($0)) }
        switch (parts[0], widths.count, widths.first ?? nil, widths.last ?? nil) {
        case ("fixed", 2, let w?, let x?): self = try .fixed(weightBits: w, dataBits: x)
        case ("pow2", 2, let w?, let x?): self = try .powerOfTwo(weightBits: w, dataBits: x)
        case ("binary", 1, let x?, _): self = try .binary(dataBits: x)
        default: throw .unknownName(text)
        }
    }
}
