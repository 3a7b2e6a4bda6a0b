/// A value that a filter asks for though no row has it, beside those that there are.
public struct AbsentValue: Hashable, Sendable {
    /// The field that it is compared with.
    public let field: FilterField

    /// What was asked for.
    public let value: String

    /// The values that rows have, in the rows' order.
    public let known: [String]

    /// More values than these are counted; of origins, which are sentences, fewer are told.
    private var most: Int { field == .origin ? 3 : 8 }

    /// Those that begin as what was asked for, as `fixed4@layer` for `fixed4`.
    private var nearest: [String] { known.filter { $0.lowercased().hasPrefix(value) } }

    /// What there is to say of it, as `no network is called alx: alex, alex+, alex++`.
    ///
    /// - Parameter dataset: the data set that the rows are of; nil if they are all that there are.
    public func text(on dataset: String? = nil) -> String {
        let place = dataset.map { " on \($0)" } ?? ""
        let more = known.count > most ? " and \(known.count - most) more" : ""
        let noun = field.noun ?? field.rawValue
        // What a field can be, and no row is by now, as a run's state, is no mistake.
        let isPossible = field.choices?.contains { field.holds(.text($0), .equal, .text(value)) } ?? false
        return
            (isPossible ? "no point\(place) has the \(noun) \(value) now; there are: " : "no \(noun)\(place) is called \(value): ")
            + (nearest + known.filter { !nearest.contains($0) }).prefix(most).joined(separator: ", ") + more
    }
}

extension Filter {
    /// The first value that it asks for and no row has; nil if each is some row's, and of fields that hold no names.
    public func absentValue(among rows: CompactRows) -> AbsentValue? { expression.absentValue(among: rows) }
}

extension Filter.Expression {
    fileprivate func absentValue(among rows: CompactRows) -> AbsentValue? {
        switch self {
        case .everything, .not: return nil
        case .and(let left, let right), .or(let left, let right):
            return left.absentValue(among: rows) ?? right.absentValue(among: rows)
        case .compare(let field, let comparison, .text(let asked)):
            guard field.noun != nil, comparison == .equal || comparison == .contains else { return nil }
            var seen: Set<String> = []
            var known: [String] = []
            for row in field.column.sharing == .evidence ? rows.evidences : rows.designs {
                guard case .text(let found) = field.value(in: row), seen.insert(found).inserted else { continue }
                if field.holds(.text(found), comparison, .text(asked)) { return nil }
                known.append(found)
            }
            return known.isEmpty ? nil : AbsentValue(field: field, value: asked, known: known)
        case .compare: return nil
        }
    }
}

extension FilterField {
    /// What its values are names of; nil for a field whose values are no names.
    fileprivate var noun: String? {
        switch self {
        case .net: "network"
        case .data: "data set"
        case .prec: "precision"
        case .source, .state, .origin, .accounting: rawValue
        default: nil
        }
    }
}
