/// Base 64 (RFC 4648), as OSC 52 wants it.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    /// The text that stands for some bytes, padded to a multiple of four characters.
    static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(digits[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(digits[Int(bits << UInt32(6 - count) & 63)]) }
        return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
