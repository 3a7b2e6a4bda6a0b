/// A generator of random numbers (SplitMix64; Steele, Lea and Flood 2014) whose numbers are the same everywhere.
///
/// Nothing keeps a generator from one step to the next: each use derives its own from the run's seed, a purpose and a position.
/// So a run that was interrupted goes on with the same numbers without any state of a generator in its checkpoint.
struct RandomSource: RandomNumberGenerator {
    /// What the numbers are for; each purpose has a sequence of its own.
    enum Purpose: UInt64 {
        case initialWeights = 1
        case validationSplit = 2
        case order = 3
        case augmentation = 4
        case calibration = 5
        case arithmetic = 6
    }

    private var state: UInt64

    /// Starts at a seed.
    init(seed: UInt64) {
        state = seed
    }

    /// Starts the sequence of a purpose, at a position that may have two parts, as epoch and image.
    init(seed: UInt64, purpose: Purpose, _ first: Int = 0, _ second: Int = 0) {
        var mixer = RandomSource(seed: seed)
        for part in [purpose.rawValue, UInt64(truncatingIfNeeded: first), UInt64(truncatingIfNeeded: second)] {
            mixer.state ^= mixer.next() &+ part
        }
        state = mixer.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to below `count`, for counts up to 2^32.
    mutating func index(below count: Int) -> Int {
        Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }

    /// A number with mean 0 and deviation 1, nearly normal: the sum of four uniform ones (Irwin and Hall), taken from one draw.
    ///
    /// Whole numbers and one product, so that no mathematical library has a say in it.
    mutating func nearlyNormal() -> Float {
        let bits = next()
        let sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48)
        // Four uniform numbers have mean 2 and variance 4/12; the square root of 3 is 1.7320508.
        return (Float(sum) * 0x1p-16 - 2) * 1.732_050_8
    }

    /// The numbers from 0 to below `count` in random order (Fisher and Yates).
    mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<count)
        shuffle(&order)
        return order
    }

    /// Puts values in random order (Fisher and Yates).
    mutating func shuffle(_ values: inout [Int]) {
        guard values.count > 1 else { return }
        for last in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(last, index(below: last + 1))
        }
    }
}
