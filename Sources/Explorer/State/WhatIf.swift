import HardwareModel
import Quantities

/// What is being tried on the accelerator: what it was, what it is, and the way back.
struct WhatIf: Hashable, Sendable {
    /// The accelerator that the study was opened on.
    let basis: Accelerator
    /// The one that everything is priced on.
    private(set) var current: Accelerator { didSet { isChanged = current != basis } }
    /// Whether anything differs from what the study was opened on: kept, because each row that is drawn asks.
    private(set) var isChanged = false
    /// The one whose points are drawn as ghosts; the basis unless another was chosen.
    var overlay: Accelerator?
    private var past: [Accelerator] = []
    private var future: [Accelerator] = []

    /// The most steps that can be undone.
    private static let mostSteps = 200

    init(_ basis: Accelerator) {
        self.basis = basis
        current = basis
    }

    /// The accelerator of the ghosts; nil where there are none.
    var ghost: Accelerator? {
        let other = overlay ?? basis
        return other == current ? nil : other
    }

    /// The changes as one types them, as `clock=500 sb=64`.
    var text: String { Self.text(of: current, from: basis) }

    /// The changes, and the name of the current accelerator if it is another than the basis.
    var scenario: String {
        guard current.name != basis.name else { return text }
        return text.isEmpty ? current.name : "\(current.name) (\(text))"
    }

    /// What ghosts are, in a word for the legend: the name of the accelerator that was chosen, else the points before the changes.
    var ghostTitle: String { overlay?.name ?? "before" }

    /// What ghosts are, for whoever does not see the screen: the name of their accelerator, and what it was changed from.
    var ghostDescription: String {
        guard let overlay else { return "before: \(basis.name)" }
        return overlay.name
    }

    /// What makes one accelerator of another, as one types it.
    static func text(of accelerator: Accelerator, from basis: Accelerator) -> String {
        accelerator.changes(from: basis).map { "\($0.name)=\(accelerator[$0].trimmed(significant: 9))" }.joined(separator: " ")
    }

    /// Shows an accelerator while it is typed, without a step that could be undone.
    mutating func preview(_ accelerator: Accelerator) { current = accelerator }

    /// Makes an accelerator the current one; the one before can be gone back to.
    mutating func commit(_ accelerator: Accelerator, over previous: Accelerator) {
        current = accelerator
        guard accelerator != previous else { return }
        past = (past + [previous]).suffix(Self.mostSteps)
        future = []
    }

    /// Goes a step back; whether there was one.
    mutating func undo() -> Bool {
        guard let last = past.popLast() else { return false }
        future.append(current)
        current = last
        return true
    }

    /// Takes a step again that was undone; whether there was one.
    mutating func redo() -> Bool {
        guard let next = future.popLast() else { return false }
        past.append(current)
        current = next
        return true
    }
}
