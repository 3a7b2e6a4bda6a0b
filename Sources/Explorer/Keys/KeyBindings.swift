import Synchronization
import Terminal

/// The one table of keys, from which help and the key line are made.
enum KeyBindings {
    /// All bindings, the more important ones first within their group.
    static let all: [KeyBinding] = moving + choosing + showing + running + screens + presenting + program + typing

    /// What a key stands for where the explorer is; nil if nothing.
    static func action(for key: Key, in state: ExplorerState) -> Action? {
        let context = state.keyContext
        let known = actions[Place(context: context, canRun: state.canRun)]
        // Where Shift makes no difference a cursor key is what it is without.
        if let action = known?[key] ?? known?[key.withoutShift] { return action }
        if context == .prompt, case .character(let character) = key { return .lineTyped(String(character)) }
        return nil
    }

    /// What is said of a key that stands for nothing on a screen: on which others it does.
    static func hint(for key: Key, on screen: Screen, canRun: Bool) -> String {
        let others = Screen.allCases.filter { other in
            other != screen && actions[Place(context: .screen(other), canRun: canRun)]?[key] != nil
        }
        let places = others.map { "\($0.title) (\($0.rawValue))" }.joined(separator: ", ")
        let isOfTours = actions[Place(context: .presentation, canRun: canRun)]?[key] != nil
        return others.isEmpty
            ? isOfTours
                ? "\(key.label) is a key of a tour that is presented: P begins one"
                : "\(key.label): no key of this program; ? lists them"
            : "\(key.label) is a key of \(places); ? lists those of this screen"
    }

    /// The bindings that the key line names, the most important first: on the opening screen what works everywhere, elsewhere what only
    /// the screen has.
    static func named(in context: KeyBinding.Context, canRun: Bool) -> [KeyBinding] {
        let named = all.filter { $0.works(in: context, canRun: canRun) && !$0.short.isEmpty }
        guard context != .screen(.frontier) else { return named }
        let own = named.filter { $0.contexts == [context] }
        let others = named.filter { $0.contexts != [context] }
        // Of a run one asks where its figures come from before one walks a frontier that is not on the screen.
        let sorted =
            context == .screen(.runs) ? others.filter { $0.group == .showing } + others.filter { $0.group != .showing } : others
        return named.prefix(1) + (own + sorted).filter { $0 != named.first }
    }

    /// The keys of the key line, each with the rank by which it is left out where there is little room.
    static func line(in context: KeyBinding.Context, canRun: Bool) -> Fitting {
        let place = Place(context: context, canRun: canRun)
        return lines.withLock { lines in
            if let known = lines[place] { return known }
            var fitting = Fitting()
            for (rank, binding) in named(in: context, canRun: canRun).enumerated() {
                // Help and quit stay to the last: whoever sees nothing else finds the rest from there.
                let isLast = binding.group == .program
                fitting.add(
                    TextLine([Phrase(binding.shortKeys ?? binding.keysText, .key), Phrase(" \(binding.short)", .quiet)]),
                    rank: isLast ? 0 : rank + 1)
            }
            lines[place] = fitting
            return fitting
        }
    }

    /// The key line of an explorer that follows another: what is its own to do.
    static let lineOfFollower: Fitting = {
        var fitting = Fitting()
        fitting.add(TextLine([Phrase("q", .key), Phrase(" stop following", .quiet)]), rank: 0)
        fitting.add(TextLine([Phrase("^L", .key), Phrase(" draw again", .quiet)]), rank: 1)
        return fitting
    }()

    /// Where a key is pressed, and in what kind of explorer.
    private struct Place: Hashable {
        let context: KeyBinding.Context
        let canRun: Bool

        static let all = [false, true].flatMap { canRun in
            KeyBinding.Context.all.map { Place(context: $0, canRun: canRun) }
        }
    }

    /// What each key stands for, worked out once because every key is looked up.
    private static let actions: [Place: [Key: Action]] = {
        Dictionary(
            uniqueKeysWithValues: Place.all.map { place in
                let strokes = all.filter { $0.works(in: place.context, canRun: place.canRun) }.flatMap(\.strokes)
                return (place, Dictionary(strokes.map { ($0.key, $0.action) }) { first, _ in first })
            })
    }()

    /// The key lines that were shown: every frame has one, and the first waits for no other.
    private static let lines = Mutex<[Place: Fitting]>([:])

    private static func key(_ character: Character, _ action: Action) -> KeyBinding.Stroke {
        KeyBinding.Stroke(key: .character(character), action: action)
    }

    private static func key(_ key: Key, _ action: Action) -> KeyBinding.Stroke { KeyBinding.Stroke(key: key, action: action) }

