import Explorer
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What is done outside of the explorer's state.
extension OpenExplorer {
    /// Carries effects out.
    ///
    /// - Returns: how the explorer ends, if one of them ends it.
    mutating func carryOut(_ effects: [Effect]) -> ExplorerLoop.Ending? {
        for effect in effects {
            switch effect {
            case .quit: return .quit
            case .openStudy(let name):
                if let ending = open(name) { return ending }
            case .suspend: raise(SIGTSTP)
            case .redraw: display.redraw()
            case .copy(let text): display.copy(text)
            case .run(let point): ask { desk throws(CommandFailure) in try desk.run(point) }
            case .export(let export):
                ask { _ throws(CommandFailure) in "written: \(try ExportFile(export: export).write())" }
            case .save(let scenario): save(scenario)
            case .readTours(let wish): readTours(for: wish)
            case .changeQueue(let change):
                ask { desk throws(CommandFailure) in
                    try desk.change(change)
                    return nil
                }
            }
        }
        return nil
    }

    /// Reads presets again for a study of theirs; says what is wrong if that cannot be done.
    func opened(_ name: String) throws(CommandFailure) -> ExplorerLoop.Ending {
        var options = workspace.options
        options.chosenStudy = name
        let workspace = try Workspace(options)
        return .opened(ExplorerLoop.Opened(study: try workspace.study(), workspace: workspace, server: server))
    }

    /// Ends for another study; says what is wrong, and stays, if that cannot be opened.
    mutating func open(_ name: String) -> ExplorerLoop.Ending? {
        do {
            return try opened(name)
        } catch {
            say(error.message)
            return nil
        }
    }

    /// Reads tours again.
    mutating func readTours(for wish: TourWish?) { _ = state.update(workspace.toursRead(for: wish)) }

    private mutating func save(_ scenario: Scenario) {
        do {
            let preset = ScenarioPreset(scenario: scenario, replaced: workspace.file(ofOwnAccelerator: scenario.name))
            _ = state.update(.scenarioSaved(scenario, file: try preset.write()))
        } catch {
            say(error.message)
        }
    }

    /// Asks for something at the desk, says what came of it, and shows the queue as it is then.
    private mutating func ask(for wish: (inout ExperimentDesk) throws(CommandFailure) -> String?) {
        do {
            if let answer = try wish(&desk) { say(answer) }
            refreshQueue()
        } catch {
            say(error.message)
        }
    }
}
