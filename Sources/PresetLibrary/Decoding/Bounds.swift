/// What numbers of presets may be; anything beyond is a slip of the unit or of the keyboard.
enum Bounds {
    /// The area of one unit: nothing to a thousand square millimetres.
    static let squareMicrometres = 0...1e9
    /// The energy of one operation: nothing to a millijoule.
    static let picojoules = 0...1e9
    /// The area of an accelerator.
    static let squareMillimetres = 1e-9...1e6
    /// The power of an accelerator.
    static let milliwatts = 1e-9...1e9
    /// The energy of an image.
    static let microjoules = 1e-9...1e12
    /// A share.
    static let percent = 0.0...100
    /// A saving, which is negative where more is taken.
    static let savingPercent = -1e6...100
}
