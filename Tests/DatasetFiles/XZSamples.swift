import Foundation

/// Twelve images of 8×8 pixels in IDX format, compressed by liblzma 5.4.1 (LZMA2, preset 0, a dictionary of 4 KiB).
enum XZSamples {
    /// One with a CRC-32 of the content, and one without, in which changed content is not found out by the checksum.
    static var all: [[UInt8]] { [checked, unchecked].compactMap { Data(base64Encoded: $0).map { [UInt8]($0) } } }

    private static let checked =
        "/Td6WFoAAAFpIt42AgAhAQAAAAA3J5fW4AMPAIxdAAAAAbm/KHsHJSVKUp4KgFaCrKWX2ko1pqvo0f51f6TtVtYMLff4XF6deDL6E4/c0oz4/T567YHwdRFP"
        + "tcRlzBJlPfIe/m9UhFLhNJwCvjKHgdaULLp9166emI6y9iNYRZ6VyF0z6lMPckT1giNoNSriUs1Dyg0s4N0FPpjbflm6OZPyO4hVb583nZBuALAHnL4AAaQB"
        + "kAYAAIMzdcU+MA2LAgAAAAABWVo="

    private static let unchecked =
        "/Td6WFoAAAD/EtlBAgAhAQAAAAA3J5fW4AMPAIxdAAAAAbm/KHsHJSVKUp4KgFaCrKWX2ko1pqvo0f51f6TtVtYMLff4XF6deDL6E4/c0oz4/T567YHwdRFP"
        + "tcRlzBJlPfIe/m9UhFLhNJwCvjKHgdaULLp9166emI6y9iNYRZ6VyF0z6lMPckT1giNoNSriUs1Dyg0s4N0FPpjbflm6OZPyO4hVb583nZBuAAABoAGQBgAA"
        + "lXHkXqgACvwCAAAAAABZWg=="
}
