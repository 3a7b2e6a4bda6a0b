import DesignSpace
import Explorer
import Foundation
import Terminal

/// Tells whoever follows the explorer what is shown: how it was opened when they come, then every key, and what is shown after it.
///
/// The socket lies in a folder that only its owner can look into, and takes nothing that is sent to it.
final class FollowServer {
    /// Readable when somebody comes.
    let fileDescriptor: Int32

    private let path: String
    private var followers: [Int32] = []

    private static let mostFollowers = 16

    /// Opens the socket of this process; nil where there can be none, as without a home.
    init?() {
        guard let folder = FollowSocket.folder else { return nil }
        FollowSocket.removeLeftovers(in: folder)
        path = "\(folder)/follow-\(getpid())"
        fileDescriptor = FollowSocket.make()
        guard fileDescriptor >= 0 else { return nil }
        unlink(path)
        let mask = umask(0o177)
        let isBound = FollowSocket.withAddress(path) { bind(fileDescriptor, $0, $1) } == 0
        umask(mask)
        guard isBound, listen(fileDescriptor, 4) == 0 else { return nil }
    }

    /// Who follows is told that this is the end, which a process that is killed cannot say.
    deinit {
        for follower in followers {
            _ = send("end orderly\n", to: follower)
            Foundation.close(follower)
        }
        Foundation.close(fileDescriptor)
        unlink(path)
    }

    /// Takes in who has come.
    ///
    /// - Parameter state: what they are shown first.
    func welcome(_ state: ExplorerState) {
        while true {
            let follower = accept(fileDescriptor, nil, nil)
            guard follower >= 0 else { return }
            _ = fcntl(follower, F_SETFL, O_NONBLOCK)
            _ = fcntl(follower, F_SETFD, FD_CLOEXEC)
            let isWelcome = isOwners(follower)
            if isWelcome, followers.count >= Self.mostFollowers { _ = send("full \(Self.mostFollowers)\n", to: follower) }
            guard isWelcome, followers.count < Self.mostFollowers, send(Self.greeting(state), to: follower) else {
                Foundation.close(follower)
                continue
            }
            followers.append(follower)
        }
    }

    /// Tells who follows that another study is shown from now on.
    func tellOfStudy(in state: ExplorerState) {
        tell("opened \(state.study.study.name)\n" + Self.view(state))
    }

    /// Tells of a key, if it was one, and of what is shown after it.
    func tell(_ key: Key?, _ state: ExplorerState) {
        guard !followers.isEmpty else { return }
        tell((key.map { "key \($0.name)\n" } ?? "") + Self.view(state))
    }

    private func tell(_ line: String) {
        for follower in followers where !send(line, to: follower) {
            Foundation.close(follower)
            followers.removeAll { $0 == follower }
        }
    }

    private static func greeting(_ state: ExplorerState) -> String {
        state.options.map { "option \($0)\n" }.joined() + "study \(state.study.study.name)\n" + view(state)
    }

    /// The view, and what goes with it: how far it is scrolled, what is said, and how long a tour has been going on.
    private static func view(_ state: ExplorerState) -> String {
        var lines = [FollowedView(of: state).line]
        let command = ViewCommand(state)
        // A text that is open over the screen would be scrolled in its place.
        if command.panel.isEmpty, !command.scrolling.isEmpty { lines.append("scroll \(command.scrolling)") }
        if let minutes = state.elapsedMinutes { lines.append("minutes \(minutes)") }
        lines.append("say \(state.message.filter { !$0.isNewline })")
        return lines.map { $0 + "\n" }.joined()
    }

    /// Sends all of a text at once; one who does not read is left behind.
    private func send(_ text: String, to follower: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(follower, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    private func isOwners(_ follower: Int32) -> Bool {
        // What Linux calls struct ucred: process, user, group. Swift does not import it.
        var credentials: [UInt32] = [0, .max, .max]
        var size = socklen_t(credentials.count * MemoryLayout<UInt32>.size)
        return getsockopt(follower, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 && credentials[1] == getuid()
    }
}
