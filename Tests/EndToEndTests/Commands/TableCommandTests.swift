import Foundation
import TestSupport
import Testing

@Suite("bitfront table")
struct TableCommandTests {
    static let keys: Set = [
        "network", "dataset", "precision", "radix", "weight_bits", "data_bits", "accelerator", "accounting", "cycles",
        "utilisation",
        "latency_ms", "images_per_second", "area_mm2", "power_mw", "energy_uj", "energy_saving_percent", "area_saving_percent",
        "power_saving_percent", "macs", "pj_per_mac", "tops_per_watt", "parameter_count", "parameter_kib", "feature_map_kib",
        "accuracy_percent", "accuracy_interval", "accuracy_source", "converged", "seeds", "on_frontier", "published",
        "error_percent",
    ]

    @Test("Every row of the paper's study has every key of the contract, null where nothing is known")
    func contract() async throws {
        try await withSandbox { sandbox in
            let rows = try await sandbox.json("table", "--study", "hashemi2017").elements
            for row in rows {
                #expect(Self.keys.subtracting(row.keys) == [], "missing from \(row.point)")
                #expect(row["published"]?.keys == ["accuracy_percent", "energy_uj", "area_mm2", "power_mw"], "\(row.point)")
                #expect(row["error_percent"]?.keys == ["energy_uj", "area_mm2", "power_mw"], "\(row.point)")
            }
            #expect(rows.count { $0["published"]?["energy_uj"]?.number != nil } == 27)
            let failed = try #require(rows.first { $0.point == "convnet/fixed4" })
            #expect(failed["accuracy_percent"] == .null)
            #expect(failed["published"]?["energy_uj"] == .null)
            #expect(failed["converged"] == .bool(false))
        }
    }

    @Test(
        "Text is ASCII where the locale is C or POSIX by its name, as with --ascii, and nothing else is",
        arguments: [
            (["LC_ALL": "C"], true), (["LANG": "POSIX"], true), (["LC_ALL": "", "LC_CTYPE": "C", "LANG": "C.UTF-8"], true),
            (["LANG": ""], false), (["LC_ALL": "C.UTF-8", "LANG": "C"], false), (["LANG": "de_DE.UTF-8"], false),
        ])
    func locale(variables: [String: String], isASCII: Bool) async throws {
        try await withSandbox { sandbox in
            var bitfront = sandbox.bitfront
            bitfront.environment.merge(variables) { $1 }
            for command in [["table", "--study", "hashemi2017"], ["presets", "list"], ["datasets"], ["--screen", "table"]] {
                let text = try await bitfront.output(command, in: sandbox.home)
                #expect(!isASCII || text.allSatisfy(\.isASCII), "\(command)")
                guard command != ["datasets"] else { continue }
                let other = try await sandbox.bitfront.output(command + (isASCII ? ["--ascii"] : []), in: sandbox.home)
                #expect(text == other, "\(command)")
            }
            for format in ["json", "csv", "markdown", "latex"] {
                let command = ["table", "--study", "hashemi2017", "--format", format]
                #expect(try await bitfront.output(command, in: sandbox.home) == sandbox.bitfront.output(command, in: sandbox.home))
            }
            let wrong = try await bitfront.run(["run", "lenet/fixed8", "--dataset", "objects"], in: sandbox.home)
            #expect(wrong.status == 64 && wrong.errors.allSatisfy(\.isASCII) == isASCII, "\(wrong.errors)")
        }
    }

    @Test("A filter leaves the rows that pass")
    func filter() async throws {
        try await withSandbox { sandbox in
            let rows = try await sandbox.json("table", "--study", "hashemi2017", "--where", "net=alex prec=fixed8").elements
            #expect(rows.map(\.point) == ["alex/fixed8"])
            #expect(rows.first?["published"]?["energy_uj"]?.number == 49.22)
            #expect(rows.first?["published"]?["area_mm2"]?.number == 3.36)
            let area = try #require(rows.first?["area_mm2"]?.number)
            #expect(abs(area / 3.36 - 1) < 0.01)
        }
    }

    @Test(
        "Where nothing passes it is said which name there is not, or else what there is",
        arguments: [
            ("source=measured", "no point has the source measured now; there are: published"),
            ("net=alx", "no network is called alx: lenet, convnet"),
            ("data=nope", "no data set is called nope: mnist, svhn, cifar10"),
            (
                "acc>101",
                "the networks are alex, alex+, alex++, convnet, lenet, the data sets cifar10, mnist, svhn, the sources published"
            ),
        ])
    func nothingPasses(filter: String, words: String) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("table", "--study", "hashemi2017", "--where", filter)
            #expect(result.status == 0 && result.errors.contains("'\(filter)'"))
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test("Columns are added to the usual ones and taken away as in the explorer, separated by commas or spaces")
    func changedColumns() async throws {
        try await withSandbox { sandbox in
            func headings(_ columns: String) async throws -> String {
                let text = try await sandbox.output("table", "--study", "hashemi2017", "--columns", columns, "--format", "markdown")
                return String(text.prefix { !$0.isNewline })
            }
            let usual = try await headings("+network")
            #expect(try await headings("+macs -saving") == usual.replacing(" saving % |", with: "") + " MACs |")
            #expect(try await headings("-saving") == usual.replacing(" saving % |", with: ""))
            #expect(try await headings("energy network,precision") == "| energy µJ | network | precision |")
            let wrong = try await sandbox.run("table", "--columns", "+mac")
            #expect(wrong.status == 64 && wrong.errors.contains("there is no column 'mac'"))
        }
    }

