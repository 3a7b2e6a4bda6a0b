import Testing

@testable import Explorer

@Suite("The parts of a bar")
struct BarPartsTests {
    @Test("Cells add up to the bar, and no part has more than a larger one", arguments: 0...60)
    func parts(length: Int) {
        for amounts in [[3.0, 0.074, 0.033, 0.03, 0.01], [92, 2.2, 1.0, 0.9, 0.1], [1, 1, 1, 1, 1], [0, 0, 5, 0, 0.1]] {
            let cells = BarParts(of: amounts, cells: Double(length)).cells
            #expect(cells.reduce(0, +) == length)
            for (one, amount) in zip(cells, amounts) {
                for (other, larger) in zip(cells, amounts) where larger > amount { #expect(other >= one) }
            }
        }
    }

    @Test("What is nothing, or no number, takes no cell")
    func nothing() {
        #expect(BarParts(of: [0, 0], cells: 10).cells == [0, 0])
        #expect(BarParts(of: [.nan, 1], cells: 10).cells == [0, 0])
        #expect(BarParts(of: [1, 2], cells: .infinity).cells == [0, 0])
    }
}
