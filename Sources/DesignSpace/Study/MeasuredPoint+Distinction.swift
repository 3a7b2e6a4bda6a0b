import Precision
import Recipes

extension MeasuredPoint {
    /// What tells each from others of the same design point, in as few words as do; nil for one that is alone.
    ///
    /// The recipe, with its epochs where two recipes have one name, and the first run where that is not enough either, as for other
    /// images under the same name.
    static func distinctions(among measured: [MeasuredPoint]) -> [String?] {
        var places: [DesignPoint: [Int]] = [:]
        for (place, point) in measured.enumerated() { places[point.point, default: []].append(place) }
        var distinctions = [String?](repeating: nil, count: measured.count)
        for several in places.values where several.count > 1 {
            let names = several.map { measured[$0].recipe.name }
            let lengths = several.map { measured[$0].epochsText }
            let runs = several.map { measured[$0].finished.first.map { " \($0.key.prefix(6))" } ?? "" }
            for (index, place) in several.enumerated() {
                let twins = names.indices.filter { names[$0] == names[index] }
                let equals = twins.filter { lengths[$0] == lengths[index] }
                distinctions[place] =
                    names[index] + (twins.count > 1 ? lengths[index] : "") + (equals.count > 1 ? runs[index] : "")
            }
        }
        return distinctions
    }

    private var epochsText: String { " \(point.precision == .float32 ? recipe.float.epochs : recipe.quantized.epochs) ep" }
}
