import ArgumentParser
import CMalloc
import Explorer
import Reports
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// `bitfront` alone: the explorer.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore", abstract: "Open the explorer (the default).",
        discussion: """
            Without a terminal, or with one that cannot move its cursor, the plain table is printed instead. With --screen one frame is \
            printed, terminal or not, and the explorer does not open.

            A key script is keys with commas between them: characters, names (up down left right home end pgup pgdn ins del enter esc tab \
            btab bs space comma, s-up and the like with Shift), c-x for Ctrl-X, f5 for a function key; KEY*N presses a key N times, text:WORDS \
            types words, and :COMMAND gives a command, in which two commas stand for one. What several --keys say is done one after the \
            other.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "Print one frame of a screen: frontier, table, bars, compare, layers or runs.")
    var screen: Screen?

    @Option(
        help: ArgumentHelp("The size of that frame, in columns and rows, 1 to 1000 each; default: 120x40.", valueName: "WxH"),
        transform: ExploreCommand.size)
    var size: Size?

    @Option(
        // The key - is the first of some scripts.
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Keys to press before it is drawn, as in 'j*3,/,text:net=alex,enter'; may be given several times.", valueName: "keys"))
    var keys: [String] = []

    @Option(
        help:
            "The colours of this session: default, light or dark for such a background, or colorblind; without it those that T chose last."
    )
    var theme: ThemeName?

    @Option(help: "The form of that frame: text or svg; default: text.")
    var format: HeadlessFrame.Format?

    func validate() throws {
        let given = [("--size", size != nil), ("--keys", !keys.isEmpty), ("--format", format != nil)]
        guard screen == nil, let option = given.first(where: \.1)?.0 else { return }
        throw ValidationError("\(option) belongs to a frame: say of which screen with --screen, as in --screen table")
    }

    func run() throws {
        guard let screen else { return try Self.open(workspace, theme: theme) }
        let workspace = try Workspace.reading(self.workspace)
        let study = try workspace.study()
        let format = format ?? .text
        let frame = HeadlessFrame(
            workspace: workspace, study: study, screen: screen, size: size ?? Size(columns: 120, rows: 40), keys: try keyScript(),
            theme: theme ?? .standard,
            ascii: self.workspace.ascii || format == .text && Output.isASCIIAskedFor)
        Output.write(try frame.rendered(as: format), as: format == .text ? .text : nil, ascii: self.workspace.ascii)
    }

    /// Opens the explorer on a study until its user leaves it.
    static func open(_ options: WorkspaceOptions, theme: ThemeName? = nil) throws {
        askForMemoryInLargeSteps()
        let ahead = isatty(STDOUT_FILENO) == 1 ? try ResultsAhead(options) : nil
        let workspace = try Workspace(options, roots: ahead?.roots)
        try ExplorerSession(
            workspace: workspace, study: workspace.study(), theme: theme, ahead: ahead, ascii: options.ascii
        ).run()
    }

    /// Has the heaps of all threads grow by 4 MiB and not by a page, for which a start would stop a hundred times, and keep what was given
    /// back: arrays of many thousand points are made anew for every axis, and each new page of them is a fault. What is not used takes no
    /// memory.
    private static func askForMemoryInLargeSteps() {
        mallopt(M_TOP_PAD, 4 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
    }

    /// An extent written `120x40`, 1 to 1,000 columns and rows.
    private static func size(_ text: String) throws -> Size {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let columns = sides[0], let rows = sides[1], (1...1_000).contains(columns),
            (1...1_000).contains(rows)
        else { throw ValidationError("use columns x rows, each 1 to 1000, as 120x40") }
        return Size(columns: columns, rows: rows)
    }

    private func keyScript() throws(CommandFailure) -> KeyScript {
        do {
            return try KeyScript(joining: keys)
        } catch {
            throw CommandFailure(.usage, error.description)
        }
    }
}

extension ThemeName: ExpressibleByArgument {}

extension Screen: ExpressibleByArgument {
    /// The screen of a name, as `frontier`.
    public init?(argument: String) {
        guard let screen = Screen.allCases.first(where: { $0.title.lowercased() == argument.lowercased() }) else { return nil }
        self = screen
    }

    /// The names, as they are typed.
    public static var allValueStrings: [String] { allCases.map { $0.title.lowercased() } }
}
