import Terminal
import Testing

@Suite("The display without a terminal") struct MemoryDisplayTests {
    @Test("Events come in order, then the terminal is lost") func events() {
        let display = MemoryDisplay(size: Size(columns: 4, rows: 2), events: [.key(.up), .key(.enter)])
        #expect(display.nextEvent(timeout: nil) == .key(.up))
        #expect(display.nextEvent(timeout: .zero) == .key(.enter))
        #expect(display.nextEvent(timeout: .zero) == nil)
        #expect(display.nextEvent(timeout: nil) == .terminate(.hangup))
    }

    @Test("All that has happened is taken at once") func together() {
        let display = MemoryDisplay(size: Size(columns: 4, rows: 2), events: Array(repeating: .key(.down), count: 1_500))
        #expect(display.nextEvents(timeout: nil).count == 1_000)
        #expect(display.nextEvents(timeout: nil).count == 500)
        #expect(display.nextEvents(timeout: .zero) == [])
        #expect(display.nextEvents(timeout: nil) == [.terminate(.hangup)])
    }

    @Test("A resize changes the size once it is reported") func resize() {
        let display = MemoryDisplay(size: Size(columns: 4, rows: 2), events: [.key(.up), .resize(Size(columns: 20, rows: 5))])
        _ = display.nextEvent(timeout: nil)
        #expect(display.size == Size(columns: 4, rows: 2))
        _ = display.nextEvent(timeout: nil)
        #expect(display.size.description == "20x5")
    }

    @Test("Frames are kept as the terminal would show them") func frames() {
        let display = MemoryDisplay(size: Size(columns: 4, rows: 1), capabilities: .plain)
        var surface = Surface(size: display.size)
        surface.put("█µ", at: .zero, style: Style(foreground: .red, attributes: .bold))
        display.show(surface, cursor: Point(column: 1, row: 0))
        #expect(display.frames.map { $0.surface.styledText() } == ["«bold:#u»"])
        #expect(display.frames.map(\.cursor) == [Point(column: 1, row: 0)])
    }

    @Test("Watched file descriptors are noted") func watching() {
        let display = MemoryDisplay(size: Size(columns: 4, rows: 1))
        display.watch(fileDescriptor: 7)
        display.watch(fileDescriptor: 8)
        display.unwatch(fileDescriptor: 7)
        #expect(display.watchedFileDescriptors == [8])
    }
}
