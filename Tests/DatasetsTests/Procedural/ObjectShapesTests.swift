import Testing

@testable import Datasets

@Suite("The figures of the procedural objects")
struct ObjectShapesTests {
    private static let grid = (-24...24).flatMap { y in (-24...24).map { x in Point(Float(x) / 24, Float(y) / 24) } }

    private func area(_ figure: Int) -> [Bool] { Self.grid.map { ObjectShapes.contains($0, in: figure) } }

    @Test("Each covers a fair part of its square", arguments: 0..<10)
    func coverage(figure: Int) {
        let share = Double(area(figure).count { $0 }) / Double(Self.grid.count)
        #expect((0.15...0.75).contains(share), "\(share)")
    }

    @Test("No two are nearly the same")
    func distinctness() {
        let areas = (0..<10).map(area)
        for first in 0..<10 {
            for second in 0..<first {
                let difference = zip(areas[first], areas[second]).count { $0 != $1 }
                #expect(Double(difference) / Double(Self.grid.count) > 0.1, "figures \(first) and \(second)")
            }
        }
    }
}
