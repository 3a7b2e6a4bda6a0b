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
        let file = "\(folder)/accelerators/\(name).yaml"
        let title = "\(basis.title), with \(scenario.changes)"
        guard accelerator.costs != basis.costs else {
            let text = accelerator.presetText(name: name, title: title, costs: accelerator.costs.name, source: source)
            try write(text, to: file)
            return file
        }
        let costs = "\(folder)/costs/\(name).yaml"
        try write(accelerator.costs.presetText(name: name, source: source), to: costs)
        do {
            try write(accelerator.presetText(name: name, title: title, costs: name, source: source), to: file)
        } catch {
            // Alone it would be in the way when the same is tried again.
            try? FileManager.default.removeItem(atPath: costs)
            throw error
        }
        return file
    }

    private func write(_ text: String, to path: String) throws(CommandFailure) {
        let file = NewFile(path: path)
        do {
            try file.makeFolder()
            try file.write(text)
        } catch .isThere {
            throw CommandFailure(.failed, "'\(path)' is there already: save under another name, or take it away")
        } catch {
            throw CommandFailure(.failed, "'\(path)' cannot be written: \(error.reason)")
        }
    }
}
