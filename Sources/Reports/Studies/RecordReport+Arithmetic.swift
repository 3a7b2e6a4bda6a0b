import DesignSpace
import Quantities

extension RecordReport {
    /// What integers made of the network, layer by layer; nil where it was not measured.
    var arithmetic: String? {
        guard let report = record.arithmetic else { return nil }
        let unknown = Column.unknown
        let layers = TextTable(
            headings: [
                .init("layer"), .init("accumulator bits", .right), .init("modelled", .right),
                .init("feature maps saturated", .right),
                .init("weights saturated", .right),
            ],
            rows: report.layers.map { layer in
                [
                    layer.name, layer.accumulatorBits.map { String($0) } ?? unknown, String(report.modelledAccumulatorBits),
                    layer.featureMapsSaturatedPercent.map { "\($0.text(significant: 3)) %" } ?? unknown,
                    "\(layer.weightsSaturatedPercent.text(significant: 3)) %",
                ]
            })
        return "\(summary(of: report))\n\(layers.rendered(as: .text))"
    }

    private func summary(of report: ArithmeticReport) -> String {
        """
        Inference in integers beside its simulation, on \(report.images.groupedText) of the test images:
        the same class for \((report.images - report.imagesDiffering).groupedText) of them, of which \
        \(report.imagesEqual.groupedText) have the same scores to the last bit. Those whose sums of |weight| × |value|
        stay below 2^24, up to which the simulation is exact, are \(report.imagesBelowLimit.groupedText). \
        Of the input \(report.inputSaturatedPercent.text(significant: 3)) % saturates.
        Accumulator bits: what \(report.imagesTraced.groupedText) images need, and what the hardware model assumes.

        """
    }
}
