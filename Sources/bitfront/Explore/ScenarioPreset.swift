import DesignSpace
import Explorer
import Foundation
import HardwareModel
import PresetLibrary

/// An accelerator that is to become a preset of the user's own.
struct ScenarioPreset {
    let scenario: Scenario

    /// Writes the preset, and one for its costs if they were changed.
    ///
    /// - Returns: the accelerator's file.
    /// - Throws: `CommandFailure` if one cannot be written, or is there already.
    func write() throws(CommandFailure) -> String {
        guard let folder = PresetLocator.ofThisProcess().user else {
            throw CommandFailure(.failed, "there is no home folder to save presets in: set HOME or XDG_CONFIG_HOME")
        }
        let (accelerator, basis, name) = (scenario.accelerator, scenario.basis, scenario.name)
        let source = "\(basis.name) with \(scenario.changes), saved by bitfront \(BitfrontVersion.current)"
        var costs = accelerator.costs.name
        if accelerator.costs != basis.costs {
            costs = name
            try write(accelerator.costs.presetText(name: name, source: source), to: "\(folder)/costs/\(name).yaml")
        }
        let file = "\(folder)/accelerators/\(name).yaml"
        let title = "\(basis.title), with \(scenario.changes)"
        try write(accelerator.presetText(name: name, title: title, costs: costs, source: source), to: file)
        return file
    }

    private func write(_ text: String, to path: String) throws(CommandFailure) {
        let file = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        } catch {
            throw CommandFailure(.failed, "'\(path)' cannot be written: it may be there already")
        }
    }
}
