/// Accuracies that a user has brought, with those of one point that stand side by side taken together, so that a question about points is
/// asked of a few hundred of them and not of a hundred thousand.
struct ImportedAccuracies {
    /// Accuracies of one point that stand side by side.
    struct Group {
        let point: DesignPoint
        let places: Range<Int>
    }

    private let accuracies: [ImportedAccuracy]

    /// The groups in their order.
    private(set) var groups: [Group] = []

    /// How many accuracies there are.
    var count: Int { groups.reduce(0) { $0 + $1.places.count } }

    init(_ accuracies: [ImportedAccuracy]) {
        self.accuracies = accuracies
        var start = 0
        for place in accuracies.indices where place > 0 && accuracies[place].point != accuracies[start].point {
            groups.append(Group(point: accuracies[start].point, places: start..<place))
            start = place
        }
        if let last = accuracies.last { groups.append(Group(point: last.point, places: start..<accuracies.count)) }
    }

    subscript(place: Int) -> ImportedAccuracy { accuracies[place] }

    /// The points of the groups.
    var points: [DesignPoint] { groups.map(\.point) }

    /// Those of some of the points.
    func filter(_ isIncluded: (DesignPoint) -> Bool) -> ImportedAccuracies {
        var some = self
        some.groups = groups.filter { isIncluded($0.point) }
        return some
    }

    /// One accuracy of each testimony, of which many have one in common.
    var ofEachTestimony: [ImportedAccuracy] {
        var seen: Set<ObjectIdentifier> = []
        var last: ObjectIdentifier?
        var some: [ImportedAccuracy] = []
        for group in groups {
            for place in group.places {
                let identity = accuracies[place].testimony.identity
                guard identity != last else { continue }
                last = identity
                if seen.insert(identity).inserted { some.append(accuracies[place]) }
            }
        }
        return some
    }
}
