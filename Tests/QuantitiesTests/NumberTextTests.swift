import Quantities
import Testing

@Suite("Numbers as text")
struct NumberTextTests {
    @Test(
        "A number has as many decimals as asked for",
        arguments: [
            (1.005, 1, "1.0"), (0.05, 1, "0.1"), (-0.05, 1, "-0.1"), (-0.04, 1, "0.0"), (12.3, 2, "12.30"), (99.995, 2, "100.00"),
            (7, 0, "7"), (-7.5, 0, "-8"), (0.001, 2, "0.00"), (1e20, 0, "1e+20"),
        ])
    func decimals(number: Double, decimals: Int, text: String) {
        #expect(number.text(decimals: decimals) == text)
    }

    @Test(
        "The shortest text reads back to the number, or drops what a change of unit left behind its 15th digit",
        arguments: [
            (0.0018544000000000002, "0.0018544"), (500, "500"), (250.5, "250.5"), (0, "0"), (-0.1, "-0.1"), (0.1 + 0.2, "0.3"),
            (299.99999999999994, "300"), (0.99999999999999989, "1"), (1e300, "1e300"), (1.5e-7, "1.5e-7"), (1_048_576, "1048576"),
            (1.0 / 3, "0.3333333333333333"), (123456.789, "123456.789"), (1e12, "1000000000000"), (0.0001, "0.0001"),
            (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e308"),
        ])
    func short(number: Double, text: String) {
        #expect(number.shortText == text)
        #expect(Double(text).map { abs($0 - number) <= number.magnitude * 1e-15 } == true)
    }

    @Test("What is not finite is a dash", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) {
        #expect(number.text(decimals: 2) == "—")
        #expect(number.text(significant: 3) == "—")
    }

    @Test(
        "Significant digits decide the decimals",
        arguments: [
            (1387.8, 3, "1388"), (94.53, 3, "94.5"), (0.11934, 3, "0.119"), (2.5, 3, "2.50"), (0, 3, "0"), (0.00123, 2, "0.0012"),
            (0.99996, 3, "1.00"), (9.996, 3, "10.0"), (99.96, 3, "100"), (-0.09996, 3, "-0.100"), (0.99949, 3, "0.999"),
        ])
    func significant(number: Double, digits: Int, text: String) {
        #expect(number.text(significant: digits) == text)
    }

    @Test(
        "A difference carries its sign unless it rounds to nothing",
        arguments: [(0.6, "+0.6"), (-0.2, "-0.2"), (0.01, "0.0"), (-0.01, "0.0"), (0, "0.0")])
    func signed(number: Double, text: String) {
        #expect(number.signedText(decimals: 1) == text)
    }

    @Test(
        "Thousands are grouped",
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (136_417, "136,417"), (-1_234_567, "-1,234,567")])
    func grouped(number: Int, text: String) {
        #expect(number.groupedText == text)
    }
}