    private static let moving = [
        KeyBinding(
            .moving,
            [
                key("h", .moved(.left)), key("j", .moved(.down)), key("k", .moved(.up)), key("l", .moved(.right)),
                key(.left, .moved(.left)), key(.down, .moved(.down)), key(.up, .moved(.up)), key(.right, .moved(.right)),
            ], help: "move: to the nearest point that way, by rows and columns, or by bars", short: "move", shortKeys: "hjkl",
            in: .screens),
        KeyBinding(
            .moving, [key("n", .frontierWalked(towardsMoreCost: true)), key("N", .frontierWalked(towardsMoreCost: false))],
            help: "along the frontier: to more cost, to less", short: "frontier", in: .screens),
        KeyBinding(
            .moving, [key("K", .kneeAsked)], help: "the knee of the frontier: beyond it more cost brings little", in: .screens),
        KeyBinding(
            .moving, [key("b", .cheapestAsked)],
            help: "the cheapest point about as accurate as the baseline: within 1 point, pressed again 2, 5, 0.5", in: .screens),
        KeyBinding(
            .moving,
            [
                key("j", .moved(.down)), key("k", .moved(.up)), key(.down, .moved(.down)), key(.up, .moved(.up)),
            ], help: "scroll", short: "scroll", shortKeys: "j k", in: [.panel]),
        KeyBinding(
            .moving, [key(.pageUp, .paged(by: -1)), key(.pageDown, .paged(by: 1))], help: "by pages",
            in: [.screen(.table), .screen(.bars), .screen(.compare), .screen(.layers), .screen(.runs), .panel]),
        KeyBinding(
            .moving,
            [
                key("g", .movedToEnd(isLast: false)), key("G", .movedToEnd(isLast: true)),
                key(.home, .movedToEnd(isLast: false)), key(.end, .movedToEnd(isLast: true)),
            ], help: "to the first, to the last; on the plot to the least and the most cost", in: .screensAndPanels),
    ]

    private static let choosing = [
        KeyBinding(
            .choosing, [key("/", .filterOpened)], help: "filter, as net=alex++ acc>80 energy<250", short: "filter", in: .screens),
        KeyBinding(
            .choosing, [key("B", .budgetOpened)], help: "budget, as power<200 area<4 acc>80: what does not fit is dimmed",
            in: .screens),
        KeyBinding(.choosing, [key("u", .bestAsked)], help: "the best point under the budget", in: .screens),
        KeyBinding(.choosing, [key("m", .markToggled)], help: "mark the point, or unmark it", short: "mark", in: .screens),
        KeyBinding(.choosing, [key("M", .marksCleared)], help: "unmark all", in: .screens),
        KeyBinding(
            .choosing, [key("c", .screenChosen(.compare))], help: "compare the marked points, four at most", short: "compare",
            in: .screens),
        KeyBinding(
            .choosing, [key("r", .runAsked)], help: "run: train the selected point", short: "run", in: .screens, needsRuns: true),
    ]

