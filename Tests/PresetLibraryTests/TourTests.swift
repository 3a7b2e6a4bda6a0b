import DesignSpace
import Foundation
import PresetLibrary
import Testing

@Suite("Tours")
struct TourTests {
    @Test("The shipped tour tells the paper's story in eight stops, each with a heading and a caption that fits four lines")
    func shipped() throws {
        let tour = try Shipped.library.catalogue.tour("hashemi2017")
        #expect(tour.stops.count == 8)
        for stop in tour.stops {
            #expect(!stop.title.isEmpty && stop.title.count <= 60, "\(stop.title)")
            #expect(!stop.caption.isEmpty && stop.caption.count <= 240, "\(stop.title)")
        }
    }

    @Test("Every stop of the shipped tour finds its points, and a point under the cursor passes the stop's filter")
    func points() throws {
        let catalogue = Shipped.library.catalogue
        let tour = try catalogue.tour("hashemi2017")
        let rows = try EvaluatedStudy(catalogue.study(tour.study), in: catalogue).rows
        for stop in tour.stops {
            let shown = rows.filter { $0.point.dataset == stop.dataset && (stop.filter?.passes($0) ?? true) }
            for point in ([stop.point].compactMap(\.self) + stop.marks).map(\.reference) {
                #expect(shown.contains { $0.point.reference == point }, "\(stop.title): \(point.name)")
            }
        }
    }

    private func problems(point: String, dataset: String = "cifar10") throws -> [String] {
        let folder = try TemporaryFolder()
        let text = """
            kind: tour
            name: mine
            title: Mine
            study: default
            stops:
              - { title: One, caption: Words, view: compare, dataset: \(dataset), point: "\(point)", marks: ["\(point)"] }
            """
        let path = try folder.write(Data(text.utf8), to: "mine.yaml")
        return PresetLibrary.check(files: [path], roots: [Shipped.root]).map(\.description)
    }

    @Test(
        "Points and marks say whose accuracy they mean, as :select does",
        arguments: [
            "alex/pow2", "alex/pow2 published", "alex/pow2 measured", "alex/fixed8@layer measured strong", "alex/pow2 unknown",
            "alex/fixed8 imported our lab #2",
        ])
    func rowNames(name: String) throws {
        #expect(try problems(point: name) == [])
    }

    @Test(
        "What is wrong with the name of a row is said",
        arguments: [
            ("alex/pow2 measurd", "behind alex/pow2 nothing, or whose accuracy: published, measured, imported, predicted, unknown"),
            ("alex/pow3 measured", "'pow3' is not a precision"), ("alx/pow2 measured", "there is no network 'alx'"),
            ("measured alex/pow2", "a point, as alex/fixed8"),
        ])
    func wrongRowNames(name: String, says: String) throws {
        let problems = try problems(point: name)
        #expect(problems.count == 2 && problems.allSatisfy { $0.contains(says) }, "\(problems)")
    }

    @Test("A data set that there is not is the only thing that is wrong: what hangs on it is not said")
    func unknownDataset() throws {
        let problems = try problems(point: "alex/pow2", dataset: "cifar11")
        #expect(problems.count == 1 && problems[0].contains("there is no data set 'cifar11'"), "\(problems)")
    }

    @Test(
        "Emoji are text like any other in a caption, also those of several; what hides or turns text is refused",
        arguments: [
            ("\u{1F469}\u{200D}\u{1F4BB} trains", true), ("a \u{2764}\u{FE0F}\u{200D}\u{1F525}", true), ("\u{2764}\u{FE0E}", true),
            ("zero\u{200B}width", false), ("joined\u{200D}letters", false), ("\u{202E}turned", false),
            ("\u{1F469}\u{200D}", false), ("\u{1F469}\u{200D}\u{200D}\u{1F4BB}", false),
        ])
    func emoji(caption: String, isText: Bool) throws {
        let folder = try TemporaryFolder()
        let text = """
            kind: tour
            name: mine
            title: Mine
            study: hashemi2017
            stops:
              - { title: One, caption: "\(caption)", view: frontier, dataset: cifar10 }
            """
        let path = try folder.write(Data(text.utf8), to: "mine.yaml")
        let problems = PresetLibrary.check(files: [path], roots: [Shipped.root])
        #expect(problems.isEmpty == isText, "\(problems.map(\.description))")
    }
}
