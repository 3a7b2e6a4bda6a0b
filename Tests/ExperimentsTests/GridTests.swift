import DesignSpace
import Experiments
import Testing

@Suite("A grid of experiments")
struct GridTests {
    @Test(
        "Networks, precisions and data sets are lists with commas",
        arguments: [
            ("lenet x fixed8", ["lenet/fixed8"], []), ("lenet x fixed8 x mnist", ["lenet/fixed8"], ["mnist"]),
            (
                "lenet,alex x fixed8, fixed4@layer x mnist,digits",
                ["lenet/fixed8", "lenet/fixed4@layer", "alex/fixed8", "alex/fixed4@layer"], ["mnist", "digits"]
            ),
            ("alex++ × float32,float32", ["alex++/float32"], []),
            (
                " lenet  x  fixed:6,12,pow2:5,8@layer,binary:4,fixed4 ",
                ["lenet/fixed:6,12", "lenet/pow2:5,8@layer", "lenet/binary:4", "lenet/fixed4"], []
            ),
        ] as [(String, [String], [String])])
    func reading(text: String, points: [String], datasets: [String]) throws {
        let grid = try Grid(parsing: text)
        #expect(grid.points.map(\.name) == points)
        #expect(grid.datasets == datasets)
    }

    @Test(
        "A mistake is named, and how a grid is written",
        arguments: [
            ("lenet", "no precisions"), ("", "no precisions"), ("lenet x", "empty"), (" x fixed8", "empty"),
            ("lenet x fixed8 x", "empty"), ("lenet x fixed8 x a x b", "4 parts"), ("lenet,,alex x fixed8", "'lenet,,alex'"),
            ("lenet x fixed9", "'fixed9'"), ("lenet x fixed4@lay", "'fixed4@lay'"), ("lenet x fixed:8,99", "'fixed:8,99'"),
        ])
    func mistakes(text: String, words: String) {
        let error = #expect(throws: ExperimentsError.self) { try Grid(parsing: text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("NETWORKS x PRECISIONS x DATASETS") == true)
        #expect(error?.cause == .request)
    }
}
