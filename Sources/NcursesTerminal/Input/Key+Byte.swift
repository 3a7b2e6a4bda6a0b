import Terminal

extension Key {
    /// The key that sends a byte below 0x80.
    init(asciiByte byte: UInt8) {
        switch byte {
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x1B: self = .escape
        case 0x00...0x1F: self = .control(Character(Character(Unicode.Scalar(byte + 0x40)).lowercased()))
        default: self = .character(Character(Unicode.Scalar(byte)))
        }
    }
}
