/// The units that keys end in, as `pj` in `energy_pj`.
enum Unit {
    private static let names = [
        "um2": "square micrometres", "mm2": "square millimetres", "nm2": "square nanometres", "fj": "femtojoules",
        "pj": "picojoules", "nj": "nanojoules", "uj": "microjoules", "mj": "millijoules", "j": "joules", "hz": "hertz",
        "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz", "uw": "microwatts", "mw": "milliwatts", "w": "watts",
        "percent": "percent", "points": "points of percent", "kb": "the paper's KB", "kib": "kibibytes", "mb": "megabytes",
        "bits": "bits", "bytes": "bytes", "pixels": "pixels", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds",
    ]

    /// A key without its unit, and the unit if it ends in one.
    static func split(_ key: String) -> (stem: String, unit: String?) {
        guard let underscore = key.lastIndex(of: "_") else { return (key, nil) }
        let unit = String(key[key.index(after: underscore)...])
        return names[unit] == nil ? (key, nil) : (String(key[..<underscore]), unit)
    }

    /// The unit of a key in words, as ` (picojoules)`; empty if it has none.
    static func words(of key: String) -> String {
        split(key).unit.flatMap { names[$0] }.map { " (\($0))" } ?? ""
    }

    /// The expected key that means the same amount in another unit; nil if there is none.
    static func counterpart(of key: String, among expected: [String]) -> String? {
        let stem = split(key).stem
        return expected.first { candidate in
            let (theirs, unit) = split(candidate)
            return unit != nil && theirs == stem && candidate != key
        }
    }
}
