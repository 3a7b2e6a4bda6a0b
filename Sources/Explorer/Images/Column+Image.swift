import DesignSpace

extension Column {
    /// Its heading in a typeset table, where there is room for a word and the unit has a line of its own.
    var imageHeading: ImageTable.Heading {
        let (title, unit) = imageTitle
        return ImageTable.Heading(title: title, unit: unit, form: isNumeric ? .numbers : .words)
    }

    private var imageTitle: (title: String, unit: String) {
        switch self {
        case .network, .dataset, .precision, .source, .fitsBuffer, .state, .seeds, .origin, .accounting, .cycles, .macs:
            (heading, "")
        case .accuracy: ("accuracy", "%")
        case .interval: ("interval", "± points")
        case .drop: ("drop", "points")
        case .energy: ("energy", "µJ/image")
        case .paperEnergy: ("paper's energy", "µJ/image")
        case .energyError: ("energy error", "%")
        case .saving: ("saving", "%")
        case .power: ("power", "mW")
        case .area: ("area", "mm²")
        case .latency: ("latency", "ms")
        case .throughput: ("throughput", "images/s")
        case .utilisation: ("utilisation", "%")
        case .energyPerMAC: ("energy/MAC", "pJ")
        case .efficiency: ("efficiency", "TOPS/W")
        case .energyDelay: ("energy × delay", "µJ·ms")
        case .weights: ("weights", "KiB")
        case .featureMaps: ("feature maps", "KiB")
        case .frontier: ("frontier", "")
        }
    }
}
