import Foundation

/// A program in a session of its own, which outlives this process and its terminal; what it does can be seen in the store.
public enum DetachedProgram {
    /// Starts a program.
    ///
    /// - Returns: its process number.
    /// - Throws: `ExperimentsError.cannotStart`.
    public static func start(_ program: String, arguments: [String]) throws(ExperimentsError) -> Int {
        let child = try ChildProcess(program, arguments: arguments, relation: .detached)
        // Should it end before this process does, the system would keep it as a zombie until somebody asks how it ended.
        Thread.detachNewThread { child.wait() }
        return Int(child.identifier)
    }
}
