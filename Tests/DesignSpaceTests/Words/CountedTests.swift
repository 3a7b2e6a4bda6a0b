import DesignSpace
import Testing

@Suite("So many of something")
struct CountedTests {
    @Test(
        "One is one, and none and several are many",
        arguments: [(0, "0 accuracies"), (1, "1 accuracy"), (2, "2 accuracies"), (1234, "1234 accuracies")])
    func counted(number: Int, text: String) { #expect(number.counted("accuracy", "accuracies") == text) }

    @Test("Many have an s unless something else is said, and commas between thousands on request")
    func regular() {
        #expect(1.counted("result") == "1 result" && 3.counted("result") == "3 results")
        #expect(1_234.counted("point", grouped: true) == "1,234 points")
    }
}
