import DesignSpace
import HardwareModel
import Quantities
import Terminal

/// What the title says of how the view departs from the opened one: what if, filter, budget and caveats, cut so that each is told of.
///
/// The caveats are words of our own and stay whole longest; the typed texts are cut first, all alike, a short one leaving its room to
/// longer ones.
struct TitleTexts: Hashable, Sendable {
    private(set) var filter: String?
    private(set) var budget: String?
    private(set) var whatIf: String?
    private(set) var caveats: String?

    /// A text that may be cut: its full form, what it begins with where it is cut, and how much of it one would like to see.
    private struct Typed {
        let full: String
        let short: String
        let comfortable: Int

        var columns: Int { full.largestColumns }

        func cut(to columns: Int) -> String {
            self.columns <= columns ? full : (columns < comfortable ? short : full).truncated(toColumns: columns)
        }
    }

    /// The columns between two pieces of the title.
    static let gap = 3
    /// The columns that each text has at least where there is room for the data set.
    private static let least = 5

    /// - Parameter room: the columns behind the name of the data set, separators included.
    init(_ state: ExplorerState, room: Int) {
        let typed = Self.typed(state)
        let texts = typed.compactMap(\.self)
        let forms = Self.caveatForms(state)
        var space = room - (texts.count + (forms.isEmpty ? 0 : 1)) * Self.gap
        if let last = forms.last {
            let wanted = texts.reduce(0) { $0 + min($1.columns, $1.comfortable) }
            let fitting = forms.first { $0.largestColumns + wanted <= space }
            let shown = fitting ?? last.truncated(toColumns: max(Self.least, space - texts.count * Self.least))
            caveats = shown
            space -= shown.largestColumns
        }
        let widths = Self.shares(of: space, among: texts.map(\.columns))
        var cut = zip(texts, widths).map { $0.cut(to: max(Self.least, $1)) }[...]
        filter = typed[0] == nil ? nil : cut.popFirst()
        budget = typed[1] == nil ? nil : cut.popFirst()
        whatIf = typed[2] == nil ? nil : cut.popFirst()
    }

    /// The columns behind the name of the data set in which all of a what-if can be told comfortably; 0 where nothing was changed.
    static func comfortableColumns(_ state: ExplorerState) -> Int {
        guard state.isHypothetical else { return 0 }
        let texts = typed(state).compactMap(\.self)
        let caveats = caveatForms(state).first.map { $0.largestColumns + gap } ?? 0
        // A typed change is better seen whole, as far as one can expect that.
        let behind = overlay(state).map { $0.largestColumns + gap } ?? 0
        return texts.reduce(caveats + behind) { $0 + gap + min($1.columns, 2 * $1.comfortable) }
    }

    /// What is laid behind, by its name; nil for nothing, or for what was there before.
    static func overlay(_ state: ExplorerState) -> String? {
        state.showsGhosts ? state.whatIf.overlay.map { "behind: \($0.name)" } : nil
    }

    /// Filter, budget and what if; nil for what there is not.
    private static func typed(_ state: ExplorerState) -> [Typed?] {
        let scenario = state.scenarioTitle ?? ""
        // A named accelerator that nothing was changed of is no question.
        let (full, short) =
            state.whatIf.isChanged
            ? ("what if \(scenario)", "if \(scenario)") : ("\(scenario) \(state.study.accelerator.clockText)", scenario)
        return [
            state.filter.map { Typed(full: "/\($0.text)", short: "/\($0.text)", comfortable: 8) },
            state.budget.map { Typed(full: "budget \($0.text)", short: "B \($0.text)", comfortable: 14) },
            state.isHypothetical ? Typed(full: full, short: short, comfortable: 16) : nil,
        ]
    }

    /// The caveats, in full and in fewer letters; empty if there are none.
    private static func caveatForms(_ state: ExplorerState) -> [String] {
        let caveats = state.warnings
        guard !caveats.isEmpty else { return [] }
        let short = ["timing unverified": "unverified"]
        let shortest = ["timing unverified": "unverif.", "extrapolated": "extrap.", "uncalibrated": "uncalib."]
        return [[:], short, shortest].map { words in caveats.map { words[$0] ?? $0 }.joined(separator: ", ") }
    }

    /// Divides columns among texts: none has more than it needs, and those that need more have the same.
    private static func shares(of space: Int, among widths: [Int]) -> [Int] {
        var shares = widths
        var (left, count) = (max(0, space), widths.count)
        for index in widths.indices.sorted(by: { widths[$0] < widths[$1] }) {
            shares[index] = min(widths[index], left / count)
            left -= shares[index]
            count -= 1
        }
        return shares
    }
}

extension Accelerator {
    /// The clock as a title has it.
    var clockText: String { "\(tile.clock.megahertz.trimmed(significant: 6)) MHz" }
}
