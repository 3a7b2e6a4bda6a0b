import DesignSpace
import HardwareModel
import Terminal

/// Everything that the explorer shows and remembers; every screen draws from it, and only `update` changes it.
public struct ExplorerState: Hashable, Sendable {
    /// What the Frontier screen remembers.
    struct FrontierSettings: Hashable, Sendable {
        var cost = CostAxis.energy
        var quality = GainAxis.accuracy
        /// The enlarged part; nil if all is shown.
        var viewport: Viewport?
        /// How many times it was enlarged; negative for made smaller.
        var zoomLevel = 0
        var showsIsolines = false
    }

    /// What the Table screen remembers.
    struct TableSettings: Hashable, Sendable {
        var columns = Column.standard
        /// The first of the rows on the screen.
        var firstRow = 0
        /// How many columns behind the frozen ones are scrolled away.
        var firstColumn = 0
    }

    /// What the Bars screen remembers.
    struct BarsSettings: Hashable, Sendable {
        /// Which of the two stands on the screen where there is no room for both.
        enum Pane: String, Hashable, Sendable, CaseIterable {
            case power
            case area
        }

        var showsPercent = false
        var pane = Pane.power
        /// The position of the bar under the cursor.
        var cursor = 0
        /// The first of the bars on the screen.
        var firstBar = 0
    }

    /// The study with every point priced on the accelerator that is looked at.
    @Boxed public internal(set) var study: EvaluatedStudy

    /// The study as it was opened, or loaded since.
    @Boxed var asLoaded: EvaluatedStudy
    /// The same with what could be run on the data set that was chosen to run something on.
    @Boxed var loaded: EvaluatedStudy
    /// What is being tried on the accelerator.
    @Boxed var whatIf: WhatIf

    /// Accelerators that everything can be priced on.
    var accelerators: [Accelerator]
    /// What scenarios that were saved since the start were made of, by changes of parameters alone; by the scenario's name.
    var madeOf: [String: Accelerator] = [:]

    /// The names of those that are the user's own, which may be saved again.
    var ownAccelerators: Set<String>
    /// The name that the command before this one wanted to save under though there is an accelerator of the user's of that name; nil for
    /// any other command.
    var offeredName: String?

    /// The screen that is shown.
    public internal(set) var screen = Screen.frontier

    /// The terminal's columns and rows.
    public internal(set) var size: Size

    /// Whether the executable can start runs, so that the key for it exists.
    public let canRun: Bool

    /// Whether another explorer decides what is shown, so that nearly all keys are that one's.
    public var isFollowing = false

    /// The tours that there are, of whichever study.
    var allTours: [Tour]

    /// The tours that can be shown: those of the study.
    public var tours: [Tour] { allTours.filter { $0.study == study.study.name } }

    /// The names of the studies that there are.
    let studies: [String]

    /// How many files of presets are left out because something is wrong with them.
    public let faultyPresets: Int

    /// The options that the study was opened with, each a word, for the command that prints the view.
    public let options: [String]

    /// Where the speaker's notes of a tour are shown.
    public let notes: SpeakerNotes

    /// The colours.
    public internal(set) var theme: ThemeName

    /// Data sets that runs are possible on, whether the study has points of them or not.
    let trainable: [TrainableDataset]
    /// The data set that was chosen to run something on though the study may have no point of it; nil for none.
    var chosenDataset: String?
    /// The data sets of the study that have points.
    var datasets: [String] = []
    /// The position of the shown one among them.
    var datasetPosition = 0
    var selection: PointIdentity? { didSet { findSelected() } }
    /// The position of the selected point in `points.rows`, looked for when one of the two changes and not for every question; nil also while
    /// no row passes the filter.
    private(set) var selectedPosition: Int?
    /// The marked points, in the order in which they were marked.
    var marks: [PointIdentity] = []
    var filter: Filter?
    /// What a design may cost and has to reach; what does not fit is dimmed.
    var budget: Filter?
    var sorting = Sorting()
    var frontier = FrontierSettings()
    var table = TableSettings()
    var bars = BarsSettings()
    var compare = CompareSettings()
    var layers = LayersSettings()
    var runs = RunsSettings()
    /// The experiments that are to be run, are running and have been run.
    @Boxed var queue = QueueSnapshot()
    /// Whether the store that the queue was read of is not there any more.
    var isStoreGone = false
    /// Whether there is a store of which nothing can be read.
    var isStoreUnreadable = false
    /// The place among `allowances` that was asked for last; nil unless that was just before, and on the same data set.
    var allowancePlace: Int?
    var prompt: LinePrompt?
    /// The lines that were accepted in this session, of each kind of prompt the last one first.
    var typedLines: [LinePrompt.Purpose: [String]] = [:]
    var panel: Panel?
    var presentation: Presentation?
    /// Where the mouse's button went down; nil while it is up.
    var dragStart: Point?
    /// What was selected before it went down.
    var selectionBeforeDrag: PointIdentity?
    /// The last thing there was to say.
    public internal(set) var message = ""

