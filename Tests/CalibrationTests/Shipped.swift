import DesignSpace
import Foundation
import Precision
import PresetLibrary
import Quantities

/// The presets of the checkout.
enum Shipped {
    static let catalogue: Catalogue = {
        let directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Presets").path
        return PresetLibrary.load(roots: [PresetRoot(directory: directory, origin: .shipped)]).catalogue
    }()
}

extension PublishedStudy {
    /// The study with one power times a factor.
    func replacingPower(of precision: Precision, by factor: Double) throws -> PublishedStudy {
        let rows = designs.map { row in
            row.precision != precision
                ? row
                : DesignRow(
                    precision: row.precision, area: row.area, power: row.power * factor, areaSavingPercent: row.areaSavingPercent,
                    powerSavingPercent: row.powerSavingPercent)
        }
        return PublishedStudy(
            designs: rows, points: points, footprints: footprints, bufferShares: bufferShares, tolerances: tolerances,
            designSource: designSource, textSource: textSource)
    }
}
