import Testing

@testable import Explorer

@Suite("Scales and ticks")
struct ScaleTests {
    @Test("A value lies where the scale says, and comes back from there", arguments: Scale.Kind.allCases)
    func inverse(kind: Scale.Kind) {
        let scale = Scale(kind, from: 2, to: 700)
        #expect(scale.fraction(of: 2) == 0)
        #expect(abs(scale.fraction(of: 700) - 1) < 1e-12)
        for value in [2.0, 3, 50, 123.4, 699] {
            #expect(abs(scale.value(at: scale.fraction(of: value)) - value) < 1e-9 * value)
        }
    }

    @Test("A logarithmic axis is marked at 1, 2 and 5 of every decade")
    func decades() {
        let labels = Scale(.logarithmic, from: 0.3, to: 700).ticks(atMost: 20).map(\.label)
        #expect(labels == ["0.5", "1", "2", "5", "10", "20", "50", "100", "200", "500"])
    }

    @Test("With less room a logarithmic axis keeps 1 and 5, then whole decades, then every other one")
    func fewerDecades() {
        let scale = Scale(.logarithmic, from: 1, to: 10_000)
        #expect(scale.ticks(atMost: 9).map(\.label) == ["1", "5", "10", "50", "100", "500", "1000", "5000", "10000"])
        #expect(scale.ticks(atMost: 5).map(\.label) == ["1", "10", "100", "1000", "10000"])
        #expect(scale.ticks(atMost: 3).map(\.label) == ["1", "100", "10000"])
    }

    @Test("A small part of a decade is marked in even steps")
    func partOfDecade() {
        #expect(Scale(.logarithmic, from: 61, to: 79).ticks(atMost: 5).map(\.label) == ["65", "70", "75"])
    }

    @Test("A linear axis steps by 1, 2 or 5 and labels no more decimals than the step has")
    func linear() {
        #expect(
            Scale(.linear, from: 74.5, to: 82.5).ticks(atMost: 8).map(\.label) == ["75", "76", "77", "78", "79", "80", "81", "82"])
        #expect(Scale(.linear, from: 74.5, to: 82.5).ticks(atMost: 4).map(\.label) == ["76", "78", "80", "82"])
        #expect(
            Scale(.linear, from: 0.95, to: 1.21).ticks(atMost: 6).map(\.label) == ["0.95", "1.00", "1.05", "1.10", "1.15", "1.20"])
        #expect(Scale(.linear, from: -2, to: 2).ticks(atMost: 5).map(\.label) == ["-2", "-1", "0", "1", "2"])
    }

    @Test("An axis with millions counts from a tenth of one on in them")
    func millions() {
        #expect(
            Scale(.logarithmic, from: 40_000, to: 6e6).ticks(atMost: 9).map(\.label) == [
                "50000", "0.1M", "0.2M", "0.5M", "1M", "2M", "5M",
            ])
        #expect(Scale(.linear, from: 0, to: 1.1e6).ticks(atMost: 6).map(\.label) == ["0", "0.2M", "0.4M", "0.6M", "0.8M", "1M"])
        #expect(Scale(.logarithmic, from: 90_000, to: 900_000).ticks(atMost: 9).map(\.label) == ["100000", "200000", "500000"])
    }

    @Test("There are never more ticks than asked for, all inside and rising", arguments: Scale.Kind.allCases, 1...12)
    func limit(kind: Scale.Kind, limit: Int) {
        for (low, high) in [(0.001, 0.0011), (1e-9, 1e9), (3, 4), (99.1, 99.4), (1, 1e6), (5, 5)] {
            let scale = Scale(kind, from: low, to: high)
            let values = scale.ticks(atMost: limit).map(\.value)
            #expect(values.count <= limit)
            #expect(values == values.sorted())
            #expect(values.allSatisfy { (-1e-9...1 + 1e-9).contains(scale.fraction(of: $0)) })
        }
    }

    @Test("Any two ends make a scale", arguments: Scale.Kind.allCases, [0, -1, .nan, .infinity, -.infinity, 1e300, 1e-300])
    func degenerate(kind: Scale.Kind, end: Double) {
        for other in [end, 1, -5] {
            let scale = Scale(kind, from: end, to: other)
            #expect(scale.domain.lowerBound < scale.domain.upperBound)
            #expect(scale.domain.lowerBound.isFinite && scale.domain.upperBound.isFinite)
            #expect(scale.ticks(atMost: 10).count <= 10)
        }
    }

    @Test("Zooming keeps the value in its place, and back is where it began", arguments: Scale.Kind.allCases)
    func zoom(kind: Scale.Kind) {
        let scale = Scale(kind, from: 10, to: 1000)
        let closer = scale.zoomed(by: 2, around: 40)
        #expect(abs(closer.fraction(of: 40) - scale.fraction(of: 40)) < 1e-12)
        #expect(closer.domain.upperBound < scale.domain.upperBound)
        let back = closer.zoomed(by: 0.5, around: 40)
        #expect(abs(back.domain.lowerBound - 10) < 1e-9 && abs(back.domain.upperBound - 1000) < 1e-6)
    }

    @Test("Panning brings a value outside to the middle and leaves one inside alone", arguments: Scale.Kind.allCases)
    func pan(kind: Scale.Kind) {
        let scale = Scale(kind, from: 10, to: 1000)
        #expect(scale.panned(toShow: 500) == scale)
        #expect(abs(scale.panned(toShow: 5000).fraction(of: 5000) - 0.5) < 1e-9)
    }

    @Test("A scale that shows values has them all inside; without values it is any scale")
    func showing() {
        let scale = Scale(.logarithmic, showing: [19.5, 628, .nan, -1])
        #expect(scale.fraction(of: 19.5) > 0 && scale.fraction(of: 628) < 1)
        #expect(Scale(.linear, showing: []).ticks(atMost: 5).count >= 2)
    }

    @Test("What a scale cannot show has no place", arguments: [0, -1, Double.nan, .infinity])
    func noPlace(value: Double) {
        #expect(Scale(.logarithmic, from: 1, to: 10).fraction(of: value).isNaN)
    }
}
