import DesignSpace
import Precision
import Terminal
import Testing

@testable import Explorer

@Suite("Completing a filter")
struct FilterCompletionTests {
    private func state(_ keys: String) throws -> ExplorerState {
        var state = ExplorerState(try Fixture.study("default"), size: Size(columns: 120, rows: 40))
        try state.press(keys)
        return state
    }

    @Test(
        "Behind a field and a sign Tab offers what rows have there",
        arguments: [
            ("net=", ["net=alex", "net=alex+", "net=alex++"]), ("net~alex+", ["net~alex++"]), ("state=n", ["state=not-run"]),
            ("frontier=", ["frontier=yes", "frontier=no"]), ("(source!=p", ["(source!=published", "(source!=predicted"]),
            ("fits-sb=y", ["fits-sb=yes"]), ("NET=ALEX+", ["NET=alex+", "NET=alex++"]),
            ("not(net=alex+", ["not(net=alex++"]), ("net = alex+", ["alex++"]), ("net =alex+", ["=alex++"]), ("acc>", []),
            ("nothing=", []),
        ])
    func words(typed: String, offered: [String]) throws {
        for opening in ["/", "B", ":,text:filter ,text:acc>1 or "] {
            var state = try state(opening)
            _ = state.update(.lineTyped(typed))
            #expect(state.candidates == offered, "\(opening)")
            #expect(offered.isEmpty || state.text.contains(offered[0]), "\(state.text)")
        }
    }

    @Test("A field that is typed is completed and no mistake yet, and a whole one stays", arguments: ["/", "B"])
    func fields(opening: String) throws {
        var state = try state("\(opening),text:s")
        #expect(state.text.contains("saving") && state.text.contains("seeds") && !state.text.contains("no field"), "\(state.text)")
        try state.press("text:ta,tab")
        #expect(state.prompt?.text == "state")
        try state.press("c-u,text:acc,tab*2")
        #expect(state.prompt?.text == "acc")
        try state.press("c-u,text:nonsense")
        #expect(state.text.contains("no field 'nonsense'"), "\(state.text)")
    }

    @Test("What has spaces in it is offered in quotes, and to a part of it by its words")
    func origins() throws {
        var state = try state("/,text:origin=ta,tab")
        #expect(state.prompt?.text == "origin=\"Table V\"" && state.points.order.count > 7)
        try state.press("c-u,text:origin~ta")
        #expect(state.candidates == ["origin~Table"])
        try state.press("tab")
        #expect(state.points.order.count > 7 && state.prompt?.error == nil)
    }

    @Test("A line that is refused says why, also where more could be typed", arguments: ["prec=fixed", "prec=pow"])
    func refused(typed: String) throws {
        for opening in ["/", "B"] {
            var state = try state("\(opening),text:\(typed)")
            #expect(!state.text.contains("is no precision"))
            try state.press("enter")
            #expect(state.prompt != nil && state.text.contains("is no precision: prec~"), "\(state.text)")
            try state.press("bs")
            #expect(!state.text.contains("is no precision"))
        }
    }

    @Test("Tab in an empty line lists the fields until something is typed", arguments: ["/", "B"])
    func empty(opening: String) throws {
        var state = try state(opening)
        #expect(!state.text.contains("inbits"))
        try state.press("tab")
        #expect(state.prompt?.text == "" && state.text.contains("net  data  prec  wbits  inbits"), "\(state.text)")
        try state.press("text:acc>,bs*4")
        #expect(state.prompt?.text == "" && !state.text.contains("inbits"))
    }

    @Test("Tab completes a word that only one row's text begins with, and as far as several agree")
    func complete() throws {
        var state = try state("/,text:prec=b,tab")
        #expect(state.prompt?.text == "prec=binary")
        #expect(state.points.order.allSatisfy { state.points.rows[$0].point.precision.name == "binary" })
        try state.press("c-u,text:net=,tab")
        #expect(state.prompt?.text == "net=alex")
        try state.press("c-u,text:(ne,tab,text:=l,tab")
        #expect(state.prompt?.text == "(net=l", "no network of these rows begins so")
    }
}
