import DatasetFiles
import Testing

/// Seeded mutation in short; `make soak ARGS=datasets-fuzz` does it a million times.
@Suite("Readers under changed files")
struct MutationTests {
    @Test("A changed file is read or refused by name", arguments: FuzzedReader.allCases)
    func changedFiles(reader: FuzzedReader) throws {
        let result = try FuzzCampaign(reader, seed: 7).run(3_000)
        #expect(result.wrong.isEmpty, "\(result.wrong.joined(separator: "\n"))")
        // The peak of memory is the whole process's, in which other tests run: only the long run can judge it.
        #expect(result.readCount > 0)
        #expect(result.refusedCount > 1_000)
    }
}
