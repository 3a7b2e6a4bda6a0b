import DesignSpace
import Precision
import Quantities
import Recipes
import Terminal

extension ReproductionDocument {
    /// How it was run, and every run.
    var runs: String {
        "## How it was run\n\n" + recipes + "\n" + datasets + "\n" + machines + "\n## Every run\n\n" + table.rendered(as: .markdown)
    }

    /// The recipes as they were run: a cut number of epochs makes another recipe of the same name.
    private var recipes: String {
        var table = TextTable(headings: [
            .init("recipe"), .init("epochs float32", .right), .init("epochs quantized", .right), .init("rates"), .init("schedule"),
            .init("input"), .init("shift, mirror"), .init("scales"), .init("runs", .right),
        ])
        var counts: [Recipe: Int] = [:]
        var order: [Recipe] = []
        for record in records {
            if counts[record.spec.recipe] == nil { order.append(record.spec.recipe) }
            counts[record.spec.recipe, default: 0] += 1
        }
        for recipe in order {
            table.rows.append([
                recipe.name, String(recipe.float.epochs), String(recipe.quantized.epochs),
                "\(recipe.float.learningRate), \(recipe.quantized.learningRate)", recipe.float.schedule.rawValue,
                recipe.standardisation.rawValue, "\(recipe.shiftPixels) px, \(recipe.mirror ? "yes" : "no")",
                recipe.scaleRule.rawValue, String(counts[recipe] ?? 0),
            ])
        }
        return table.rendered(as: .markdown)
    }

    private var datasets: String {
        let digests = Set(records.map { [$0.spec.dataset, $0.datasetSHA256 ?? ""] }).sorted { $0.joined() < $1.joined() }
        return digests.map { pair in
            "- data set \(pair[0].visible): SHA-256 of its images \(pair[1].isEmpty ? Column.unknown : "`\(pair[1].prefix(16))…`")\n"
        }.joined()
            + "- a tenth of each class of the test images, chosen by the seed, is for validation and picks the epoch; accuracies are of the "
            + "other nine tenths\n"
    }

    private var machines: String {
        let hours = records.compactMap(\.seconds).reduce(0, +) / 3600
        let machines = Set(
            records.map { "\($0.cpu.visible), \($0.threads.counted("thread")), bitfront \($0.engineVersion.visible)" }
        )
        .sorted()
        return machines.map { "- \($0)\n" }.joined() + "- \(hours.text(decimals: 1)) hours of training in all\n"
    }

    private var table: TextTable {
        var table = TextTable(headings: [
            .init("key"), .init("point"), .init("data set"), .init("recipe"), .init("seed", .right), .init("status"),
            .init("test %", .right), .init("validation %", .right), .init("epochs", .right), .init("minutes", .right),
            .init("accumulator bits", .right), .init("differing in integers", .right),
        ])
        table.rows = records.map { record in
            let arithmetic = record.arithmetic
            return [
                String(record.key.prefix(12)), record.spec.point.reference.name, record.spec.dataset, record.spec.recipe.name,
                String(record.spec.seed), record.status.rawValue + (record.reason.map { ": \($0)" } ?? ""),
                record.testAccuracyPercent?.text(decimals: 2) ?? Column.unknown,
                record.validationAccuracyPercent?.text(decimals: 2) ?? Column.unknown, String(record.epochs),
                record.seconds.map { ($0 / 60).text(decimals: 1) } ?? Column.unknown,
                arithmetic?.layers.compactMap(\.accumulatorBits).max().map(String.init) ?? "",
                arithmetic.map { "\($0.imagesDiffering) of \($0.images)" } ?? "",
            ]
        }
        return table
    }
}
