/// A weighted linear least-squares problem whose unknowns are not negative, with an expected value for each of them.
///
/// Minimises `sum of ((coefficients * x - target) / uncertainty)² + sum of ((x - 1) / priorUncertainty)²` over `x >= 0`; unknowns are
/// relative to their expected values, so that 1 is expected of each.
struct LeastSquares {
    /// A figure that a sum of the unknowns should meet.
    struct Equation {
        var coefficients: [Double]
        var target: Double
        var uncertainty: Double
    }

    private let count: Int
    /// The matrix of the normal equations, by rows.
    private var matrix: [[Double]]
    private var vector: [Double]

    init(equations: [Equation], priorUncertainties: [Double]) {
        count = priorUncertainties.count
        matrix = Array(repeating: Array(repeating: 0, count: count), count: count)
        vector = Array(repeating: 0, count: count)
        for (index, uncertainty) in priorUncertainties.enumerated() {
            let weight = 1 / (uncertainty * uncertainty)
            matrix[index][index] += weight
            vector[index] += weight
        }
        for equation in equations {
            let weight = 1 / (equation.uncertainty * equation.uncertainty)
            for row in 0..<count where equation.coefficients[row] != 0 {
                let scaled = weight * equation.coefficients[row]
                vector[row] += scaled * equation.target
                for column in 0..<count { matrix[row][column] += scaled * equation.coefficients[column] }
            }
        }
    }

    /// The unknowns that fit best, none of them negative; nil if they are not determined.
    ///
    /// Unknowns that would be negative are held at zero, the worst first, and let go again where that fits better
    /// (active set; Lawson and Hanson, Solving Least Squares Problems, 1974, chapter 23).
    func solution() -> [Double]? {
        var free = Set(0..<count)
        for _ in 0..<(4 * count + 4) {
            guard let values = solved(free) else { return nil }
            if let worst = free.min(by: { values[$0] < values[$1] }), values[worst] < 0 {
                free.remove(worst)
                continue
            }
            let held = (0..<count).filter { !free.contains($0) }
            let gradients = held.map { (index: $0, gradient: gradient(at: values, $0)) }
            guard let best = gradients.max(by: { $0.gradient < $1.gradient }), best.gradient > 1e-9 else { return values }
            free.insert(best.index)
        }
        return solved(free)?.map { max(0, $0) }
    }

    /// The standard deviations that the figures and expectations together leave each unknown; nil if they are not determined.
    func deviations() -> [Double]? {
        var deviations: [Double] = []
        for index in 0..<count {
            var unit = Array(repeating: 0.0, count: count)
            unit[index] = 1
            guard let column = Self.solve(matrix, unit) else { return nil }
            deviations.append(max(0, column[index]).squareRoot())
        }
        return deviations
    }

    private func gradient(at values: [Double], _ index: Int) -> Double {
        vector[index] - zip(matrix[index], values).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// All unknowns, those that are not free being zero.
    private func solved(_ free: Set<Int>) -> [Double]? {
        let order = free.sorted()
        let part = order.map { row in order.map { matrix[row][$0] } }
        guard let values = Self.solve(part, order.map { vector[$0] }) else { return nil }
        var all = Array(repeating: 0.0, count: count)
        for (index, value) in zip(order, values) { all[index] = value }
        return all
    }

    /// Solves a symmetric positive definite system by its Cholesky factor; nil if it is not definite.
    private static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double]? {
        let size = vector.count
        var factor = matrix
        for row in 0..<size {
            for column in 0...row {
                var sum = matrix[row][column]
                for index in 0..<column { sum -= factor[row][index] * factor[column][index] }
                if row == column {
                    guard sum > 0, sum.isFinite else { return nil }
                    factor[row][row] = sum.squareRoot()
                } else {
                    factor[row][column] = sum / factor[column][column]
                }
            }
        }
        var values = vector
        for row in 0..<size {
            for index in 0..<row { values[row] -= factor[row][index] * values[index] }
            values[row] /= factor[row][row]
        }
        for row in (0..<size).reversed() {
            for index in (row + 1)..<max(size, row + 1) { values[row] -= factor[index][row] * values[index] }
            values[row] /= factor[row][row]
        }
        return values
    }
}
