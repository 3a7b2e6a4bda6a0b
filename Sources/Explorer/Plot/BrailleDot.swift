/// The dots of a Braille cell, two across and four down.
enum BrailleDot {
    /// The bit of a dot in Unicode's patterns, whose last line was added behind the six dots of the old one.
    static func bit(column: Int, line: Int) -> UInt8 {
        1 &<< UInt8(truncatingIfNeeded: line == 3 ? 6 &+ column : line &+ 3 &* column)
    }
}
