import DesignSpace
import HardwareModel

/// A command of the line that `:` opens: a name, and what stands behind it.
struct Command: Hashable, Sendable {
    /// What stands behind a command's name.
    enum Argument: Hashable, Sendable {
        case none
        case filter
        case changes
        case column
        case cost
        case dataset
        case study
        case theme
        case accelerator
        case newName
        case export
        case point
        case precision
        case pane
        case place
        case columns
        case tour
        case direction
    }

    let name: String
    let argument: Argument
    /// What it does, for whoever completes a line.
    let help: String
    /// What it stands for; nil where that depends on the argument.
    let action: Action?

    private init(_ name: String, _ argument: Argument = .none, _ help: String, _ action: Action? = nil) {
        self.name = name
        self.argument = argument
        self.help = help
        self.action = action
    }

    /// Every command.
    static let all: [Command] =
        Screen.allCases.map { Command($0.title.lowercased(), "the screen", .screenChosen($0)) } + [
            Command("filter", .filter, "leave out what does not pass"),
            Command("budget", .filter, "dim what does not fit"),
            Command("sort", .column, "sort the table by a column; a minus before its name: downwards"),
            Command("columns", .columns, "the table's columns, as network, energy or +power -area; alone: the standard ones"),
            Command("cost", .cost, "the horizontal axis"),
            Command("dataset", .dataset, "show another data set, or what could be run on it"),
            Command("study", .study, "open another study, as it was left; the same one reads its presets again"),
            Command("theme", .theme, "the colours"),
            Command("whatif", .changes, "change the accelerator, as clock=500 sb*2"),
            Command("undo", "take the last change back", .whatIfUndone),
            Command("redo", "make it again", .whatIfRedone),
            Command("reset", "the accelerator that the study was opened on", .whatIfReset),
            Command("scenario", .accelerator, "price everything on another accelerator"),
            Command("overlay", .accelerator, "show the points of another accelerator behind"),
            Command("save", .newName, "save the accelerator as a preset"),
            Command("export", .export, "write what is shown to a file: svg, csv, json, markdown, latex or text; alone svg"),
            Command("select", .point, "go to a point by its name, as alex/fixed8@layer measured, or alex/fixed8 imported SOURCE"),
            Command("zoom", .place, "show a part of the plot: least and most cost, least and most accuracy"),
            Command("pan", .direction, "move the enlarged part of the plot: left, right, up or down"),
            Command("scroll", .place, "so many rows, and columns, down from the beginning"),
            Command("bar", .precision, "go to the bar of a precision"),
            Command("pane", .pane, "power or area, where there is room for one"),
            Command("layer", .place, "go to a layer by its number"),
            Command("experiment", .place, "go to an experiment of the queue by its key"),
            Command("open", "what Enter opens: components, or radix points", .detailsOpened),
            Command("error", "accuracy or error", .qualityTurned),
            Command("isolines", "lines through baseline and point", .isolinesToggled),
            Command("fit", "show the whole plot", .viewFitted),
            Command("percent", "amounts or shares", .percentToggled),
            Command("mark", .point, "mark the selected point or unmark it, or mark others by their names, with commas between"),
            Command("unmark", "unmark all", .marksCleared),
            Command("earlier", "move the selected point of Compare to the left, to be the reference", .comparedMoved(by: -1)),
            Command("later", "move it to the right", .comparedMoved(by: 1)),
            Command("knee", "go to the knee", .kneeAsked),
            Command("cheapest", "go to the cheapest good point", .cheapestAsked),
            Command("best", "go to the best under the budget", .bestAsked),
            Command("run", .point, "train the selected point, or one by its name, as lenet/fixed8 digits"),
            Command("pause", "pause the experiment, or let it go on", .queueAsked(.pauseOrResume)),
            Command("cancel", "cancel the experiment; what was trained is kept", .queueAsked(.cancel)),
            Command("retry", "let the experiment wait again", .queueAsked(.retry)),
            Command("raise", "begin the experiment before others", .queueAsked(.raise)),
            Command("lower", "begin the experiment behind others", .queueAsked(.lower)),
            Command("pause-all", "pause the whole queue, or end that", .queueAsked(.pauseOrResumeAll)),
            Command("next", "along the frontier to more cost", .frontierWalked(towardsMoreCost: true)),
            Command("previous", "along the frontier to less cost", .frontierWalked(towardsMoreCost: false)),
            Command("enlarge", "enlarge the plot around the point", .zoomed(isIn: true)),
            Command("shrink", "make the plot smaller", .zoomed(isIn: false)),
            Command("why", "where the figures come from", .whyAsked),
            Command("command", "the command line that prints this view", .commandAsked),
            Command("present", .tour, "begin a tour, by its name if there are several"),
            Command("help", "the keys of the screen", .helpAsked),
            Command("redraw", "draw the screen again", .redrawAsked),
            Command("quit", "leave", .quitAsked),
        ]

    private init(_ name: String, _ help: String, _ action: Action) { self.init(name, .none, help, action) }

    /// The command of a name, or of the beginning of one that is no other's.
    ///
    /// - Throws: `LineMistake` if there is none, or several.
    static func named(_ word: Word) throws(LineMistake) -> Command {
        if let exact = all.first(where: { $0.name == word.text }) { return exact }
        let near = all.filter { $0.name.hasPrefix(word.text) }
        guard let only = near.first else {
            let advice = NearMiss.suggestion(for: word.text, among: all.map(\.name)).map { "did you mean \($0)?" }
            throw LineMistake(offset: word.offset, message: "there is no command '\(word.text)': \(advice ?? "Tab shows them")")
        }
        guard near.count == 1 else {
            throw LineMistake(offset: word.offset, message: "which one: \(near.map(\.name).joined(separator: ", "))?")
        }
        return only
    }
}
