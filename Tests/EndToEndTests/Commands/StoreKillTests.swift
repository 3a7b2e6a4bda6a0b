import Foundation
import TestSupport
import Testing

@Suite("A run that is killed")
struct StoreKillTests {
    @Test("Killed at random moments a run loses nothing that was finished, and ends with the same weights to the bit")
    func killed() async throws {
        var loop = try Program(named: "bash")
        loop.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8", "KILLS": "3",
            "POINT": "lenet/float32", "EPOCHS": "2", "SEED": "4", "BITFRONT_PROGRAMS": BuiltPrograms.folder.path,
        ]
        let result = try await loop.run([Checkout.file("Scripts/soak.d/kill-loop").path])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("to the bit"))
    }
}
