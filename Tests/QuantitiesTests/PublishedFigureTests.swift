import Quantities
import Testing

@Suite("Published figures as quantities")
struct PublishedFigureTests {
    @Test(
        "A figure of the paper comes back as it was printed",
        arguments: [60.74, 52.93, 24.60, 8.86, 754.18, 215.05, 16.74, 14.13, 3.36, 1.21, 0.0001, 1379.60])
    func exact(value: Double) {
        #expect(Energy.microjoules(value).microjoules == value)
        #expect(Area.squareMillimetres(value).squareMillimetres == value)
        #expect(Power.milliwatts(value).milliwatts == value)
    }
}
