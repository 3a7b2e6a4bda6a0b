extension ExplorerState {
    /// What the Compare screen remembers.
    struct CompareSettings: Hashable, Sendable {
        /// How many lines are scrolled away.
        var firstRow = 0
    }

    /// What the Layers screen remembers.
    struct LayersSettings: Hashable, Sendable {
        /// The position of the layer under the cursor.
        var cursor = 0
    }

    /// What the Runs screen remembers.
    struct RunsSettings: Hashable, Sendable {
        /// The key of the experiment under the cursor; nil for the first.
        var key: String?
    }
}
