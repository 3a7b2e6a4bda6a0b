import DesignSpace
import PresetLibrary

/// The presets that came with the program.
enum ShippedCatalogue {
    static func load() -> Catalogue {
        let roots = PresetLocator.ofThisProcess().roots().filter { $0.origin == .shipped }
        return PresetLibrary.load(roots: roots).catalogue
    }
}
