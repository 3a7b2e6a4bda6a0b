import Terminal

/// Keys that belong together, what they stand for, where they work and what help says of them.
struct KeyBinding: Hashable, Sendable {
    /// Where a key is pressed.
    enum Context: Hashable, Sendable {
        /// On a screen, with nothing open over it.
        case screen(Screen)
        /// In a panel.
        case panel
        /// At a stop of a tour.
        case presentation
        /// In the line in which a filter is typed.
        case prompt

        /// All there are.
        static let all = Screen.allCases.map(Context.screen) + [.panel, .presentation, .prompt]
    }

    /// A part of the help.
    enum Group: String, Hashable, Sendable, CaseIterable {
        case moving = "Moving"
        case choosing = "Marking and filtering"
        case showing = "What is shown"
        case running = "The queue of experiments"
        case screens = "Screens"
        case presenting = "Presenting"
        case program = "Program"
        case typing = "Typing"
    }

    /// One key and what it stands for.
    struct Stroke: Hashable, Sendable {
        let key: Key
        let action: Action
    }

    let group: Group
    let strokes: [Stroke]
    /// What help says.
    let help: String
    /// What the key line says; empty if it says nothing.
    let short: String
    /// The keys as the key line names them; nil for all of them.
    let shortKeys: String?
    let contexts: Set<Context>
    /// Whether the executable has to be able to start runs.
    let needsRuns: Bool
    /// The keys as help names them.
    let keysText: String

    init(
        _ group: Group, _ strokes: [Stroke], help: String, short: String = "", shortKeys: String? = nil,
        in contexts: Set<Context>, needsRuns: Bool = false
    ) {
        self.group = group
        self.strokes = strokes
        self.help = help
        self.short = short
        self.shortKeys = shortKeys
        self.contexts = contexts
        self.needsRuns = needsRuns
        var labels: [String] = []
        for stroke in strokes where !labels.contains(stroke.key.label) { labels.append(stroke.key.label) }
        keysText = labels.joined(separator: " ")
    }

    func works(in context: Context, canRun: Bool) -> Bool { contexts.contains(context) && (canRun || !needsRuns) }
}

extension Set<KeyBinding.Context> {
    /// Every screen.
    static let screens = Set(Screen.allCases.map(KeyBinding.Context.screen))

    /// Every screen, and panels.
    static let screensAndPanels = screens.union([.panel])

    /// Screens, panels, stops of a tour and the line of a filter.
    static let everywhere = screensAndPanels.union([.presentation, .prompt])
}