    /// Worked out from the above by `update`, so that drawing costs the same whatever was pressed.
    @Boxed var points: PointList { didSet { findSelected() } }
    /// The rows of the data set on the accelerator that is laid behind; empty where there is none.
    var ghosts: [EvaluatedPoint] = []
    /// The plot of the data set.
    @Boxed var plot: FrontierPlot { didSet { placed = nil } }
    /// Where its points stand on the screen; nil while that is not known.
    @Boxed private(set) var placed: PlacedPoints?
    /// One design for each precision of the study, in its order.
    var designs: [Design] { didSet { knownBarExtents = nil } }
    /// The same designs on the accelerator that is laid behind, for the marks on the bars.
    @Boxed var ghostBars = GhostBars()
    /// The same designs on the accelerator that the study was opened on.
    var openedDesigns: [Design] = []
    /// What the widths of the bars follow from; nil until they are looked at.
    private var knownBarExtents: BarExtents?
    /// The text of the open panel, kept while it is only scrolled; nil for one that is not known yet.
    @Boxed var panelText: PanelText?
    /// The points that stand side by side, kept while they are only scrolled; nil while they are not known yet.
    @Boxed var compared: ComparedPoints?

    /// Opens a study.
    ///
    /// - Parameters:
    ///   - study: the study; results of runs may come later, by `Action.studyLoaded`.
    ///   - size: the terminal's columns and rows.
    ///   - canRun: whether `Effect.run` is carried out; without it no key for it is shown.
    ///   - studies: the names of the studies that there are, which can be opened instead.
    ///   - tours: the tours that there are; those of other studies are named where one is asked for.
    ///   - accelerators: accelerators that everything can be priced on, or laid over.
    ///   - ownAccelerators: the names of those that are the user's own, which may be saved again.
    ///   - trainable: data sets that runs are possible on, whether the study has points of them or not.
    ///   - theme: the colours to begin with.
    ///   - notes: where the speaker's notes of a tour are shown.
    ///   - faultyPresets: how many files of presets are left out because something is wrong with them.
    ///   - options: the options that the study was opened with, each a word.
    public init(
        _ study: EvaluatedStudy, size: Size, canRun: Bool = false, studies: [String] = [], tours: [Tour] = [],
        accelerators: [Accelerator] = [], ownAccelerators: Set<String> = [], trainable: [TrainableDataset] = [],
        theme: ThemeName = .standard, notes: SpeakerNotes = .onDemand, faultyPresets: Int = 0, options: [String] = []
    ) {
        self.studies = studies
        self.faultyPresets = faultyPresets
        self.options = options
        self.notes = notes
        self.trainable = trainable
        asLoaded = study
        (self.accelerators, self.ownAccelerators) = (accelerators, ownAccelerators)
        loaded = study
        whatIf = WhatIf(study.accelerator)
        self.theme = theme
        self.study = study
        self.size = size
        self.canRun = canRun
        allTours = tours
        points = PointList([])
        plot = FrontierPlot([])
        designs = []
        load(study)
    }

    /// The explorer as it opens on the same study, with what has been loaded since.
    public func reopened(theme: ThemeName) -> ExplorerState {
        var state = ExplorerState(
            asLoaded, size: size, canRun: canRun, studies: studies, tours: allTours, accelerators: accelerators,
            ownAccelerators: ownAccelerators, trainable: trainable, theme: theme, notes: notes, faultyPresets: faultyPresets,
            options: options)
        (state.queue, state.isFollowing) = (queue, isFollowing)
        (state.isStoreGone, state.isStoreUnreadable) = (isStoreGone, isStoreUnreadable)
        return state
    }

    /// Works out where the plot's points stand, if the plot is on the screen and that is not known yet.
    mutating func place() {
        if screen == .bars, knownBarExtents == nil { knownBarExtents = BarExtents(designs) }
        guard screen == .frontier, panel == nil, presentation == nil else { return }
        let rect = FrontierView.plotRect(in: FrameLayout(self).body)
        if placed?.layout.rect != rect { placed = plot.placed(in: rect) }
    }

    /// What the widths of the bars follow from.
    var barExtents: BarExtents { knownBarExtents ?? BarExtents(designs) }

    private mutating func findSelected() {
        selectedPosition = points.order.isEmpty ? nil : points.position(of: selection)
    }

    /// The data set that is shown; empty if the study has none.
    public var dataset: String {
        datasets.indices.contains(datasetPosition) ? datasets[datasetPosition] : ""
    }

    /// What there is to say of presets that are left out, and who tells more; nil if none is.
    public var faultyPresetsMessage: String? {
        guard faultyPresets > 0 else { return nil }
        let files = faultyPresets == 1 ? "1 preset has a problem and is" : "\(faultyPresets) presets have problems and are"
        return "\(files) left out: bitfront presets check"
    }

    /// Whether a tour is shown.
    public var isPresenting: Bool { presentation != nil }

    /// Whole minutes since the tour began; nil where none is shown.
    public var elapsedMinutes: Int? { presentation?.elapsedMinutes }

    /// The selected point.
    public var selectedPoint: EvaluatedPoint? { selectedPosition.map { points.rows[$0] } }

    /// The benchmark of the data set.
    var benchmark: Study.Benchmark? { study.study.benchmarks.first { $0.dataset == dataset } }
}
