import DesignSpace
import Foundation

/// In what two records of one key differ.
enum RecordDifferences {
    /// The keys of their JSON whose values are not the same, in alphabetical order; none for records of the same content.
    static func between(_ one: ExperimentRecord, _ other: ExperimentRecord) -> [String] {
        // Equal records need no JSON; unequal ones may still have the same, as where only blanks differ in what was carried along.
        if one == other { return [] }
        guard let left = members(of: one), let right = members(of: other) else { return ["what JSON cannot hold"] }
        return Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    }

    private static func members(of record: ExperimentRecord) -> [String: String]? {
        guard let line = try? record.line(), let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) else {
            return nil
        }
        return (object as? [String: Any])?.mapValues { value in
            let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
            return (try? JSONSerialization.data(withJSONObject: value, options: options)).map {
                String(decoding: $0, as: UTF8.self)
            } ?? ""
        }
    }
}
