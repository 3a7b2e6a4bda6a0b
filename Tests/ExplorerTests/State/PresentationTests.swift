import DesignSpace
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("Presenting a tour")
struct PresentationTests {
    private func state(_ columns: Int = 120, _ rows: Int = 40) throws -> ExplorerState {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        return ExplorerState(try Fixture.study("default"), size: Size(columns: columns, rows: rows), tours: [tour])
    }

    @Test("P begins at the first stop, n and p walk, and the ends hold")
    func walking() throws {
        var state = try state()
        try state.press("P")
        #expect(state.isPresenting)
        #expect(state.text.contains("One network, seven precisions"))
        #expect(state.text.contains("1 of 8"))
        try state.press("p")
        #expect(state.text.contains("1 of 8"))
        try state.press("n*20")
        #expect(state.text.contains("8 of 8"))
        try state.press("p")
        #expect(state.text.contains("7 of 8"))
    }

    @Test("Leaving puts back what was shown: screen, data set, filter, selection, marks and axes", arguments: ["q", "esc"])
    func leaving(key: String) throws {
        var state = try state()
        try state.press("2,d,/,text:prec~fixed,enter,j*2,m,1,a")
        let before = state
        try state.press("P,n*5")
        #expect(state.text != before.text)
        try state.press(key)
        #expect(state.text == before.text)
        #expect(state.selection == before.selection && state.marks == before.marks)
    }

    @Test("A stop shows its data set, filter, point and marks")
    func stop() throws {
        var state = try state()
        try state.press("P,n*3")
        #expect(state.dataset == "cifar10")
        #expect(state.filter?.text == "prec=fixed4 source=published")
        #expect(state.selectedName == "alex/fixed4")
        try state.press("n*2")
        #expect(state.marks.map(\.point.reference.name) == ["alex/float32", "alex++/pow2", "alex++/binary"])
    }

    @Test("Neither keys, tabs nor notes are shown; the caption and the minutes are")
    func quiet() throws {
        var state = try state()
        try state.press("P")
        _ = state.update(.minutesPassed(7))
        #expect(state.text.contains("a factor of 17"))
        #expect(state.text.contains("7 min"))
        for noise in ["q quit", "1 Frontier", "bitfront", "Table V, the blue points"] {
            #expect(!state.text.contains(noise), "\(noise)")
        }
    }

    @Test("The pointer moves, and why opens over a stop and closes to it")
    func pointing() throws {
        var state = try state()
        try state.press("P")
        let first = state.selectedName
        try state.press("h")
        #expect(state.selectedName != first)
        try state.press("w")
        #expect(state.panel?.kind == .why)
        try state.press("esc")
        #expect(state.panel == nil && state.isPresenting)
    }

    @Test(
        "Every stop is drawn at every size on every terminal, with its caption wherever there is room", arguments: ScreenTests.sizes
    )
    func everySize(size: (Int, Int)) throws {
        var state = try state(size.0, size.1)
        try state.press("P")
        for _ in 0..<8 {
            for tier in Tier.allCases {
                let frame = state.frame(for: tier.capabilities)
                #expect(frame.surface.size == Size(columns: size.0, rows: size.1))
                if size.0 >= 80, let word = state.presentation?.stop?.caption.split(separator: " ").first {
                    #expect(frame.surface.text().contains(word))
                }
            }
            try state.press("n")
        }
    }

    @Test("Without a tour P says where tours come from")
    func none() throws {
        var state = try Fixture.state()
        try state.press("P")
        #expect(!state.isPresenting)
        #expect(state.text.contains("there is no tour"))
    }
}