    private static let showing = [
        KeyBinding(
            .showing, [key("s", .sortColumnTurned(by: 1))], help: "sort by the next column", short: "sort", in: [.screen(.table)]),
        KeyBinding(.showing, [key("S", .sortReversed)], help: "reverse the order", short: "reverse", in: [.screen(.table)]),
        KeyBinding(
            .showing, [key("<", .sortColumnTurned(by: -1)), key(">", .sortColumnTurned(by: 1))],
            help: "choose the column to sort by", in: [.screen(.table)]),
        KeyBinding(
            .showing, [key("<", .comparedMoved(by: -1)), key(">", .comparedMoved(by: 1))],
            help: "move the selected point to the left, to the right; the first is what the others are compared with",
            short: "order", in: [.screen(.compare)]),
        KeyBinding(
            .showing, [key("o", .commandOpened("columns "))], help: "choose the columns, as network, energy or +power -area",
            short: "columns", in: [.screen(.table)]),
        KeyBinding(
            .showing, [key(.enter, .detailsOpened)], help: "open the bar: every component with count, cost, formula and source",
            short: "components", in: [.screen(.bars)]),
        KeyBinding(
            .showing, [key(.enter, .detailsOpened)],
            help: "open the run: radix points, clipping and accumulator bits of its layers",
            short: "radix points", in: [.screen(.layers)]),
        KeyBinding(
            .showing, [key("%", .percentToggled)], help: "amounts or shares", short: "share", in: [.screen(.bars)]),
        KeyBinding(
            .showing, [key("a", .costTurned(by: 1)), key("A", .costTurned(by: -1))],
            help: "cost axis: energy, power, area, latency, weight memory", short: "axis", shortKeys: "a", in: [.screen(.frontier)]),
        KeyBinding(
            .showing, [key("y", .qualityTurned)], help: "quality axis: accuracy or error", short: "error", in: [.screen(.frontier)]),
        KeyBinding(
            .showing, [key("+", .zoomed(isIn: true)), key("=", .zoomed(isIn: true)), key("-", .zoomed(isIn: false))],
            help: "enlarge around the selected point, make smaller", short: "zoom", shortKeys: "+ -", in: [.screen(.frontier)]),
        KeyBinding(
            .showing,
            [
                key("(", .panned(.left)), key(")", .panned(.right)), key(.shiftLeft, .panned(.left)),
                key(.shiftRight, .panned(.right)),
            ], help: "move the enlarged part of the plot to the left, to the right", in: [.screen(.frontier)]),
        KeyBinding(
            .showing,
            [
                key("{", .panned(.up)), key("}", .panned(.down)), key(.shiftUp, .panned(.up)), key(.shiftDown, .panned(.down)),
            ], help: "move it up, down", in: [.screen(.frontier)]),
        KeyBinding(.showing, [key("0", .viewFitted)], help: "show the whole plot", in: [.screen(.frontier)]),
        KeyBinding(
            .showing, [key("i", .isolinesToggled)], help: "lines through the baseline's accuracy and the point's cost",
            in: [.screen(.frontier)]),
        KeyBinding(
            .showing, [key("T", .themeTurned)],
            help: "colours: default, for a light background, for a dark one, for colour-blind eyes",
            in: .screens),
        KeyBinding(
            .showing, [key("w", .whyAsked)], help: "why: formula, inputs and source of the figures under the cursor",
            short: "why", in: .screens),
        KeyBinding(
            .showing, [key("e", .whatIfOpened)], help: "what if: another clock, tile or cost, as clock=500 sb*2", short: "what if",
            in: .screens),
        KeyBinding(
            .showing, [key("U", .whatIfUndone), key(.control("r"), .whatIfRedone)],
            help: "take the last change of the accelerator back, make it again", in: .screens),
        KeyBinding(
            .showing, [key("x", .commandOpened("export "))],
            help: "export what is shown: svg, csv, json, markdown, latex, text; Enter alone writes svg",
            short: "export", in: .screensAndPanels),
        KeyBinding(
            .showing, [key(":", .commandOpened(""))], help: "a command by its name; Tab completes it",
            in: .screensAndPanels),
    ]
}

extension KeyBindings {
    private static let running = [
        KeyBinding(
            .running, [key("p", .queueAsked(.pauseOrResume))], help: "pause the experiment, or let it go on", short: "pause",
            in: [.screen(.runs)], needsRuns: true),
        KeyBinding(
            .running, [key("C", .queueAsked(.cancel))], help: "cancel it; what was trained is kept", short: "cancel",
            in: [.screen(.runs)], needsRuns: true),
        KeyBinding(
            .running, [key("R", .queueAsked(.retry))], help: "let it wait again: it goes on from its last checkpoint",
            short: "retry", in: [.screen(.runs)], needsRuns: true),
        KeyBinding(
            .running, [key("+", .queueAsked(.raise)), key("=", .queueAsked(.raise)), key("-", .queueAsked(.lower))],
            help: "begin it before others, behind others", short: "priority", shortKeys: "+ -", in: [.screen(.runs)],
            needsRuns: true),
        KeyBinding(
            .running, [key("Z", .queueAsked(.pauseOrResumeAll))],
            help: "pause the whole queue, so that nothing is begun, or end that", in: [.screen(.runs)], needsRuns: true),
    ]

    private static let screens = [
        KeyBinding(
            .screens, Screen.allCases.compactMap { screen in "\(screen.rawValue)".first.map { key($0, .screenChosen(screen)) } },
            help: "choose a screen", in: .screensAndPanels),
        KeyBinding(
            .screens, [key(.tab, .screenTurned(by: 1)), key(.backTab, .screenTurned(by: -1))],
            help: "next screen, previous screen", short: "screen", shortKeys: "Tab", in: .screensAndPanels),
        KeyBinding(
            .screens,
            [
                key("d", .datasetTurned(by: 1)), key("D", .datasetTurned(by: -1)),
                key("]", .datasetTurned(by: 1)), key("[", .datasetTurned(by: -1)),
            ], help: "next data set, previous data set", short: "data set", shortKeys: "d", in: .screens),
    ]

