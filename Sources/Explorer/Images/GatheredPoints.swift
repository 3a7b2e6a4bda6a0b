import DesignSpace

/// The points of a plot as marks of an image: those of one place as one, and of a crowd nothing but dots.
struct GatheredPoints {
    /// The points of one place that look the same.
    struct Place {
        let x: Double
        let y: Double
        /// The point that is told of.
        var point: PlottedPoint
        /// How many points are there.
        var count = 1
    }

    /// What dots of one look have in common.
    struct Look: Hashable {
        let series: Int
        let source: Accuracy.Source
        let fits: Bool
        let isBaseline: Bool
    }

    /// Places that have a mark each, those of the frontier last.
    private(set) var marks: [Place] = []

    /// Places that are but a dot, by how they look, in the order of the points.
    private(set) var dots: [(look: Look, places: [(x: Double, y: Double)])] = []

    /// The sources of which there are too many points for marks.
    private(set) var crowded: Set<Accuracy.Source> = []

    private let marked: Set<Int>

    /// Beyond so many places those of the source that has the most are dots, unless they are on the frontier.
    static let mostMarks = 250

    /// The side of the square in which marks are one.
    static let side = 3.0

    private struct Key: Hashable {
        let column: Int32
        let row: Int32
        let look: Look
    }

    /// - Parameter marked: the rows of points that stand out as those of the frontier do.
    init(_ plot: FrontierPlot, in box: ImageBox, marked: Set<Int> = []) {
        self.marked = marked
        let places = places(of: plot, in: box)
        var counts: [Accuracy.Source: Int] = [:]
        for place in places { counts[place.point.source, default: 0] += 1 }
        while counts.values.reduce(0, +) > Self.mostMarks, let most = Self.largest(counts) {
            crowded.insert(most)
            counts[most] = nil
        }
        marks = places.filter { !isDot($0) && !standsOut($0.point) } + places.filter { standsOut($0.point) }
        addDots(places)
    }

    private static func largest(_ counts: [Accuracy.Source: Int]) -> Accuracy.Source? {
        Accuracy.Source.allCases.filter { counts[$0] != nil }.max { counts[$0, default: 0] < counts[$1, default: 0] }
    }

    private func isDot(_ place: Place) -> Bool { crowded.contains(place.point.source) && !standsOut(place.point) }

    /// Whether a point is on the frontier or marked.
    func standsOut(_ point: PlottedPoint) -> Bool { point.isOnFrontier || marked.contains(point.position) }

    /// The points that lie in the box, those of one square and look as one.
    private func places(of plot: FrontierPlot, in box: ImageBox) -> [Place] {
        var places: [Place] = []
        var numbers: [Key: Int] = [:]
        for (index, spot) in plot.spots.enumerated() where spot.isShown {
            let (x, y) = (box.left + box.width * spot.across, box.bottom - box.height * spot.up)
            guard x.isFinite, y.isFinite, box.contains(x: x, y: y) else { continue }
            let point = plot.points[index]
            let key = Key(column: Int32(x / Self.side), row: Int32(y / Self.side), look: Look(point))
            if let number = numbers[key] {
                places[number].count += 1
                if standsOut(point), !standsOut(places[number].point) { places[number].point = point }
            } else {
                numbers[key] = places.count
                places.append(Place(x: x, y: y, point: point))
            }
        }
        return places
    }

    private mutating func addDots(_ places: [Place]) {
        var numbers: [Look: Int] = [:]
        for place in places where isDot(place) {
            let look = Look(place.point)
            // Whole units: a dot is as wide as three of them, and there may be thousands.
            let dot = (x: place.x.rounded(), y: place.y.rounded())
            if let number = numbers[look] {
                dots[number].places.append(dot)
            } else {
                numbers[look] = dots.count
                dots.append((look, [dot]))
            }
        }
    }

    /// Places given by coordinates, those of one square as one; of points that have no marks.
    static func thinned(_ places: some Sequence<(x: Double, y: Double)>, in box: ImageBox) -> [(x: Double, y: Double)] {
        var seen: Set<Int> = []
        return places.filter { place in
            guard place.x.isFinite, place.y.isFinite, box.contains(x: place.x, y: place.y) else { return false }
            return seen.insert(Int(place.x / side) << 20 | Int(place.y / side)).inserted
        }
    }
}

extension GatheredPoints.Look {
    init(_ point: PlottedPoint) {
        self.init(series: point.series, source: point.source, fits: point.fits, isBaseline: point.isBaseline)
    }
}
