extension String {
    /// The text with spaces behind it to a number of characters.
    func padded(to count: Int) -> String {
        let missing = count - characterCount
        return missing > 0 ? self + .spaces(missing) : self
    }

    /// The text with spaces before it to a number of characters.
    func leading(to count: Int) -> String {
        let missing = count - characterCount
        return missing > 0 ? .spaces(missing) + self : self
    }

    /// The number of characters, without looking for the ends of each where all are ASCII.
    var characterCount: Int { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x80 } ? utf8.count : count }

    /// So many spaces, made at once: `String(repeating:count:)` appends them one by one, which every frame would pay for a dozen times.
    static func spaces(_ count: Int) -> String {
        String(unsafeUninitializedCapacity: count < 0 ? 0 : count) { buffer in
            buffer.initialize(repeating: UInt8(ascii: " "))
            return buffer.count
        }
    }
}