    private static let presenting = [
        KeyBinding(
            .presenting, [key("P", .presentationAsked)],
            help: "present: a tour through prepared views, for an audience; of several one chooses",
            in: .screens),
        KeyBinding(
            .presenting,
            [
                key("n", .stopTurned(by: 1)), key(" ", .stopTurned(by: 1)), key(.pageDown, .stopTurned(by: 1)),
                key(.enter, .stopTurned(by: 1)),
            ], help: "next stop", in: [.presentation]),
        KeyBinding(
            .presenting,
            [
                key("p", .stopTurned(by: -1)), key(.backspace, .stopTurned(by: -1)), key(.pageUp, .stopTurned(by: -1)),
            ], help: "previous stop", in: [.presentation]),
        KeyBinding(
            .presenting,
            [
                key("h", .moved(.left)), key("j", .moved(.down)), key("k", .moved(.up)), key("l", .moved(.right)),
                key(.left, .moved(.left)), key(.down, .moved(.down)), key(.up, .moved(.up)), key(.right, .moved(.right)),
            ], help: "point at something", in: [.presentation]),
        KeyBinding(
            .presenting, [key("w", .whyAsked)], help: "why: where the figures pointed at come from", in: [.presentation]),
        KeyBinding(
            .presenting, [key("v", .notesToggled)], help: "show the speaker's notes below the caption, or hide them",
            in: [.presentation]),
        KeyBinding(
            .presenting, [key("q", .closed), key(.escape, .closed)], help: "end the tour, and show what was shown before it",
            in: [.presentation]),
    ]

    private static let program = [
        KeyBinding(
            .program, [key("?", .helpAsked)], help: "help for this screen", short: "help",
            in: Set.screens.union([.presentation])),
        KeyBinding(
            .program, [key(.escape, .closed), key("q", .closed), key(.enter, .closed), key("?", .closed), key("w", .closed)],
            help: "close", short: "close", shortKeys: "Esc", in: [.panel]),
        KeyBinding(
            .program, [key("Y", .commandAsked)], help: "show the command line that prints this view, and copy it",
            in: Set.screensAndPanels.union([.presentation])),
        KeyBinding(.program, [key("q", .quitAsked)], help: "quit", short: "quit", in: .screens),
        KeyBinding(.program, [key(.escape, .closed)], help: "clear the message", in: .screens),
        KeyBinding(
            .program, [key(.control("c"), .quitAsked)], help: "quit from anywhere", in: .everywhere),
        KeyBinding(
            .program, [key(.control("l"), .redrawAsked)], help: "draw the screen again", in: .everywhere),
        KeyBinding(
            .program, [key(.control("z"), .suspendAsked)], help: "suspend; fg brings it back",
            in: .everywhere),
    ]

    private static let typing = [
        KeyBinding(.typing, [key(.enter, .lineAccepted)], help: "keep the line, or carry it out", short: "keep", in: [.prompt]),
        KeyBinding(.typing, [key(.tab, .lineCompleted)], help: "complete the word", short: "complete", in: [.prompt]),
        KeyBinding(
            .typing, [key(.up, .lineRecalled(isEarlier: true)), key(.down, .lineRecalled(isEarlier: false))],
            help: "earlier lines of this prompt, and back", in: [.prompt]),
        KeyBinding(.typing, [key(.escape, .closed)], help: "leave it as it was", short: "leave", in: [.prompt]),
        KeyBinding(.typing, [key(.control("u"), .lineEdited(.deleteAll))], help: "clear", short: "clear", in: [.prompt]),
        KeyBinding(.typing, [key(.control("w"), .lineEdited(.deleteWord))], help: "delete a word", in: [.prompt]),
        KeyBinding(
            .typing,
            [
                key(.backspace, .lineEdited(.deleteBackward)), key(.delete, .lineEdited(.deleteForward)),
                key(.control("h"), .lineEdited(.deleteBackward)),
            ], help: "delete", in: [.prompt]),
        KeyBinding(
            .typing,
            [
                key(.left, .lineEdited(.moveLeft)), key(.right, .lineEdited(.moveRight)),
                key(.home, .lineEdited(.moveToStart)), key(.end, .lineEdited(.moveToEnd)),
                key(.control("a"), .lineEdited(.moveToStart)), key(.control("e"), .lineEdited(.moveToEnd)),
            ], help: "move", in: [.prompt]),
    ]
}

extension ExplorerState {
    /// Works out what keys stand for and how wide a table's columns are, which is done once, so that the first key that is pressed need
    /// not wait for it.
    public mutating func prepareForKeys() {
        _ = KeyBindings.action(for: .escape, in: self)
        points.measureColumns()
    }

    /// Where a key is pressed.
    var keyContext: KeyBinding.Context {
        if prompt != nil { return .prompt }
        if panel != nil { return .panel }
        return presentation == nil ? .screen(screen) : .presentation
    }
}
