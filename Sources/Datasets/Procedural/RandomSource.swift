/// A small generator of random numbers (SplitMix64; Steele, Lea and Flood 2014) whose numbers are the same everywhere.
struct RandomSource: RandomNumberGenerator {
    private var state: UInt64

    /// Starts at a seed.
    init(seed: UInt64) {
        state = seed
    }

    /// Starts a sequence of its own for one image, so that an image does not depend on how many come before it.
    init(seed: UInt64, split: Int, index: Int) {
        var mixer = RandomSource(seed: seed)
        mixer.state ^= mixer.next() &+ UInt64(split) << 56
        mixer.state ^= mixer.next() &+ UInt64(index)
        state = mixer.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below 1, of 24 bits, so that it is exact.
    mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }

    /// A number within a range.
    mutating func uniform(_ range: ClosedRange<Float>) -> Float {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// A number between `-extent` and `extent`.
    mutating func symmetric(_ extent: Float) -> Float { (2 * unit() - 1) * extent }

    /// A whole number from 0 to below `count`.
    mutating func index(below count: Int) -> Int { Int(((next() >> 32) &* UInt64(count)) >> 32) }

    /// A number with mean 0 and deviation 1, nearly normal: the sum of four uniform ones (Irwin and Hall), taken from one draw.
    mutating func nearlyNormal() -> Float {
        let bits = next()
        let sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48)
        // Four uniform numbers have mean 2 and variance 4/12; the square root of 3 is 1.7320508.
        return (Float(sum) * 0x1p-16 - 2) * 1.732_050_8
    }
}