    @Test("An empty table is a line of headings in CSV")
    func emptyCSV() async throws {
        try await withSandbox { sandbox in
            let some = try await sandbox.output("table", "--format", "csv", "--where", "net=alex prec=fixed8")
            let none = try await sandbox.output("table", "--format", "csv", "--where", "acc>101")
            #expect(none.hasSuffix("\r\n") && some.hasPrefix(none) && none.hasPrefix("network,"))
            let chosen = try await sandbox.output("table", "--format", "csv", "--where", "acc>101", "--columns", "energy,drop")
            #expect(chosen == "energy_uj,accuracy_drop_points\r\n")
        }
    }

    @Test("CSV of chosen columns has their keys, in the order in which they were chosen")
    func chosenCSV() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run(
                "table", "--study", "hashemi2017", "--where", "net=alex prec=fixed8", "--columns", "energy,precision,accuracy",
                "--format", "csv")
            let lines = result.output.split(whereSeparator: \.isNewline)
            #expect(lines.first == "energy_uj,precision,radix,accuracy_percent,converged,accuracy_source")
            #expect(lines.count == 2)
            #expect(lines.last?.hasSuffix(",fixed8,global,77.99,true,published") == true)
        }
    }

    @Test(
        "A mistake in a filter is shown with a caret under it and what would fit, status 64",
        arguments: [
            ("net=alex enrgy<250", 9, "energy"), ("acc>many", 4, "number"), ("(net=alex", nil, "parenthesis"),
            ("acc", nil, "comparison"),
        ] as [(String, Int?, String)])
    func filterMistake(filter: String, column: Int?, word: String) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("table", "--where", filter)
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(word))
            let lines = result.errors.split(separator: "\n", omittingEmptySubsequences: false)
            let shown = try #require(lines.firstIndex { $0.contains(filter) }, "the filter itself is shown: \(result.errors)")
            let caret = try #require(lines[(shown + 1)...].first?.firstIndex(of: "^"), "a caret stands under it: \(result.errors)")
            if let column {
                let start = try #require(lines[shown].range(of: filter)?.lowerBound)
                let indentation = lines[shown].distance(from: lines[shown].startIndex, to: start)
                let below = lines[shown + 1]
                #expect(below.distance(from: below.startIndex, to: caret) == indentation + column)
            }
        }
    }

    @Test("The table tells where each accuracy is from, and which rows are charged another energy")
    func originAndAccounting() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("table", "--study", "hashemi2017")
            #expect(text.contains("Table IV"))
            #expect(text.contains("Energy is gated on mnist, cifar10; nominal on svhn: compare within a data set"))
            let alike = try await sandbox.output("table", "--study", "hashemi2017", "--accounting", "nominal")
            #expect(!alike.contains("Energy is"))
        }
    }

    @Test("CSV has a line for each row under a line of names")
    func csv() async throws {
        try await withSandbox { sandbox in
            let rows = try await sandbox.json("table", "--study", "hashemi2017").elements
            let lines = try await sandbox.output("table", "--study", "hashemi2017", "--format", "csv").split { $0.isNewline }
            #expect(lines.count == rows.count + 1)
            #expect(lines.first?.contains("energy_uj") == true)
        }
    }

    @Test("Markdown and LaTeX are tables of their kinds", arguments: [("markdown", "|"), ("latex", "% study: hashemi2017\n")])
    func documents(format: String, start: String) async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("table", "--study", "hashemi2017", "--format", format)
            #expect(text.hasPrefix(start))
            #expect(text.split(separator: "\n").count > 31)
        }
    }

    @Test("Rows come sorted by the column that is asked for, both ways")
    func sorting() async throws {
        try await withSandbox { sandbox in
            let rising = try await sandbox.json("table", "--sort", "energy").elements.compactMap { $0["energy_uj"]?.number }
            #expect(rising.count > 31)
            #expect(rising == rising.sorted())
            let falling = try await sandbox.json("table", "--sort", "energy", "--descending").elements.compactMap {
                $0["energy_uj"]?.number
            }
            #expect(falling == rising.reversed())
        }
    }

    @Test("The text for people is aligned, and outside a terminal has no escape sequence")
    func text() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("table", "--study", "hashemi2017")
            #expect(text.contains("ALEX++"))
            #expect(!text.contains("\u{1b}"))
        }
    }

    @Test("With --ascii nothing but ASCII is printed")
    func ascii() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("table", "--ascii")
            #expect(text.contains(" +- pts  ") && !text.contains("~"), "what is about and what is give or take are not one sign")
            #expect(text.utf8.allSatisfy { $0 < 0x80 })
        }
    }

    @Test("One data set of the table is had by its name; one that the study has not is a mistake that names those it has")
    func dataset() async throws {
        try await withSandbox { sandbox in
            let rows = try await sandbox.json("table", "--study", "hashemi2017", "--dataset", "svhn").elements
            #expect(rows.count == 7 && rows.allSatisfy { $0["dataset"] == .string("svhn") })
            let few = try await sandbox.json("table", "--study", "hashemi2017", "--dataset", "svhn", "--where", "prec=binary")
                .elements
            #expect(few.count == 1)
            for command in ["table", "frontier"] {
                let wrong = try await sandbox.run(command, "--study", "hashemi2017", "--dataset", "svhm")
                #expect(wrong.status == 64 && wrong.errors.contains("it has mnist, svhn, cifar10"), "\(wrong.errors)")
            }
        }
    }
}
