import DesignSpace
import HardwareModel
import Networks
import Quantities

/// A design point's accelerator as a block diagram, what each layer of its network takes on it, and what a run found in the layers.
struct LayersImage {
    let state: ExplorerState
    let point: EvaluatedPoint
    let caption: ImageCaption

    private var evaluation: Evaluation { point.evaluation }

    private static let leastWidth = 720.0

    /// The whole SVG document.
    var document: String {
        let found = MeasuredLayers(point)
        let tables = [layerTable] + (found.map { [Self.table(of: $0)] } ?? [])
        let inner = tables.reduce(Self.leastWidth) { max($0, $1.width) }
        let width = inner + 2 * ImageCaption.margin
        let left = ImageCaption.margin
        let summary = ImageParagraph(self.summary, width: inner, size: 12)
        var top = caption.head(width: width) + 2
        var elements = summary.elements(left: left, top: top)
        top += summary.height + 12
        let diagram = AcceleratorImage(design: evaluation.design, width: inner)
        elements += diagram.elements(left: left, top: top)
        top += AcceleratorImage.height + 16
        for (number, table) in tables.enumerated() {
            if number > 0, let found {
                let title = ImageParagraph(found.title, width: inner, size: 12, color: "#000000", atMost: 2)
                elements += title.elements(left: left, top: top)
                top += title.height + 6
            }
            elements += table.elements(left: left, top: top)
            top += table.height + 6
            let note = ImageParagraph(number == 0 ? notes : MeasuredLayers.legend, width: inner)
            elements += note.elements(left: left, top: top)
            top += note.height + (number + 1 < tables.count ? 14 : 0)
        }
        let height = top + caption.foot(width: width)
        return ImageElement.document(
            width: width, height: height, caption.elements(width: width, height: height) + elements)
    }

    private var summary: String {
        let parts = [
            "\(evaluation.energy.microjoules.text(significant: 4)) µJ/image",
            "\(evaluation.latency.milliseconds.text(significant: 3)) ms",
            "\((evaluation.utilisation * 100).text(decimals: 1)) % of the MAC units in use",
            evaluation.weightsFitSynapseBuffer ? "all weights fit SB" : "weights are streamed through SB",
        ]
        return (parts + evaluation.caveats.map(\.rawValue)).joined(separator: " · ")
    }

    private var notes: String {
        "Energy: \(evaluation.accounting.rawValue), at \(state.clockText); bars: the share of the network's energy."
            + (state.whatIf.isChanged ? " \(ExplorerState.changedMark) changed by the what-if." : "")
    }

    // MARK: Tables

    private var layerTable: ImageTable {
        let original = state.original(of: point)?.evaluation
        let headings = LayerColumn.arranged.flatMap { column in
            column == .share ? [column.imageHeading, ImageTable.Heading(title: "", form: .bars)] : [column.imageHeading]
        }
        func cells(share: Double?, _ text: (LayerColumn) -> String, before: (LayerColumn) -> String?) -> [ImageTable.Cell] {
            LayerColumn.arranged.flatMap { column -> [ImageTable.Cell] in
                let text = text(column)
                let isChanged = before(column).map { $0 != text } ?? false
                let cell = ImageTable.Cell(text: text, mark: isChanged ? ExplorerState.changedMark : "")
                return column == .share ? [cell, ImageTable.Cell(share: share, color: ComponentGroup.buffer.color)] : [cell]
            }
        }
        var rows = evaluation.mapping.layers.enumerated().map { place, layer -> ImageTable.Row in
            let old = original.flatMap { $0.mapping.layers.indices.contains(place) ? $0.mapping.layers[place] : nil }
            let cells = cells(share: evaluation.energy(of: layer) / evaluation.energy) {
                $0.text(of: layer, in: evaluation)
            } before: { column in
                original.flatMap { original in old.map { column.text(of: $0, in: original) } }
            }
            return ImageTable.Row(cells: cells)
        }
        let sums = cells(share: nil) {
            $0.total(of: evaluation)
        } before: { column in
            original.map(column.total)
        }
        rows.append(ImageTable.Row(cells: sums, look: .sum))
        return ImageTable(headings, rows: rows)
    }

    private static func table(of found: MeasuredLayers) -> ImageTable {
        let headings = (found.rows.first ?? []).map { ImageTable.Heading(title: $0, form: .words) }
        return ImageTable(headings, rows: found.rows.dropFirst().map { .init(cells: $0.map { .init(text: $0) }) })
    }
}

extension LayerColumn {
    /// Its heading in a typeset table, where the unit has a line of its own.
    fileprivate var imageHeading: ImageTable.Heading {
        let (title, unit) =
            switch self {
            case .utilisation: ("utilisation", "%")
            case .energy: ("energy", "µJ/image")
            case .share: ("share", "%")
            case .parameters: ("weights", "count")
            case .weights: ("weights", "KiB")
            case .maps: ("feature maps", "KiB")
            case .name, .kind, .output, .macs, .cycles: (heading, "")
            }
        return ImageTable.Heading(title: title, unit: unit, form: isNumeric ? .numbers : .words)
    }
}
