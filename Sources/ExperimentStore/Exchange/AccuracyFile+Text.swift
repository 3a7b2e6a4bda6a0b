import DesignSpace
import Precision

extension AccuracyFile {
    /// Accuracies as a file that can be imported again, to the same accuracies but for when that was.
    public static func text(of accuracies: [ImportedAccuracy]) -> String {
        let lines = accuracies.map { accuracy in
            [
                accuracy.point.network, accuracy.point.dataset, accuracy.point.precision.name, accuracy.point.radix.rawValue,
                accuracy.accuracyPercent.description, accuracy.testImages.map { String($0) } ?? "",
                accuracy.seeds.map { String($0) } ?? "",
                accuracy.note ?? "", accuracy.source,
            ]
        }
        return ([columns] + lines).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// A field in quotes where it could be taken for more than one, or for none of its own.
    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
