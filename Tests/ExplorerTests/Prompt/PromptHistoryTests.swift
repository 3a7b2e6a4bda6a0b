import DesignSpace
import Terminal
import Testing

@testable import Explorer

@Suite("Earlier lines of a prompt")
struct PromptHistoryTests {
    @Test("Up brings the lines of the prompt back, the last one first, and Down goes back to what was typed")
    func commands() throws {
        var state = try Fixture.state()
        try state.press(":,text:sort energy,enter,:,text:sort area,enter,:,text:sort area,enter,/,text:net=alex,enter")
        try state.press(":,text:so,up")
        #expect(state.prompt?.text == "sort area" && state.prompt?.cursor == 9)
        try state.press("up")
        #expect(state.prompt?.text == "sort energy")
        try state.press("up,up")
        #expect(state.prompt?.text == "sort energy")
        try state.press("down")
        #expect(state.prompt?.text == "sort area")
        try state.press("down,down,down")
        #expect(state.prompt?.text == "so")
        try state.press("up,up,enter")
        #expect(state.sorting.column == .energy && state.prompt == nil)
    }

    @Test("A filter that comes back filters at once, and the one that is in force already is passed over")
    func filters() throws {
        var state = try Fixture.state()
        try state.press("/,text:net=alex,enter,/,c-u,text:net=alex++,enter,/,up")
        #expect(state.prompt?.text == "net=alex" && state.filter?.text == "net=alex")
        try state.press("down")
        #expect(state.filter?.text == "net=alex++")
        try state.press("up,esc")
        #expect(state.filter?.text == "net=alex++")
        try state.press("e,text:clock=300,enter,B,up")
        #expect(state.prompt?.text == "")
    }

    @Test("A line with a mistake in it, or with nothing, is not kept; mended, it is")
    func mistakes() throws {
        var state = try Fixture.state()
        try state.press(":,text:nonsense,enter,esc,:,text:  ,enter,:,up")
        #expect(state.prompt?.text == "")
        try state.press("text:fitx,enter,bs,enter,:,up")
        #expect(state.prompt?.text == "fit", "\(state.text)")
    }

    @Test("The keys stand in the help")
    func help() throws {
        var state = try Fixture.state(120, 200)
        try state.press("?")
        #expect(state.text.contains("earlier lines of this prompt, and back"))
    }
}
