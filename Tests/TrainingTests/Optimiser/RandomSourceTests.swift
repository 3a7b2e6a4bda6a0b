import Testing

@testable import Training

struct RandomSourceTests {
    @Test("The first numbers of seed 1234567 are SplitMix64's published ones")
    func published() {
        var random = RandomSource(seed: 1_234_567)
        #expect(
            [random.next(), random.next(), random.next()] == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test("A permutation holds every number once, and is not in order")
    func permutation() {
        var random = RandomSource(seed: 1, purpose: .order, 0)
        let order = random.permutation(of: 500)
        #expect(order.sorted() == Array(0..<500))
        #expect(order != Array(0..<500))
    }

    @Test("Indices reach every value below the count, and none beyond")
    func index() {
        var random = RandomSource(seed: 1)
        #expect(Set((0..<200).map { _ in random.index(below: 7) }) == Set(0..<7))
    }

    @Test("Nearly normal numbers have mean 0 and deviation 1")
    func normal() {
        var random = RandomSource(seed: 2)
        let values = (0..<20_000).map { _ in Double(random.nearlyNormal()) }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.05)
    }
}
