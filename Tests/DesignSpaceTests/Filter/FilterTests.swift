import DesignSpace
import HardwareModel
import Precision
import Quantities
import Testing

@Suite("The filter language")
struct FilterTests {
    private func names(_ text: String) throws -> [String] {
        let filter = try Filter(text)
        return try PaperStudy.rows().filter(filter.passes).map(\.point.reference.name)
    }

    @Test(
        "A data set is found by its title too",
        arguments: [
            ("data=CIFAR-10", "data=cifar10"), ("data!=\"cifar 10\"", "data!=cifar10"), ("data~CIFAR-1", "data~cifar1"),
            ("data=\"SVHN subset\"", "data=svhn-subset"),
        ])
    func titles(title: String, name: String) throws {
        #expect(try names(title) == names(name))
        let rows = CompactRows(try PaperStudy.rows())
        #expect(try Filter(title).passing(rows) == Filter(name).passing(rows))
    }

    @Test(
        "A limit read off a figure as it is shown is met by that figure",
        arguments: [Column.energy, .accuracy, .area, .latency, .power])
    func limitsAsShown(column: Column) throws {
        let rows = try PaperStudy.rows()
        let compact = CompactRows(rows)
        let name = FilterField.allCases.first { $0.column == column }?.rawValue ?? ""
        for row in rows where column.number(in: row) != nil {
            let text = column.text(in: row)
            guard Double(text) != nil else { continue }
            for (comparison, holds) in [("<=", true), (">=", true), ("=", true), ("<", false), (">", false), ("!=", false)] {
                let filter = try Filter("\(name)\(comparison)\(text)")
                #expect(filter.passes(row) == holds, "\(filter.text) of \(row.point)")
                #expect(filter.passing(compact).contains(row.index) == holds, "\(filter.text) of \(row.point)")
            }
        }
        // A round limit is one: 79.77 is less than 80 and more than 79.
        #expect(try names("acc>79 acc<80 net=alex").contains("alex/fixed16"))
    }

