/// The forms in which a report can be had.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// Aligned columns for a person.
    case text
    /// JSON, for programs: every key present, null for what is not known.
    case json
    /// Comma-separated values (RFC 4180), numbers unrounded where the report has them.
    case csv
    /// A Markdown table.
    case markdown
    /// A LaTeX `tabular`.
    case latex
}
