/// What a preset file describes: the value of its key `kind`.
public enum PresetKind: String, Hashable, Sendable, CaseIterable {
    /// The unit costs of hardware components in one technology.
    case costs
    /// A tile with its buffers and clock.
    case accelerator
    /// A network's layers.
    case network
    /// Named precisions; one file holds several.
    case precisions
    /// How networks are trained.
    case recipe
    /// Design points and what a paper says of them.
    case study
    /// Views of a study to be shown to an audience.
    case tour

    /// The folder of a root that holds such files; files directly in the root are read too.
    public var folder: String {
        switch self {
        case .costs, .precisions: rawValue
        case .accelerator: "accelerators"
        case .network: "networks"
        case .recipe: "recipes"
        case .study: "studies"
        case .tour: "tours"
        }
    }
}
