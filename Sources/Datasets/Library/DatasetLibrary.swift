import Digest
import FoundationEssentials
import Networks

/// The data sets that can be had on this machine: the built-in ones, and those imported into one folder.
public struct DatasetLibrary: Sendable {
    /// The folder with one folder for each imported data set; it need not exist.
    public let directory: URL

    /// Looks after the data sets in a folder.
    public init(directory: URL) {
        self.directory = directory
    }

    /// Where data sets are kept unless a user says otherwise: `$XDG_DATA_HOME/bitfront/datasets`, or
    /// `~/.local/share/bitfront/datasets`.
    ///
    /// - Parameter environment: the environment variables; a relative `XDG_DATA_HOME` does not count, as its specification says.
    public static func defaultDirectory(environment: [String: String]) -> URL {
        if let dataHome = environment["XDG_DATA_HOME"], dataHome.hasPrefix("/") {
            return URL(filePath: dataHome, directoryHint: .isDirectory).appending(path: "bitfront/datasets")
        }
        let home = environment["HOME"].map { URL(filePath: $0, directoryHint: .isDirectory) }
        return (home ?? FileManager.default.homeDirectoryForCurrentUser).appending(path: ".local/share/bitfront/datasets")
    }

    /// The shape of a published data set's images, whether it is here or not; nil for one that the program does not know by name.
    public static func publishedShape(of name: String) -> Shape? { KnownDataset.all.first { $0.name == name }?.imageShape }

    /// Every data set that is built in, known by name or imported, in this order.
    public func list() -> [DatasetEntry] {
        let builtIn = ProceduralDataset.allCases.map {
            DatasetEntry(
                name: $0.rawValue, title: "\($0.title), difficulty \($0.standard.difficulty)", availability: .builtIn($0.standard))
        }
        let known = KnownDataset.all.map { DatasetEntry(name: $0.name, title: $0.title, availability: availability(of: $0.name)) }
        let named = Set((builtIn + known).map(\.name))
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        let own = folders.filter { Self.isValid(name: $0) && !named.contains($0) }.sorted().map {
            DatasetEntry(name: $0, title: "imported by you", availability: availability(of: $0))
        }
        return builtIn + known + own
    }

    /// Loads a data set: makes it if it is built in (`ProceduralName`), else reads its files and compares them with what was imported.
    ///
    /// - Throws: `DatasetError.absent` or `.unknownName` with the command that would bring it in, `.changed` if the files are not
    ///   what was imported, or what reading throws.
    public func load(_ name: String) throws(DatasetError) -> ImageDataset {
        if let procedural = try ProceduralName(parsing: name) { return try procedural.dataset.generate(procedural.settings) }
        let known = KnownDataset.all.first { $0.name == name }
        let folder = directory.appending(path: name)
        guard Self.isValid(name: name), FileManager.default.fileExists(atPath: folder.path) else {
            guard known == nil else { throw .absent(name: name, directory: directory.path) }
            throw .unknownName(name, known: list().map(\.name))
        }
        let record = try ImportRecord(in: folder)
        let reader = known?.reader ?? record.format.reader
        let dataset = try reader.read(name: name, classCount: record.classCount, in: folder)
        guard dataset.sha256 == record.sha256 else {
            throw .changed(
                name: name, directory: folder.path, found: dataset.sha256.hexadecimal, expected: record.sha256.hexadecimal)
        }
        return dataset
    }

    /// Whether a text can be a data set's name, and so a folder's.
    static func isValid(name: String) -> Bool {
        let letters = Array(name.utf8)
        let isAlphanumeric = { (letter: UInt8) in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
        }
        guard let first = letters.first, letters.count <= 64, isAlphanumeric(first) else { return false }
        return letters.allSatisfy { isAlphanumeric($0) || "-_+.".utf8.contains($0) }
    }

    private func availability(of name: String) -> DatasetEntry.Availability {
        let folder = directory.appending(path: name)
        guard FileManager.default.fileExists(atPath: folder.path) else { return .absent }
        do {
            return .present(try ImportRecord(in: folder))
        } catch {
            return .damaged(error)
        }
    }
}
