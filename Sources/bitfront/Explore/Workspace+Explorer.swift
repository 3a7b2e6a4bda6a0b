import DesignSpace
import Explorer
import PresetLibrary
import Terminal

extension Workspace {
    /// The explorer as it opens on a study.
    func explorer(on study: EvaluatedStudy, size: Size, theme: ThemeName, notes: SpeakerNotes = .onDemand) -> ExplorerState {
        ExplorerState(
            study, size: size, canRun: true, tours: catalogue.tours.filter { $0.study == study.study.name },
            accelerators: catalogue.accelerators, trainable: DatasetFacts.builtIn, theme: theme, notes: notes,
            faultyPresets: Set(library.problems.map(\.file)).count, options: options.words)
    }
}
