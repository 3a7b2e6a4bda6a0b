import Terminal
import Testing

@Suite("Keys") struct KeyTests {
    @Test(
        "A name stands for a key",
        arguments: [
            ("j", Key.character("j")), ("é", .character("é")), ("*", .character("*")), ("space", .character(" ")),
            ("comma", .character(",")), ("up", .up), ("pgdn", .pageDown), ("btab", .backTab), ("c-x", .control("x")),
            ("c-L", .control("l")), ("s-left", .shiftLeft), ("s-up", .shiftUp), ("f1", .function(1)), ("f12", .function(12)),
            ("f", .character("f")),
        ]) func names(name: String, key: Key)
    { #expect(Key(name: name) == key) }

    @Test("What is no name stands for none", arguments: ["", "upp", "f0", "f64", "fx", "c-", "c-xy", "c-é", "F1"]) func unknown(
        name: String
    ) { #expect(Key(name: name) == nil) }

    @Test(
        "Help names keys as their caps do",
        arguments: [(Key.control("l"), "Ctrl-L"), (.function(5), "F5"), (.pageUp, "PgUp"), (.character("q"), "q"), (.up, "↑")])
    func labels(key: Key, label: String) { #expect(key.label == label) }
}

@Suite("Key scripts") struct KeyScriptTests {
    @Test("Keys come in order, repeated and as text") func reading() throws {
        let script = try KeyScript("j*3,/,text:a b,enter,c-l,*,**2")
        let expected: [Key] = [
            .character("j"), .character("j"), .character("j"), .character("/"), .character("a"), .character(" "), .character("b"),
            .enter, .control("l"), .character("*"), .character("*"), .character("*"),
        ]
        #expect(script.inputs == expected.map(KeyScript.Input.key))
        #expect(try KeyScript("").inputs == [])
    }

    @Test("Scripts that follow each other are one, also where a command ends in a comma") func joined() throws {
        let script = try KeyScript(joining: ["j", "", ":filter acc>80,", "k,:fit", "l"])
        let (j, k, l) = (Key.character("j"), Key.character("k"), Key.character("l"))
        #expect(script.inputs == [.key(j), .command("filter acc>80"), .key(k), .command("fit"), .key(l)])
        #expect(throws: TerminalError.tooManyKeys(limit: 10_000)) { try KeyScript(joining: ["j*9999", "k*2"]) }
    }

    @Test("A part that begins with a colon is a command, in which two commas stand for one; a colon alone is a key")
    func commands() throws {
        let script = try KeyScript(":select alex/fixed8 measured,j,:filter prec=fixed:8,,8,:,:*2,:,")
        let colon = KeyScript.Input.key(.character(":"))
        #expect(
            script.inputs == [
                .command("select alex/fixed8 measured"), .key(.character("j")), .command("filter prec=fixed:8,8"), colon, colon,
                colon, colon,
            ])
    }

    @Test(
        "A command as a part is read as it was", arguments: ["sort -energy", "filter prec=8,8", "filter a,,b", "export csv a b,"])
    func commandPart(command: String) throws {
        let script = try KeyScript("j," + KeyScript.part(command: command) + ",k")
        #expect(script.inputs == [.key(.character("j")), .command(command), .key(.character("k"))])
    }

    @Test("A key that does not exist is named", arguments: ["ups", "j*", "j*-1", "j*x", "ups*2"]) func unknown(part: String) {
        #expect(throws: TerminalError.unknownKey(part)) { try KeyScript("j,\(part)") }
        #expect(TerminalError.unknownKey(part).description.contains("'\(part)'"))
    }

    @Test(
        "What is said of a key that does not exist lists every form that a part may have",
        arguments: [
            "s-up", "s-down", "s-left", "s-right", "c-x", "f1 to f63", "*N", "text:WORD", ":COMMAND",
        ])
    func allForms(form: String) { #expect(TerminalError.unknownKey("ups").description.contains(form)) }

    @Test("A script that would never end is refused", arguments: ["j*10001", "j*9999,k*2", "j*9223372036854775807"]) func tooMany(
        script: String
    ) { #expect(throws: TerminalError.tooManyKeys(limit: 10_000)) { try KeyScript(script) } }

    @Test("An error shows no control character of the script") func harmless() {
        #expect(!TerminalError.unknownKey("\u{1b}[2J").description.contains("\u{1b}"))
    }
}
