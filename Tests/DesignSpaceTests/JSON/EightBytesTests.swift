import Testing

@testable import DesignSpace

@Suite("Bytes looked for eight at a time")
struct EightBytesTests {
    @Test(
        "The first byte of a kind is found wherever it stands, and nothing else is taken for it",
        arguments: [0, 1, 7, 8, 9, 15, 16, 17, 40])
    func everyPlace(length: Int) {
        for byte in UInt8(1)...UInt8.max {
            var bytes = [UInt8](repeating: byte, count: length)
            let isMeant = byte >= UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
            #expect(place(in: bytes, from: 0) == (isMeant && length > 0 ? 0 : length), "\(byte)")
            bytes = [UInt8](repeating: UInt8(ascii: "7"), count: length)
            for place in bytes.indices {
                bytes[place] = byte
                #expect(self.place(in: bytes, from: 0) == (isMeant ? place : length), "\(byte) at \(place)")
                bytes[place] = UInt8(ascii: "7")
            }
        }
    }

    @Test("What stands before the place where one begins is not looked at", arguments: 0...20)
    func start(from: Int) {
        var bytes = [UInt8](repeating: UInt8(ascii: "1"), count: 24)
        for place in stride(from: 0, to: 24, by: 3) { bytes[place] = UInt8(ascii: "{") }
        #expect(place(in: bytes, from: from) == (from + 2) / 3 * 3)
    }

    private func place(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            let place = bytes.firstPlace(from: start) { $0.atLeast(UInt8(ascii: "[")) | $0.equal(to: UInt8(ascii: "\"")) }
            return min(place, bytes.count)
        }
    }
}
