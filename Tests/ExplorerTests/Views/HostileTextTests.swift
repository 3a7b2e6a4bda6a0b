import DesignSpace
import Precision
import Terminal
import Testing

@testable import Explorer

@Suite("Text that nobody vouches for")
struct HostileTextTests {
    /// Told apart by position, because test logs print arguments as they are.
    static let names = [
        "\u{1b}[2J\u{1b}]0;x\u{7}", "a\nb\r\tc", "\u{202e}XELA\u{2066}", "e\u{301}\u{302}\u{303}\u{489}", "网络网络网络",
        "\u{0}\u{9b}31m", "",
        String(repeating: "A very long name ", count: 40), "👩‍👩‍👧‍👦 family", "A&B<C>\"",
    ]

    @Test("It is shown harmless on every screen and terminal", arguments: names.indices, Screen.allCases)
    func harmless(index: Int, screen: Screen) throws {
        let name = Self.names[index]
        let study = try Fixture.study(title: name, points: [(.float32, 80), (.fixed8, 79), (.binary, nil)])
        for (columns, rows) in [(100, 30), (40, 10), (11, 4)] {
            var state = ExplorerState(study, size: Size(columns: columns, rows: rows))
            _ = state.update(.screenChosen(screen))
            _ = state.update(.messageArrived(name))
            _ = state.update(.queueChanged(try Fixture.queue(reason: name)))
            for tier in Tier.allCases {
                check(state.frame(for: tier.capabilities), tier)
                for key in ["?", "esc", "w", "esc", "/"] {
                    try state.press(key)
                    _ = state.update(.pasted(name))
                    check(state.frame(for: tier.capabilities), tier)
                }
                try state.press("esc")
            }
        }
    }

    private func check(_ frame: Frame, _ tier: Tier) {
        let harmful = frame.surface.text().unicodeScalars.first { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n"
            case .format, .lineSeparator, .paragraphSeparator: true
            default: tier == .ascii && !scalar.isASCII
            }
        }
        #expect(harmful == nil)
    }

    @Test("A study without points, benchmarks or accuracies is said to have none", arguments: Screen.allCases)
    func empty(screen: Screen) throws {
        var state = ExplorerState(try Fixture.study(title: "none", points: []), size: Size(columns: 80, rows: 24))
        _ = state.update(.screenChosen(screen))
        try state.press("j,k,n,N,m,s,S,+,-,0,g,G,enter,esc,w,?,esc,d,a,y,i,%")
        let words: [Screen: String] = [
            .bars: "no precisions", .runs: "no point is selected",
        ]
        #expect(state.text.contains(words[screen] ?? "no points"))
        #expect(state.selectedPoint == nil)
    }
}
