import DesignSpace

/// The sign of a point in an image: its shape says whose accuracy it is, its colour the network.
enum PointMark {
    /// The colours of networks in the order of the plot, the red and the green apart in blue and lightness too, for colour-blind eyes; the
    /// letter before a label tells apart those of one colour.
    private static let colors = ["#1f5fbf", "#b3261e", "#008f6a", "#8a3fb0", "#00809a", "#9a6a00", "#d0549a", "#5a6b7b"]

    static func color(ofSeries series: Int, isBaseline: Bool = false) -> String {
        isBaseline ? "#000000" : colors[series % colors.count]
    }

    /// Half the side of the square that a mark stands in.
    static let reach = 5.5

    /// Published: a filled circle; measured: a hollow one; imported: a hollow triangle; predicted: a hollow diamond.
    static func element(_ source: Accuracy.Source, x: Double, y: Double, color: String, radius: Double = 4.5) -> String {
        let stroke = "stroke=\"\(color)\" stroke-width=\"1.5\""
        switch source {
        case .published: return ImageElement.circle(x: x, y: y, radius: radius, "fill=\"\(color)\" \(stroke)")
        case .measured: return ImageElement.circle(x: x, y: y, radius: radius, "fill=\"white\" \(stroke)")
        case .imported:
            let corners = [(0, -radius), (radius, radius * 0.8), (-radius, radius * 0.8)]
            return polygon(corners.map { (x + $0.0, y + $0.1) }, stroke)
        case .predicted:
            let reach = radius * 1.1
            return polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], stroke)
        }
    }

    private static func polygon(_ corners: [(x: Double, y: Double)], _ attributes: String) -> String {
        let text = corners.map { "\($0.x.svg),\($0.y.svg)" }.joined(separator: " ")
        return "<polygon points=\"\(text)\" fill=\"white\" \(attributes)/>"
    }
}
