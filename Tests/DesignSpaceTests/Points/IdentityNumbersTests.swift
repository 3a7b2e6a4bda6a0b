import TestSupport
import Testing

@testable import DesignSpace

@Suite("Numbers of objects")
struct IdentityNumbersTests {
    private final class Thing {}

    @Test(
        "Each object has the number of its first coming, in whatever order they come again", arguments: 1...6 as ClosedRange<UInt64>
    )
    func numbers(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let things = (0..<7).map { _ in Thing() }
        var numbers = IdentityNumbers()
        var first: [ObjectIdentifier: Int] = [:]
        for round in 0..<40 {
            // As the sources of points do, all in order, and then some of them, and then any.
            let some = round < 10 ? things : things.filter { _ in Bool.random(using: &generator) }
            for thing in round < 25 ? some : some.shuffled(using: &generator) {
                let identity = ObjectIdentifier(thing)
                let expected = first[identity] ?? first.count
                first[identity] = expected
                #expect(numbers.number(of: identity) == expected)
            }
        }
    }
}