    @Test("The frontier of rows that pass is theirs, that of a filter that asks for the frontier is that of all")
    func frontier() throws {
        let rows = try PaperStudy.rows()
        for text in ["net=alex", "area<4", "net!=alex++ power<600"] {
            let passing = try Filter(text).passing(rows)
            for dataset in Set(passing.map(\.point.dataset)) {
                let own = passing.filter { $0.point.dataset == dataset }
                #expect(
                    own.filter(\.isOnFrontier).map(\.index) == own.frontier(cost: .energy).map(\.index).sorted(),
                    "\(text) on \(dataset)")
            }
        }
        let alex = try Filter("net=alex").passing(rows)
        #expect(
            alex.count(where: \.isOnFrontier) > alex.count { row in rows.contains { $0.index == row.index && $0.isOnFrontier } })
        let marked = try Filter("frontier=no net=alex").passing(rows)
        #expect(!marked.isEmpty && marked.allSatisfy { !$0.isOnFrontier })
    }

    @Test(
        "A percent sign stands behind percentages alone",
        arguments: [
            ("acc>80%", true), ("saving<5%", true), ("utilisation<5%", true), ("drop<5%", true), ("latency<5%", false),
            ("energy<5%", false),
        ])
    func percentSign(text: String, isRight: Bool) {
        #expect(((try? Filter(text)) != nil) == isRight)
    }

    @Test("Spaces alone let everything pass", arguments: ["", "   "])
    func everything(text: String) throws {
        #expect(try names(text).count == PaperStudy.rows().count)
    }

    @Test("A space is and")
    func conjunction() throws {
        #expect(try names("net=alex prec=fixed8") == ["alex/fixed8"])
        #expect(try names("net=alex and prec=fixed8") == ["alex/fixed8"])
    }

    @Test("A precision is found by any of its names", arguments: ["fixed8", "fixed:8,8", "FIXED8", "\"fixed:8,8\""])
    func precisionNames(name: String) throws {
        #expect(try names("net=alex prec=\(name)") == ["alex/fixed8"])
        #expect(try names("net=alex prec!=\(name)").count == 6)
    }

    @Test("or binds less than and, not binds more, parentheses group")
    func binding() throws {
        let loose = try names("net=lenet or net=alex prec=fixed8")
        #expect(loose.count == 8)
        let grouped = try names("(net=lenet or net=alex) prec=fixed8")
        #expect(grouped == ["lenet/fixed8", "alex/fixed8"])
        #expect(try names("not net=lenet prec=fixed8").contains("lenet/fixed8") == false)
        #expect(try names("not (net~alex or net=convnet) wbits=8") == ["lenet/fixed8"])
        #expect(try names("not not net=lenet").count == 7)
    }

    @Test("Numbers compare, with or without a percent sign", arguments: ["acc>82", "acc>=82.26", "acc > 82%", "not acc<=82"])
    func numbers(text: String) throws {
        #expect(try names("data=cifar10 \(text) source=published").contains("alex++/fixed16"))
    }

    @Test(
        "= passes the figure that one sees: numbers are compared at the precision that was typed",
        arguments: FilterField.allCases.filter(\.isNumeric))
    func equality(field: FilterField) throws {
        let rows = try PaperStudy.rows()
        for row in rows where row.accuracy?.percent != nil {
            if ![.wbits, .inbits].contains(field), field.column.number(in: row) == nil { continue }
            let shown =
                switch field {
                case .wbits: "\(row.point.precision.weightBits)"
                case .inbits: "\(row.point.precision.dataBits)"
                default: field.column.text(in: row)
                }
            let text = shown.filter { !"!,".contains($0) }
            #expect(try Filter("\(field.rawValue)=\(text)").passes(row), "\(text)")
            #expect(try !Filter("\(field.rawValue)!=\(text)").passes(row), "\(text)")
            let passing = try Filter("\(field.rawValue)=\(text)").passing(CompactRows(rows))
            #expect(rows.indices.contains { passing.contains($0) && rows[$0] == row }, "\(text)")
        }
    }

    @Test(
        "What is typed with more digits is told apart with more, and with fewer with fewer",
        arguments: [
            ("acc=81.26", true), ("acc=81.3", true), ("acc=81", true), ("acc=81.27", false), ("acc=81.260", true),
            ("acc=81.2604", false), ("acc=8.126e1", true), ("acc=82", false),
        ])
    func digits(text: String, passes: Bool) throws {
        #expect(try names("net=alex++ prec=pow2 \(text)").isEmpty == !passes)
    }

    @Test(
        "A row that does not pass is told which comparison it breaks, and by how much",
        arguments: [
            ("power<200", ["power 220.7 > 200 mW"]), ("power<200 acc>90", ["power 220.7 > 200 mW", "acc 75.03 < 90 %"]),
            ("power<300", []), ("power<200 or area<1", ["power 220.7 > 200 mW", "area 3.35 > 1 mm²"]),
            ("not power<300", ["power 220.7 < 300 mW"]), ("wbits<8", ["wbits 8 = 8"]),
            ("net=alex", ["net is alex++"]), ("drop<=1", ["drop 6.19 > 1 points"]),
            ("frontier=yes power<200", ["frontier is no", "power 220.7 > 200 mW"]),
        ])
    func breaches(text: String, expected: [String]) throws {
        let rows = try PaperStudy.rows()
        let row = try #require(rows.first { $0.point.reference.name == "alex++/fixed8" })
        #expect(try Filter(text).breaches(by: row) == expected)
    }

    @Test("A figure that would look like the limit, or stand on its other side, has more decimals")
    func tellingDigits() throws {
        let row = try #require(try PaperStudy.rows().first { $0.point.reference.name == "alex++/fixed8" })
        let power = row.evaluation.power.milliwatts
        let shown = try #require(Double(power.text(decimals: 1)))
        for limit in [shown, (power + shown) / 2].map({ $0.text(decimals: 4) }) {
            let asked = try #require(Double(limit))
            let text = try #require(Filter("power\(power > asked ? "<" : ">")\(limit)").breaches(by: row).first)
            let found = try #require(text.split(separator: " ").dropFirst().first.flatMap { Double(String($0)) })
            #expect((found > asked) == (power > asked) && found != asked, "\(text)")
        }
    }

    @Test(
        "Every column of the table is a field under its own name, and is compared in its heading's unit", arguments: Column.allCases
    )
    func columns(column: Column) throws {
        let field = try #require(FilterField(named: column.rawValue.uppercased()))
        #expect(field.column == column && field.isNumeric == column.isNumeric)
        guard column.isNumeric else { return }
        let rows = try PaperStudy.rows()
        let numbers = rows.compactMap { column.number(in: $0) }.sorted()
        guard let middle = numbers.dropFirst(numbers.count / 2).first else { return }
        let filter = try Filter("\(column.rawValue)<=\(middle)")
        let expected = rows.indices.filter { column.number(in: rows[$0]).map { $0 <= middle } ?? false }
        #expect(rows.indices.filter { filter.passes(rows[$0]) } == expected)
        let passing = filter.passing(CompactRows(rows))
        #expect(rows.indices.filter(passing.contains) == expected)
    }

    @Test("What is within a point of the baseline passes drop<=1, also at exactly a point, and what has no accuracy does not")
    func drop() throws {
        let rows = try PaperStudy.rows()
        let passing = try Filter("drop<=1").passing(rows)
        #expect(!passing.isEmpty && passing.count < rows.count)
        for row in rows {
            let isNear = row.accuracyDrop.map { $0 <= 1 } ?? false
            #expect(passing.contains { $0.index == row.index } == isNear)
        }
        let catalogue = try PaperStudy.catalogue()
        for (base, percent) in [(81.22, 80.22), (83.08, 82.08), (64.1, 63.1), (99.03, 98.03)] {
            let imported = [("float32", base), ("fixed8", percent)].compactMap { name, percent in
                (try? PointReference(parsing: "alex/\(name)")).map { point in
                    ImportedAccuracy(
                        point: DesignPoint(network: "alex", dataset: "cifar10", precision: point.precision, radix: .global),
                        source: "lab", accuracyPercent: percent, testImages: nil, seeds: 3, importedAt: "2026-01-01T00:00:00Z")
                }
            }
            let mine = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: imported).rows
            let filter = try Filter("source=imported prec=fixed8 drop<=1 drop>=1 drop=1 seeds=3 origin~lab")
            #expect(mine.count(where: filter.passes) == 1, "\(base) to \(percent)")
            #expect(filter.passing(CompactRows(mine)).count == 1, "\(base) to \(percent)")
        }
    }

    @Test("A state is found with a space, a hyphen or in quotes", arguments: ["state=not-run", "state=\"not run\"", "state~not"])
    func states(text: String) throws {
        let catalogue = try PaperStudy.catalogue()
        let rows = try EvaluatedStudy(catalogue.study("default"), in: catalogue).rows
        #expect(rows.filter(try Filter(text).passes).map(\.index) == rows.filter { $0.state == .notRun }.map(\.index))
        #expect(rows.contains { $0.state == .notRun })
    }

    @Test("What is not known fails every comparison")
    func unknown() throws {
        #expect(try names("prec=fixed4 net~alex acc>=0").isEmpty)
        #expect(try names("prec=fixed4 net~alex acc!=0").isEmpty)
        #expect(try names("prec=fixed4 net~alex").count == 3)
    }

    @Test("~ contains, without regard to case")
    func contains() throws {
        #expect(try names("net~ALEX+ prec~POW").sorted() == ["alex++/pow2", "alex+/pow2"].sorted())
    }

    @Test("The frontier can be asked for", arguments: ["frontier=yes", "frontier=true", "not frontier=no"])
    func frontier(text: String) throws {
        #expect(try names("data=cifar10 \(text)").count == 7)
    }

    @Test("A value in quotes may hold signs and spaces")
    func quotes() throws {
        #expect(try names("net=\"alex++\" prec=\"binary\"") == ["alex++/binary"])
        #expect(try names("net=\"no such net\"").isEmpty)
    }

    @Test(
        "A mistake is shown under a caret with the names that would fit",
        arguments: [
            ("net=alex spd>4", 9, "spd", "saving"), ("acc", 3, "comparison", ">="), ("acc>", 4, "value", ""),
            ("acc>high", 4, "number", "high"),
            ("net<alex", 3, "<", "~"), ("acc~80", 3, "~", ">="), ("(net=alex", 0, "parenthesis", ""),
            ("net=alex)", 8, "parenthesis", ""),
            ("net=\"alex", 4, "quote", ""), ("net=alex or", 11, "missing", ""), ("frontier=maybe", 9, "maybe", "yes"),
            ("not", 3, "missing", ""),
            ("energy>nan", 7, "number", "nan"), ("acc>0x50", 4, "number", "0x50"),
            ("source=bogus", 7, "bogus", "published, measured, imported"),
            ("state=bogus", 6, "bogus", "published, measured, imported, running, interrupted, failed, not-run"),
            ("accounting=free", 11, "free", "nominal, gated"), ("fits-sb=maybe", 8, "maybe", "yes"),
            ("throughputs>4", 0, "throughputs", "use throughput"), ("inter<4", 0, "inter", "interval"),
            ("net==alex", 3, "'=='", "use ="), ("acc>==80", 3, "'>=='", "use >="), ("net!==alex", 3, "'!=='", "use !="),
            ("prec=fixed", 5, "no precision", "prec~fixed"), ("prec!=fixed8@lay", 6, "no precision", "prec~"),
        ])
    func mistakes(text: String, offset: Int, says: String, suggests: String) throws {
        let error = try #require(throws: FilterError.self) { try Filter(text) }
        #expect(error.offset == offset)
        #expect(error.message.contains(says))
        #expect(error.message.contains(suggests))
        let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2)
        #expect(lines.last?.prefix { $0 == " " }.count == offset)
    }

    @Test("A filter of any length or depth is refused, not followed into the ground")
    func hostile() {
        #expect(throws: FilterError.self) { try Filter(String(repeating: "(", count: 100_000)) }
        #expect(throws: FilterError.self) { try Filter(String(repeating: "not ", count: 1000) + "acc>1") }
        #expect(throws: FilterError.self) {
            try Filter(String(repeating: "(", count: 100) + "acc>1" + String(repeating: ")", count: 100))
        }
    }

    @Test("Every field can be asked for", arguments: FilterField.allCases)
    func fields(field: FilterField) throws {
        let value =
            [
                FilterField.frontier: "yes", .fitsBuffer: "no", .prec: "fixed8", .source: "measured", .state: "failed",
                .accounting: "gated",
            ][field] ?? "1"
        _ = try Filter("\(field.rawValue)=\(value)")
    }
}
