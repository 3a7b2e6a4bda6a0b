import Foundation

/// Finds the folders that presets are read from: those that came with the program, then the user's, then the command line's.
public struct PresetLocator {
    /// The real path of the running program.
    public let executable: String

    /// The environment variables.
    public let environment: [String: String]

    /// Whether a path exists.
    public let fileExists: (String) -> Bool

    /// The variable that replaces the shipped folder.
    public static let overrideVariable = "BITFRONT_PRESETS"

    /// Makes a locator from everything that it looks at.
    public init(executable: String, environment: [String: String], fileExists: @escaping (String) -> Bool) {
        self.executable = executable
        self.environment = environment
        self.fileExists = fileExists
    }

    /// A locator for the running program.
    public static func ofThisProcess() -> PresetLocator {
        let files = FileManager.default
        let link = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return PresetLocator(
            executable: link ?? CommandLine.arguments.first.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path } ?? "",
            environment: variables, fileExists: { files.fileExists(atPath: $0) })
    }

    /// The variables of this process that it looks at: all of them, as Foundation gives them, would be a copy of each.
    private static var variables: [String: String] {
        let names = [overrideVariable, "XDG_CONFIG_HOME", "HOME"]
        return Dictionary(uniqueKeysWithValues: names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } })
    }

    /// The folders in the order in which they override each other, last wins.
    ///
    /// If nothing shipped is found, the first names the place where an installed program has it, so that reading it says what is
    /// amiss.
    ///
    /// - Parameter additional: folders that the command line names.
    public func roots(additional: [String] = []) -> [PresetRoot] {
        let prefix = Self.parent(of: executable).flatMap(Self.parent) ?? ""
        var roots = [PresetRoot(directory: shipped ?? "\(prefix)/share/bitfront/presets", origin: .shipped)]
        if let user { roots.append(PresetRoot(directory: user, origin: .user)) }
        return roots + additional.map { PresetRoot(directory: $0, origin: .commandLine) }
    }

    /// The folder that came with the program; nil if there is none.
    ///
    /// What `BITFRONT_PRESETS` says; else `PREFIX/share/bitfront/presets` of a program that is installed in `PREFIX/bin` or
    /// `PREFIX/libexec`; else `Presets` of the checkout that the program was built in.
    public var shipped: String? {
        if let named = environment[Self.overrideVariable], !named.isEmpty { return named }
        var folder = Self.parent(of: executable)
        while let current = folder {
            for candidate in ["share/bitfront/presets", "Presets"] {
                let path = current == "/" ? "/\(candidate)" : "\(current)/\(candidate)"
                if fileExists("\(path)/studies") { return path }
            }
            folder = Self.parent(of: current)
        }
        return nil
    }

    /// The user's folder: `$XDG_CONFIG_HOME/bitfront/presets`, or `~/.config/bitfront/presets`; nil without a home.
    ///
    /// A relative `XDG_CONFIG_HOME` is ignored, as the XDG base directory specification asks.
    public var user: String? {
        if let configuration = environment["XDG_CONFIG_HOME"], configuration.hasPrefix("/") {
            return "\(configuration)/bitfront/presets"
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.config/bitfront/presets"
    }

    private static func parent(of path: String) -> String? {
        guard path.hasPrefix("/"), path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
