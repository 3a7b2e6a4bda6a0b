/// A text that stands over the body until it is closed.
struct Panel: Hashable, Sendable {
    /// What the text is about.
    enum Kind: Hashable, Sendable, CaseIterable {
        /// The keys of the screen.
        case help
        /// The components of the accelerator under the cursor.
        case components
        /// What the run of the selected point found in its layers.
        case arithmetic
        /// Where the selected point's figures come from.
        case why
        /// The command line that prints what is shown.
        case command
    }

    let kind: Kind
    /// How many lines are scrolled away.
    var firstLine = 0
    /// The command that prints what the text stands over; nil for any other text.
    var command: ViewCommand?
}
