import Foundation

/// Finds the worker's program.
public struct TrainerLocator {
    /// The variable that names another program.
    public static let overrideVariable = "BITFRONT_TRAINER"

    private static let name = "bitfront-trainer"

    /// The real path of the running program.
    public let executable: String

    /// The environment variables.
    public let environment: [String: String]

    /// Whether a path is that of a program.
    public let isExecutable: (String) -> Bool

    /// Makes a locator from everything that it looks at.
    public init(executable: String, environment: [String: String], isExecutable: @escaping (String) -> Bool) {
        self.executable = executable
        self.environment = environment
        self.isExecutable = isExecutable
    }

    /// A locator for the running program.
    public static func ofThisProcess() -> TrainerLocator {
        let files = FileManager.default
        let link = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let named = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
        return TrainerLocator(
            executable: link ?? named ?? "", environment: ProcessInfo.processInfo.environment,
            isExecutable: { path in
                var isFolder: ObjCBool = false
                return files.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                    && files.isExecutableFile(atPath: path)
            })
    }

    /// The path of the program: what `BITFRONT_TRAINER` says; else beside the running program, as it is built; else in
    /// `../libexec/bitfront`, as it is installed.
    ///
    /// - Throws: `ExperimentsError.trainerNotFound` with the places that were looked at.
    public func path() throws(ExperimentsError) -> String {
        guard let found = candidates.first(where: isExecutable) else { throw .trainerNotFound(searched: candidates) }
        return found
    }

    private var candidates: [String] {
        if let named = environment[Self.overrideVariable], !named.isEmpty { return [named] }
        let folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "libexec/bitfront/\(Self.name)")
        return [folder.appending(path: Self.name).path, installed.path]
    }
}
