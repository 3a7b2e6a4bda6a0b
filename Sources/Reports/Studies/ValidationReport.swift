import DesignSpace
import Quantities

/// Every published figure beside the model's, in every format.
public struct ValidationReport: Hashable, Sendable {
    let validation: Validation

    /// Makes a report of a validation.
    public init(_ validation: Validation) { self.validation = validation }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .text: table.rendered(as: .text) + "\n" + summary
        case .csv: TextTable(csvOf: validation.cells.map(json(of:))).rendered(as: .csv)
        case .markdown, .latex: table.rendered(as: format)
        }
    }

    private var table: TextTable {
        var table = TextTable(headings: [
            .init("what"), .init("point"), .init("paper", .right), .init("bitfront", .right), .init("unit"),
            .init("error", .right), .init("allowed", .right), .init("holds"), .init("source"),
        ])
        table.rows = validation.cells.map { cell in
            let decimals = cell.published >= 1000 ? (cell.kind == .cycles ? 0 : 1) : 2
            return [
                cell.kind.rawValue, cell.subject, cell.published.text(decimals: decimals),
                cell.modelled.text(decimals: decimals), cell.unit, cell.errorText, cell.toleranceText,
                cell.holds ? "yes" : "NO", cell.source,
            ]
        }
        return table
    }

    /// Counts by kind, and the worst of each.
    private var summary: String {
        var table = TextTable(headings: [
            .init("what"), .init("cells", .right), .init("hold", .right), .init("worst", .right), .init("at"),
        ])
        for kind in Validation.Kind.allCases {
            let cells = validation.cells.filter { $0.kind == kind }
            guard let worst = cells.max(by: { $0.error.magnitude < $1.error.magnitude }) else { continue }
            table.rows.append([
                kind.rawValue, "\(cells.count)", "\(cells.count { $0.holds })", worst.errorText, worst.subject,
            ])
        }
        let verdict =
            validation.holds
            ? "all \(validation.cells.count) published figures are met"
            : "\(validation.failures.count) of \(validation.cells.count.counted("published figure")) are not met"
        return table.rendered(as: .text) + "\n\(validation.study.name): \(verdict)\n"
    }

    private var json: JSONValue {
        .object([
            "study": .string(validation.study.name), "holds": .bool(validation.holds),
            "cells": .array(validation.cells.map(json(of:))),
        ])
    }

    private func json(of cell: Validation.Cell) -> JSONValue {
        .object([
            "kind": .string(cell.kind.rawValue), "subject": .string(cell.subject), "published": .number(cell.published),
            "modelled": .number(cell.modelled), "unit": .string(cell.unit), "error": .number(cell.error),
            "error_unit": .string(cell.errorUnit), "tolerance": .number(cell.limit), "holds": .bool(cell.holds),
            "source": .string(cell.source),
        ])
    }
}

extension Validation.Cell {
    var limit: Double {
        switch tolerance {
        case .percent(let limit), .absolute(let limit): limit
        }
    }

    var errorUnit: String {
        switch tolerance {
        case .percent: "%"
        case .absolute: unit == "%" ? "points" : unit
        }
    }

    var errorText: String { "\(error.signedText(decimals: 2)) \(errorUnit)" }

    var toleranceText: String { "\(limit.text(decimals: 2)) \(errorUnit)" }
}
