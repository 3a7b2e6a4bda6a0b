import Experiments
import Testing

@Suite("Finding the worker's program")
struct TrainerLocatorTests {
    private func path(_ executable: String, _ programs: Set<String>, _ environment: [String: String] = [:]) throws -> String {
        try TrainerLocator(executable: executable, environment: environment, isExecutable: programs.contains).path()
    }

    @Test("It is beside the program as built, or in libexec as installed, in this order")
    func places() throws {
        let (beside, installed) = ("/usr/bin/bitfront-trainer", "/usr/libexec/bitfront/bitfront-trainer")
        #expect(try path("/usr/bin/bitfront", [installed]) == installed)
        #expect(try path("/usr/bin/bitfront", [beside, installed]) == beside)
    }

    @Test("BITFRONT_TRAINER names another, and no other is taken then")
    func named() throws {
        let environment = ["BITFRONT_TRAINER": "/opt/trainer"]
        #expect(try path("/usr/bin/bitfront", ["/usr/bin/bitfront-trainer", "/opt/trainer"], environment) == "/opt/trainer")
        #expect(throws: ExperimentsError.trainerNotFound(searched: ["/opt/trainer"])) {
            try path("/usr/bin/bitfront", ["/usr/bin/bitfront-trainer"], environment)
        }
    }

    @Test("Where it was looked for is said")
    func nowhere() {
        let searched = ["/x/bin/bitfront-trainer", "/x/libexec/bitfront/bitfront-trainer"]
        #expect(throws: ExperimentsError.trainerNotFound(searched: searched)) { try path("/x/bin/bitfront", []) }
    }
}
