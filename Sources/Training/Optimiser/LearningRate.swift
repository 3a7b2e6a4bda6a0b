import Recipes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The learning rate of each step of a phase.
struct LearningRate: Hashable, Sendable {
    let phase: Recipe.Phase
    let stepsPerEpoch: Int

    /// The rate of a step, counted from 0 over all epochs.
    func rate(at step: Int) -> Double {
        let base = phase.learningRate
        let warmUp = step < phase.warmUpSteps ? Double(step + 1) / Double(phase.warmUpSteps) : 1
        let epoch = Double(step / max(1, stepsPerEpoch))
        let epochs = Double(phase.epochs)
        switch phase.schedule {
        case .constant: return base * warmUp
        case .step:
            let factor = epoch * 6 >= epochs * 5 ? 0.01 : (epoch * 3 >= epochs * 2 ? 0.1 : 1)
            return base * warmUp * factor
        case .cosine:
            let share = Double(step) / Double(max(1, phase.epochs * stepsPerEpoch))
            return base * warmUp * 0.5 * (1 + cos(share * Double.pi))
        }
    }
}
