import HardwareModel
import Quantities

/// What is being tried on the accelerator: what it was, what it is, and the way back.
struct WhatIf: Hashable, Sendable {
    /// A place on the way: a named accelerator, and what was made of it.
    private struct Step: Hashable {
        let origin: Accelerator
        let current: Accelerator
    }

    /// The accelerator that the study was opened on.
    let basis: Accelerator
    /// The named accelerator that changes are changes of: the basis, or a scenario that was chosen.
    ///
    /// A scenario can have costs that no change of parameters tells of, so that it cannot stand as changes of the basis.
    private(set) var origin: Accelerator
    /// The one that everything is priced on.
    private(set) var current: Accelerator { didSet { isChanged = current != basis } }
    /// Whether anything differs from what the study was opened on: kept, because each row that is drawn asks.
    private(set) var isChanged = false
    /// The one whose points are drawn as ghosts; the basis unless another was chosen.
    private(set) var overlay: Accelerator?
    /// Whether nothing is laid behind, not even what was before the changes; until there is another change.
    private(set) var hasNoGhost = false
    private var past: [Step] = []
    private var future: [Step] = []

    /// The most steps that can be undone.
    private static let mostSteps = 200

    init(_ basis: Accelerator) {
        self.basis = basis
        origin = basis
        current = basis
    }

    /// The accelerator of the ghosts; nil where there are none.
    var ghost: Accelerator? {
        let other = overlay ?? basis
        return hasNoGhost || other == current ? nil : other
    }

    /// The changes as one types them, as `clock=500 sb=64`.
    var text: String { Self.text(of: current, from: origin) }

    /// Every parameter that differs from the basis, behind the name of the scenario if one was chosen: what a document has to tell.
    var scenario: String {
        let changes = Self.text(of: current, from: basis)
        guard origin.name != basis.name else { return changes }
        return changes.isEmpty ? origin.name : "\(origin.name) (\(changes))"
    }

    /// The changes, behind the name of what they are changes of if that is another accelerator: what a title has room for.
    func scenario(onAccelerator name: String) -> String {
        guard origin.name != name else { return text }
        return text.isEmpty ? origin.name : "\(origin.name) (\(text))"
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

    /// Lays an accelerator behind; nil for none.
    mutating func lay(behind accelerator: Accelerator?) { (overlay, hasNoGhost) = (accelerator, accelerator == nil) }

    /// Shows an accelerator while it is typed, without a step that could be undone.
    mutating func preview(_ accelerator: Accelerator) {
        if accelerator != current { hasNoGhost = false }
        current = accelerator
    }

    /// Makes a changed accelerator the current one; the one before can be gone back to.
    mutating func commit(_ accelerator: Accelerator, over previous: Accelerator) {
        step(to: Step(origin: origin, current: accelerator), from: Step(origin: origin, current: previous))
    }

    /// Makes a named accelerator the current one, of which changes are changes from then on.
    mutating func choose(_ accelerator: Accelerator) {
        let chosen = accelerator.name == basis.name ? basis : accelerator
        step(to: Step(origin: chosen, current: chosen), from: Step(origin: origin, current: current))
    }

    /// Takes over a scenario that was saved under its name: what was made of the old one is changes of the new one from now on.
    mutating func replace(with saved: Accelerator) {
        func renewed(_ step: Step) -> Step { step.origin.name == saved.name ? Step(origin: saved, current: step.current) : step }
        (past, future) = (past.map(renewed), future.map(renewed))
        guard origin.name == saved.name else { return }
        origin = saved
        if text.isEmpty { current = saved }
    }

    private mutating func step(to next: Step, from previous: Step) {
        (origin, current) = (next.origin, next.current)
        guard next != previous else { return }
        hasNoGhost = false
        past = (past + [previous]).suffix(Self.mostSteps)
        future = []
    }

    /// Goes a step back; whether there was one.
    mutating func undo() -> Bool {
        guard let last = past.popLast() else { return false }
        future.append(Step(origin: origin, current: current))
        (origin, current) = (last.origin, last.current)
        return true
    }

    /// Takes a step again that was undone; whether there was one.
    mutating func redo() -> Bool {
        guard let next = future.popLast() else { return false }
        past.append(Step(origin: origin, current: current))
        (origin, current) = (next.origin, next.current)
        return true
    }
}
