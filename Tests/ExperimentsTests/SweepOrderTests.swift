import DesignSpace
import Precision
import Testing

@testable import Experiments

@Suite("The order of a sweep")
struct SweepOrderTests {
    private func item(_ key: String, _ parent: String? = nil, seconds: Double, gain: Double) -> SweepOrder.Item {
        SweepOrder.Item(key: key, parentKey: parent, seconds: seconds, gain: gain)
    }

    @Test("The most gain for its time comes first, and what adds nothing last, cheapest first")
    func rates() {
        let items = [
            item("slow", seconds: 100, gain: 10), item("nothing dear", seconds: 50, gain: 0), item("quick", seconds: 10, gain: 5),
            item("nothing", seconds: 5, gain: 0), item("best", seconds: 10, gain: 20),
        ]
        #expect(SweepOrder.keys(of: items) == ["best", "quick", "slow", "nothing", "nothing dear"])
    }

    @Test("A parent comes before its children, is charged to the first of them, and makes the others cheaper")
    func parents() {
        let items = [
            item("parent", seconds: 100, gain: 0), item("child", "parent", seconds: 10, gain: 11),
            item("sibling", "parent", seconds: 10, gain: 9), item("alone", seconds: 10, gain: 2),
        ]
        // 11 in 110 s is less than 2 in 10 s; behind that, 9 in 10 s.
        #expect(SweepOrder.keys(of: items) == ["alone", "parent", "child", "sibling"])
    }

    @Test("Every experiment is there once, whatever the numbers", arguments: 1...20)
    func complete(seed: Int) {
        let keys = (0..<seed).map { "\($0)" }
        let items = keys.enumerated().map { index, key in
            item(
                key, index % 3 == 0 ? nil : keys[index / 3 * 3], seconds: index % 5 == 0 ? 0 : Double(index),
                gain: index % 4 == 0 ? .nan : Double((index * 7) % 11))
        }
        let order = SweepOrder.keys(of: items)
        #expect(order.sorted() == keys.sorted())
        for item in items {
            guard let parent = item.parentKey else { continue }
            #expect((order.firstIndex(of: parent) ?? .max) < (order.firstIndex(of: item.key) ?? -1))
        }
    }

    @Test("A point could add what its network has shown, less what no higher cost buys already")
    func chances() {
        func point(_ network: String, _ precision: Precision, _ dataset: String = "mnist") -> DesignPoint {
            DesignPoint(network: network, dataset: dataset, precision: precision)
        }
        let chance = FrontierChance([
            .init(point: point("lenet", .float32), cost: 100, percent: 99),
            .init(point: point("lenet", .binary), cost: 5, percent: 90),
            .init(point: point("lenet", .float32, "digits"), cost: 1, percent: 50),
        ])
        #expect(chance.gain(of: point("lenet", .fixed8), cost: 20) == 9)
        #expect(chance.gain(of: point("lenet", .fixed8), cost: 200) == 0)
        #expect(chance.gain(of: point("lenet", .fixed4), cost: 2) == 99)
        // Its own accuracy, as a paper has it, does not stand in its way.
        #expect(chance.gain(of: point("lenet", .binary), cost: 5) == 99)
        #expect(chance.gain(of: point("alex", .fixed8, "cifar10"), cost: 5) == 100)
    }
}
