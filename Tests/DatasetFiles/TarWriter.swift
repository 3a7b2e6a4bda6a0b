/// Writes tar archives for tests.
package enum TarWriter {
    /// A member with its header; `kind` is the type flag of the header.
    package static func member(_ path: String, _ content: [UInt8], kind: Character = "0", size: Int? = nil) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) { for (index, byte) in text.utf8.enumerated() { header[place + index] = byte } }
        put(String(path.prefix(100)), at: 0)
        put("0000644\0", at: 100)
        let octal = String(size ?? content.count, radix: 8)
        put(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
        put("        ", at: 148)
        put(String(kind), at: 156)
        put("ustar\u{0}00", at: 257)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\0", at: 148)
        let padding = (512 - content.count % 512) % 512
        return header + content + [UInt8](repeating: 0, count: padding)
    }

    /// An archive of members in order.
    package static func archive(_ members: [(path: String, content: [UInt8])]) -> [UInt8] {
        members.flatMap { member($0.path, $0.content) } + [UInt8](repeating: 0, count: 1024)
    }
}

extension TarWriter {
    /// An archive in which every block that can be taken for a header has the checksum that fits it.
    package static func withChecksums(_ archive: [UInt8]) -> [UInt8] {
        var bytes = archive
        for start in stride(from: 0, to: bytes.count - 511, by: 512) where bytes[start + 257] == UInt8(ascii: "u") {
            for place in 148..<156 { bytes[start + place] = UInt8(ascii: " ") }
            let sum = String(bytes[start..<start + 512].reduce(0) { $0 + Int($1) }, radix: 8)
            let field = Array((String(repeating: "0", count: 6 - sum.count) + sum + "\0").utf8)
            bytes.replaceSubrange(start + 148..<start + 148 + field.count, with: field)
        }
        return bytes
    }
}
