import DesignSpace
import Testing

@Suite("A number in decimal digits")
struct DecimalNumberTests {
    @Test(
        "It is its value and the worth of its last digit",
        arguments: [
            ("83.08", 83.08, 0.01), ("-4", -4, 1), ("+2.50", 2.5, 0.01), ("1.5e2", 150, 10), ("2E-3", 0.002, 0.001),
            (".5", 0.5, 0.1),
        ])
    func read(text: String, value: Double, unit: Double) {
        #expect(DecimalNumber(text)?.value == value && DecimalNumber(text)?.unit == unit)
    }

    @Test(
        "Everything else is none",
        arguments: ["", "0x50", "0X1p3", "nan", "inf", "-infinity", "1e999", "1e", "1,5", "1_000", "٣", "8 0", "--1", "1e2e3", "."])
    func refused(text: String) { #expect(DecimalNumber(text) == nil) }
}
