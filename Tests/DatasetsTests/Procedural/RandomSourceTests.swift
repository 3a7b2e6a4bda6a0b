import Testing

@testable import Datasets

@Suite("The source of random numbers")
struct RandomSourceTests {
    @Test("It gives the published numbers of SplitMix64")
    func publishedNumbers() {
        var random = RandomSource(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ])
    }

    @Test("Whole numbers below a limit are all met about equally often", arguments: [1, 2, 3, 10])
    func indices(count: Int) {
        var random = RandomSource(seed: 7)
        var counts = [Int](repeating: 0, count: count)
        for _ in 0..<10_000 { counts[random.index(below: count)] += 1 }
        let expected = 10_000 / Double(count)
        #expect(counts.allSatisfy { abs(Double($0) - expected) < 0.1 * expected })
    }

    @Test("Nearly normal numbers have mean 0 and deviation 1")
    func nearlyNormal() {
        var random = RandomSource(seed: 7)
        let numbers = (0..<20_000).map { _ in Double(random.nearlyNormal()) }
        let mean = numbers.reduce(0, +) / 20_000
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.03)
    }

    @Test("Each image has a sequence of its own")
    func sequences() {
        var firsts: Set<UInt64> = []
        for seed: UInt64 in 0..<5 {
            for split in 0..<2 {
                for index in 0..<200 {
                    var random = RandomSource(seed: seed, split: split, index: index)
                    firsts.insert(random.next())
                }
            }
        }
        #expect(firsts.count == 2_000)
    }
}
