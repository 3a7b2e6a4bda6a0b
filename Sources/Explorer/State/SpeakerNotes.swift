/// Where the speaker's notes of a tour are shown.
public enum SpeakerNotes: Hashable, Sendable {
    /// Below the caption, once a key asks for them.
    case onDemand
    /// Nowhere, whatever keys are pressed: on a second screen, which the audience may see.
    case never
    /// In place of the stop, large: on the speaker's own screen.
    case alone
}
