/// Which energy is charged to an image (hardware-model.md, "Two energy accountings in one paper").
public enum Accounting: String, Hashable, Sendable, CaseIterable {
    /// Power times time.
    case nominal
    /// Power times time, less the idle energy of every cycle, of which at most half is left out.
    case gated
}
