import Quantities

/// One figure with its unit and what it is measured against.
struct Measurement {
    let name: String
    let value: Double
    let unit: String
    let bar: String
    let check: Bool

    var line: String {
        "\(name): \(value.text(significant: 4)) \(unit); bar: \(bar)\(check ? "" : "; THE RESULT IS WRONG")"
    }
}
