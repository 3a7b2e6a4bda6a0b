import DesignSpace
import HardwareModel
import Precision

extension ExplorerState {
    /// Prices everything on a changed accelerator, as a step that can be undone.
    mutating func change(to accelerator: Accelerator) {
        whatIf.commit(accelerator, over: whatIf.current)
        priceChange()
    }

    /// Prices everything on a named accelerator, as a step that can be undone.
    mutating func choose(_ accelerator: Accelerator) {
        whatIf.choose(accelerator)
        priceChange()
    }

    private mutating func priceChange() {
        reprice()
        message = changeText + (whatIf.isChanged ? ": U takes it back" : "")
    }

    /// Chooses whose points are drawn as ghosts; nil for the accelerator that the study was opened on.
    mutating func setOverlay(_ accelerator: Accelerator?) {
        whatIf.lay(behind: accelerator)
        reprice()
        guard let name = accelerator?.name else {
            message = "nothing is laid behind"
            return
        }
        let hint =
            ![.frontier, .bars].contains(screen)
            ? ", to be seen on Frontier and Bars" : showsGhosts ? "" : ", where all is at the same places on this axis"
        message = whatIf.ghost == nil ? "\(name) is what is shown: nothing lies behind" : "behind: \(name)\(hint)"
    }

    /// Takes in that an accelerator has become a preset: it can be chosen, in the place of what was called like it, and saved again.
    mutating func take(_ scenario: Scenario, savedAs file: String) {
        if let saved = try? scenario.accelerator.with(name: scenario.name, title: scenario.title) {
            accelerators.removeAll { $0.name == saved.name }
            accelerators.append(saved)
            ownAccelerators.insert(saved.name)
            madeOf[saved.name] = madeOf[scenario.basis.name] ?? scenario.basis
            whatIf.replace(with: saved)
            if whatIf.overlay?.name == saved.name { setOverlay(saved) }
            reprice()
        }
        message = "saved: \(file)"
    }

    mutating func undoChange() {
        guard whatIf.undo() else {
            message = "nothing to undo: e changes the accelerator"
            return
        }
        reprice()
        message = changeText
    }

    mutating func redoChange() {
        guard whatIf.redo() else {
            message = "nothing to make again"
            return
        }
        reprice()
        message = changeText
    }

    /// What the accelerator is by now.
    private var changeText: String {
        whatIf.isChanged ? "what if \(whatIf.scenario(onAccelerator: whatIf.basis.name))" : "as the study was opened"
    }

    /// Works out everything that depends on the accelerator; selection, marks, filter and view stay.
    mutating func reprice() {
        study = whatIf.isChanged ? loaded.repriced(on: whatIf.current) : loaded
        designs = designs(of: study)
        rebuild()
    }

    /// The rows of the data set on the accelerator of the ghosts, each at the position of its point; empty where there are none.
    func ghostRows() -> [EvaluatedPoint] {
        guard presentation == nil, let ghost = whatIf.ghost else { return [] }
        let study = ghost == loaded.accelerator ? loaded : loaded.repriced(on: ghost)
        return study.rows(on: dataset)
    }
}
