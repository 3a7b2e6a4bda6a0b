import DesignSpace
import HardwareModel
import Precision

extension ExplorerState {
    /// The sign behind a figure that another accelerator has changed.
    static let changedMark = "'"

    /// What stands where a figure would be held against the paper's, which is of another accelerator.
    static let notCompared = "what if"

    /// Whether something is tried on the accelerator that the study was opened on, or on another one.
    public var hasChanges: Bool { whatIf.isChanged }

    /// Whether figures are of another accelerator than the study's, so that holding them against the paper's would say nothing.
    var isHypothetical: Bool { whatIf.isChanged || study.accelerator.name != study.study.accelerator }

    /// What everything is priced on, for a heading; a changed accelerator by the name of what it was made of, whose title may tell of the
    /// clock and the size that it had.
    var acceleratorTitle: String {
        whatIf.text.isEmpty ? study.accelerator.title : "\(whatIf.origin.name), what if \(whatIf.text)"
    }

    /// What everything is priced on other than the study says, in a word for the title; nil where that is as it says.
    var scenarioTitle: String? {
        guard isHypothetical else { return nil }
        return whatIf.scenario(onAccelerator: study.study.accelerator)
    }

    /// Why figures of this accelerator are to be trusted less than those of a published design, in a word or two each; for all precisions.
    var warnings: [String] { study.accelerator.warnings }

    /// The same row on the accelerator that the study was opened on; nil while that is the one looked at.
    func original(of row: EvaluatedPoint) -> EvaluatedPoint? {
        guard whatIf.isChanged, loaded.rows.indices.contains(row.index) else { return nil }
        let original = loaded.rows[row.index]
        return original.point == row.point ? original : nil
    }

    /// The design of a bar on the accelerator that the study was opened on; nil while that is the one looked at.
    func original(ofBar bar: Int) -> Design? {
        whatIf.isChanged && openedDesigns.indices.contains(bar) ? openedDesigns[bar] : nil
    }

    /// What a row shows in a column of figures; where that would be held against the paper's of another accelerator, that it is not.
    func text(_ column: Column, in row: EvaluatedPoint) -> String {
        isHypothetical && Column.ofThePaper.contains(column) ? Self.notCompared : column.text(in: row)
    }
}

extension Column {
    /// The columns that hold something against a paper's figure, or stand for that beside the model's.
    static let ofThePaper: [Column] = [.paperEnergy, .energyError]

    /// Whether a figure of a row reads otherwise than it did on the accelerator that the study was opened on.
    func isChanged(in row: EvaluatedPoint, from original: EvaluatedPoint?) -> Bool {
        guard let original, isNumeric, !Self.ofThePaper.contains(self) else { return false }
        return text(in: row) != text(in: original)
    }
}
