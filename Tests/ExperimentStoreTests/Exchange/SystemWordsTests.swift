import Foundation
import Testing

@testable import ExperimentStore

@Suite("What the system says of an error")
struct SystemWordsTests {
    @Test(
        "The system's own words stand for an error of Foundation's, without a full stop",
        arguments: [
            (CocoaError(.fileWriteVolumeReadOnly), EROFS), (CocoaError(.fileWriteOutOfSpace), ENOSPC),
            (CocoaError(.fileWriteNoPermission), EACCES), (CocoaError(.fileNoSuchFile), ENOENT),
            (CocoaError(.fileWriteUnknown, userInfo: [NSUnderlyingErrorKey: POSIXError(.EROFS)]), EROFS),
        ])
    func words(error: CocoaError, number: Int32) {
        #expect(SystemWords.of(error) == String(cString: strerror(number)))
    }

    @Test(
        "Where the system has no words, those of Foundation fit into a sentence",
        arguments: [CocoaError.Code.coderReadCorrupt, .fileLocking])
    func foundation(code: CocoaError.Code) {
        let words = SystemWords.of(CocoaError(code))
        #expect(!words.isEmpty && !words.hasSuffix("."))
    }
}
