import Foundation

/// Folders of the user's own in which the explorer keeps what is nobody else's.
enum UserFolder {
    /// For what a program remembers from one start to the next: `$XDG_STATE_HOME/bitfront`, or `~/.local/state/bitfront`; nil without a
    /// home.
    static var state: String? {
        if let named = variable("XDG_STATE_HOME"), named.hasPrefix("/") { return "\(named)/bitfront" }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.local/state/bitfront"
    }

    /// For sockets: `$XDG_RUNTIME_DIR/bitfront`, or `run` in the state's folder, the first that is short enough for the address of a
    /// socket; else a folder of the user's among the temporary ones. Nil without a home.
    static var runtime: String? {
        let named = variable("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") ? "\($0)/bitfront" : nil }
        guard let own = state.map({ "\($0)/run" }) ?? named else { return nil }
        return [named, own].compactMap(\.self).first { $0.utf8.count <= longestOfSockets } ?? "/tmp/bitfront-\(getuid())"
    }

    /// A variable of the environment: all of them, as Foundation gives them, would be a copy of each.
    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// The most bytes of a folder of sockets: an address has 108 with the zero at its end, of which a socket's name takes up to 20.
    private static let longestOfSockets = 108 - 1 - 20

    /// Makes a folder that only its owner can look into; whether it is one.
    static func makePrivate(_ path: String) -> Bool {
        try? FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == getuid() else { return false }
        return facts.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0
    }
}
