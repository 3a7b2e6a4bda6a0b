import DesignSpace
import Explorer
import Foundation
import HardwareModel
import PresetLibrary

/// An accelerator that is to become a preset of the user's own.
struct ScenarioPreset {
    let scenario: Scenario
    /// The file of the user's own accelerator of that name; nil if it is called like the accelerator.
    let replaced: String?

    /// Writes the preset, and one for its costs if they were changed.
    ///
    /// An accelerator that takes the place of another comes with costs of a name of their own: both appear with the one file that names
    /// them, and who else uses the old costs keeps them.
    ///
    /// - Returns: the accelerator's file.
    /// - Throws: `CommandFailure` if one cannot be written, or is there already.
    func write() throws(CommandFailure) -> String {
        guard let folder = PresetLocator.ofThisProcess().user else {
            throw CommandFailure(.failed, "there is no home folder to save presets in: set HOME or XDG_CONFIG_HOME")
        }
        let (accelerator, basis, name) = (scenario.accelerator, scenario.basis, scenario.name)
        let title = scenario.title
        let source = "\(title), saved by bitfront \(BitfrontVersion.current)"
        let own = "\(folder)/accelerators/\(name).yaml"
        let file = scenario.replaces ? replaced ?? own : own
        guard accelerator.costs != basis.costs else {
            let text = accelerator.presetText(name: name, title: title, costs: accelerator.costs.name, source: source)
            try write(text, to: file)
            return file
        }
        let costs = costsName(in: "\(folder)/costs")
        let costsFile = "\(folder)/costs/\(costs).yaml"
        try writeNew(accelerator.costs.presetText(name: costs, source: source), to: costsFile)
        do {
            try write(accelerator.presetText(name: name, title: title, costs: costs, source: source), to: file)
        } catch {
            // Alone it would be in the way when the same is tried again.
            try? FileManager.default.removeItem(atPath: costsFile)
            throw error
        }
        return file
    }

    /// A name for the costs that nothing there has: the accelerator's, for one that takes the place of another with a number behind it.
    private func costsName(in folder: String) -> String {
        let names = scenario.replaces ? [scenario.name] + (2...999).map { "\(scenario.name)-\($0)" } : [scenario.name]
        let isFree = { (name: String) in !FileManager.default.fileExists(atPath: "\(folder)/\(name).yaml") }
        return names.first(where: isFree) ?? scenario.name
    }

    /// Writes the accelerator, in the place of what is there if that was asked for.
    private func write(_ text: String, to path: String) throws(CommandFailure) {
        guard scenario.replaces, try ReplacedFile.isThere(path) else { return try writeNew(text, to: path) }
        do {
            try ReplacedFile.write(text, to: path)
        } catch {
            throw CommandFailure(.failed, "'\(path)' cannot be written: \(error.reason)")
        }
    }

    private func writeNew(_ text: String, to path: String) throws(CommandFailure) {
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
