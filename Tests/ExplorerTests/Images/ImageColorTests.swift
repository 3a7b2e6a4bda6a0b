import Foundation
import HardwareModel
import Testing

@testable import Explorer

@Suite("The colours of images")
struct ImageColorTests {
    /// How eyes without one kind of cone see red, green and blue light (Machado, Oliveira and Fernandes 2009, at full severity).
    static let eyes: [[[Double]]] = [
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ]

    /// A colour as such eyes see it, each part from 0 to 255.
    private func seen(_ hex: String, by eyes: [[Double]]) -> [Double] {
        let number = Int(hex.dropFirst(), radix: 16) ?? 0
        let light = [16, 8, 0].map { shift -> Double in
            let part = Double(number >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return eyes.map { row in
            let part = min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }))
            return 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055)
        }
    }

    private func distance(_ first: String, _ second: String, for eyes: [[Double]]) -> Double {
        zip(seen(first, by: eyes), seen(second, by: eyes)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    @Test("Networks of the paper are told apart by colour-blind eyes", arguments: eyes)
    func networks(eyes: [[Double]]) {
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            let (one, other) = (PointMark.color(ofSeries: first), PointMark.color(ofSeries: second))
            #expect(distance(one, other, for: eyes) > 80, "\(one) and \(other)")
        }
    }

    @Test("Parts of a bar that lie beside each other are told apart by colour-blind eyes", arguments: eyes)
    func groups(eyes: [[Double]]) {
        for (group, next) in zip(ComponentGroup.allCases, ComponentGroup.allCases.dropFirst()) {
            #expect(distance(group.color, next.color, for: eyes) > 80, "\(group) and \(next)")
        }
    }
}
