import DesignSpace
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("Tours that were written while the explorer is open, and choosing among several")
struct WrittenToursTests {
    @Test("Of several tours P opens a line that offers them, and :present with one of them begins it")
    func several() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        let other = Tour(name: "short", title: "Short", study: tour.study, stops: Array(tour.stops.suffix(2)))
        var state = ExplorerState(try Fixture.study("default"), size: Size(columns: 120, rows: 40), tours: [tour, other])
        try state.press("P")
        #expect(!state.isPresenting && state.prompt?.text == "present ")
        #expect(state.lines.last?.contains("Tab  hashemi2017  short") == true, "\(state.text)")
        try state.press("tab*2,enter")
        #expect(state.text.contains("1 of 2"))
        try state.press("q,:,text:present s,tab,enter")
        #expect(state.text.contains("1 of 2"))
        try state.press("q,:,text:present,enter")
        #expect(!state.isPresenting && state.prompt?.text == "present ")
    }

    @Test("A tour of another study is not shown: P and :present say which study it is of, and how to get it")
    func ofAnotherStudy() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        var state = ExplorerState(try Fixture.study("hashemi2017"), size: Size(columns: 120, rows: 40), tours: [tour])
        let words = "the tour 'hashemi2017' is of the study 'default': :study default opens it"
        try state.press("P")
        #expect(!state.isPresenting && state.text.contains(words), "\(state.text)")
        try state.press(":,text:present hashemi2017,enter")
        _ = state.update(.toursRead([tour], for: .named("hashemi2017"), problem: nil))
        #expect(!state.isPresenting && state.prompt?.error?.message == words)
        try state.press("esc,:,text:present mine,enter")
        _ = state.update(.toursRead([tour], for: .named("mine"), problem: nil))
        #expect(state.prompt?.error?.message == "there is no tour 'mine': \(words)")
    }

    private func written(_ caption: String, name: String = "mine") -> Tour {
        Tour(name: name, title: name, study: "default", stops: [Tour.Stop(title: "Stop", caption: caption, view: .table)])
    }

    @Test("A tour that was written since is shown, and of one that there is not it is said which there are")
    func writtenSince() throws {
        var state = try Fixture.presenter()
        let before = state.lines
        #expect(try state.press(":,text:present mine,enter") == [.readTours(.named("mine"))])
        #expect(!state.isPresenting)
        _ = state.update(.toursRead(state.tours, for: .named("mine"), problem: nil))
        #expect(state.prompt?.text == "present mine" && state.prompt?.error == LineMistake(offset: 8, message: "use hashemi2017"))
        try state.press("esc")
        _ = state.update(.toursRead(state.tours + [written("New.")], for: .named("mine"), problem: nil))
        #expect(state.isPresenting && state.text.contains("New."))
        try state.press("q")
        #expect(state.lines == before && state.reopened(theme: .standard).tours.count == 2)
    }

    @Test("A tour that was changed since is shown as it is now; what is wrong with its file is said instead")
    func changedSince() throws {
        var state = try Fixture.presenter()
        _ = state.update(.toursRead([written("Old.")], for: nil, problem: nil))
        #expect(!state.isPresenting)
        #expect(try state.press("P") == [.readTours(.only)])
        _ = state.update(.toursRead([written("New.")], for: .only, problem: nil))
        #expect(state.text.contains("New.") && !state.text.contains("Old."))
        try state.press("n")
        _ = state.update(.toursRead([written("New.")], for: .only, problem: nil))
        #expect(state.isPresenting)
        try state.press("q")
        try state.press(":present mine")
        _ = state.update(.toursRead([], for: .named("mine"), problem: "mine.yaml:3:1: unknown key"))
        #expect(!state.isPresenting && state.message == "mine.yaml:3:1: unknown key")
    }

    @Test("Where a second tour was written since, P offers both")
    func secondSince() throws {
        var state = try Fixture.presenter()
        let before = state
        try state.press("P")
        #expect(state.isPresenting)
        _ = state.update(.toursRead(state.tours + [written("New.")], for: .only, problem: nil))
        #expect(!state.isPresenting && state.prompt?.text == "present " && state.lines.last?.contains("mine") == true)
        try state.press("esc")
        #expect(state.lines == before.lines)
        try state.press("P")
        _ = state.update(.toursRead(before.tours, for: .only, problem: nil))
        #expect(state.isPresenting && state.prompt == nil)
    }

    @Test("A stop whose filter hides the row that it points at says so, and the next one no more")
    func hiddenRow() throws {
        let stops = try ["prec=pow2", nil].map { filter in
            Tour.Stop(
                title: "Ours", caption: "Ours.", view: .table, dataset: "cifar10", filter: try filter.map(Filter.init),
                point: try RowName("alex/binary published"))
        }
        let tour = Tour(name: "ours", title: "Ours", study: "default", stops: stops)
        var state = ExplorerState(try Fixture.study("default"), size: Size(columns: 120, rows: 40), tours: [tour])
        try state.press("P")
        #expect(state.text.contains("its filter hides alex/binary published"))
        try state.press("n")
        #expect(!state.text.contains("hides"))
    }
}
