/// Answers to a question about points, worked out once for neighbours that are the same point, as most are where there are many.
struct PointAnswers<Answer> {
    private let question: (DesignPoint) -> Answer
    private var last: (point: DesignPoint, answer: Answer)?

    init(to question: @escaping (DesignPoint) -> Answer) { self.question = question }

    mutating func answer(for point: DesignPoint) -> Answer {
        if let last, last.point == point { return last.answer }
        let answer = question(point)
        last = (point, answer)
        return answer
    }
}
