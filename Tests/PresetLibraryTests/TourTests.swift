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
            for point in [stop.point].compactMap(\.self) + stop.marks {
                #expect(shown.contains { $0.point.reference == point }, "\(stop.title): \(point.name)")
            }
        }
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
