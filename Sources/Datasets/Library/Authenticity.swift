/// Whether files are those that were published under the data set's name.
public enum Authenticity: Hashable, Sendable, Codable {
    /// Every file is, byte for byte once decompressed, the published one.
    case official
    /// These files are not the published ones: results are not comparable with others' on that data set.
    case unofficial(files: [String])
    /// The name is not a published data set's.
    case notPublished
}
