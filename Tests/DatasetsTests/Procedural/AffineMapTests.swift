import Testing

@testable import Datasets

@Suite("A map of the plane")
struct AffineMapTests {
    @Test("Its inverse leads back", arguments: [Float(-0.9), -0.2, 0, 0.3])
    func inverse(halfTurnTangent: Float) {
        let map = AffineMap(halfTurnTangent: halfTurnTangent, shear: 0.4, scale: Point(3, 7), shift: Point(-2, 5))
        for point in [Point(0, 0), Point(1, 0), Point(0, 1), Point(-0.5, 0.75)] {
            let back = map.inverse(map(point))
            #expect(abs(back.x - point.x) < 1e-5 && abs(back.y - point.y) < 1e-5)
        }
    }

    @Test("The tangent of half a right angle turns by a right angle")
    func rightAngle() {
        // tan(45 degrees) = 1; y points down, so x turns to y.
        let map = AffineMap(halfTurnTangent: 1, shear: 0, scale: Point(1, 1), shift: Point(0, 0))
        let turned = map(Point(1, 0))
        #expect(abs(turned.x) < 1e-6 && abs(turned.y - 1) < 1e-6)
    }
}
