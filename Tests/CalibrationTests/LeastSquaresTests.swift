import Testing

@testable import Calibration

@Suite("Least squares without negative unknowns")
struct LeastSquaresTests {
    @Test("Exact equations with a weak expectation are met")
    func exact() throws {
        let problem = LeastSquares(
            equations: [
                .init(coefficients: [1, 1], target: 3, uncertainty: 1e-6),
                .init(coefficients: [1, -1], target: 1, uncertainty: 1e-6),
            ], priorUncertainties: [1, 1])
        let values = try #require(problem.solution())
        #expect(abs(values[0] - 2) < 1e-9 && abs(values[1] - 1) < 1e-9)
    }

    @Test("An unknown that would be negative is zero, and the others are fitted without it")
    func negative() throws {
        // Unbounded, x = 4 and y = -1; with y = 0, x is the mean of what both equations ask for.
        let problem = LeastSquares(
            equations: [
                .init(coefficients: [1, 1], target: 3, uncertainty: 1e-6),
                .init(coefficients: [1, -1], target: 5, uncertainty: 1e-6),
            ], priorUncertainties: [1, 1])
        let values = try #require(problem.solution())
        #expect(values[1] == 0)
        #expect(abs(values[0] - 4) < 1e-6)
    }

    @Test("Without equations the expectations are the answer, with their uncertainty")
    func priorAlone() throws {
        let problem = LeastSquares(equations: [], priorUncertainties: [0.25, 1])
        #expect(try #require(problem.solution()) == [1, 1])
        #expect(try #require(problem.deviations()) == [0.25, 1])
    }

    @Test("Of two unknowns in one equation, the less certain one moves more")
    func shared() throws {
        let problem = LeastSquares(
            equations: [.init(coefficients: [1, 1], target: 3, uncertainty: 1e-6)], priorUncertainties: [0.1, 1])
        let values = try #require(problem.solution())
        #expect(abs(values[0] + values[1] - 3) < 1e-6)
        #expect(values[0] - 1 < 0.02 && values[1] - 1 > 0.98)
    }

    @Test("An expectation without any certainty leaves nothing determined")
    func singular() {
        #expect(LeastSquares(equations: [], priorUncertainties: [.infinity]).solution() == nil)
    }
}
