import DesignSpace
import Testing

@Suite("A multiple in words")
struct MultipleTests {
    @Test(
        "A trade of a few percent is neither rounded to nothing nor doubled",
        arguments: [
            (120.41 / 114.82, "4.9 % more energy"), (50.55 / 48.03, "5.2 % more energy"), (1.004, "0.4 % more energy"),
            (1.0996, "10 % more energy"), (1.1949, "19 % more energy"), (1.2, "1.2 × the energy"), (2.19, "2.2 × the energy"),
            (17.04, "17 × the energy"), (0.951, "4.9 % less energy"), (0.65, "0.65 × the energy"),
            (1.0001, "hardly more energy"), (1, "hardly more energy"),
        ])
    func trades(multiple: Double, text: String) { #expect(multiple.multipleText(of: "energy") == text) }

    @Test(
        "It says against whom, and a figure keeps its sign",
        arguments: [
            (1.049, "4.9* % more energy than the baseline"), (2.19, "2.2* × the baseline's energy"),
            (1, "hardly* more energy than the baseline"),
        ])
    func against(multiple: Double, text: String) {
        #expect(multiple.multipleText(of: "energy", against: "baseline", mark: "*") == text)
    }
}
