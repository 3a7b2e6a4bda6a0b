import Explorer
import Foundation
import Terminal

/// The explorer that another one follows.
final class Leader {
    /// Something that the leader tells.
    enum Word: Equatable {
        /// It shows a view.
        case view(FollowedView)
        /// It has scrolled, in a terminal of its own size.
        case scroll([KeyScript.Input])
        /// It says something.
        case say(String)
        /// Its tour has gone on for so many minutes.
        case minutes(Int)
        /// A key was pressed.
        case key(Key)
        /// It has opened a study of a name; what it tells from then on is of that one.
        case opened(String)
        /// It has been left.
        case end
        /// It has gone without a word, as what is killed does.
        case lost
    }

    /// Readable when it tells something.
    let fileDescriptor: Int32

    /// The study that it shows; empty if it has too many followers to show anything.
    private(set) var study = ""

    /// The options that the study was opened with, each a word.
    private(set) var options: [String] = []

    /// How many followers it has, if those are as many as it can have.
    private(set) var mostFollowers: Int?

    private var pending: [UInt8] = []

    /// The longest line that is read.
    private static let mostBytes = 65_536

    /// Goes to the explorer behind a socket; nil if nobody is there.
    init?(at path: String) {
        fileDescriptor = FollowSocket.make()
        guard fileDescriptor >= 0, FollowSocket.withAddress(path, { connect(fileDescriptor, $0, $1) }) == 0 else { return nil }
        var state = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 5_000) == 1 else { return nil }
        first = read()
        guard !study.isEmpty || mostFollowers != nil else { return nil }
    }

    deinit { Foundation.close(fileDescriptor) }

    /// What came with the greeting, or behind the word of another study.
    var first: [Word] = []

    /// Takes what was told since, without waiting.
    func read() -> [Word] {
        var words: [Word] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Foundation.read(fileDescriptor, &buffer, buffer.count)
            if count < 0 { break }
            guard count > 0, pending.count < Self.mostBytes else { return words + [.lost] }
            pending += buffer[..<count]
            while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                if let word = word(String(decoding: pending[..<end], as: UTF8.self)) { words.append(word) }
                pending.removeFirst(end + 1)
            }
        }
        return words
    }

    private func word(_ line: String) -> Word? {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "study":
            study = parts[1]
            return nil
        case "option":
            options.append(parts[1])
            return nil
        case "full":
            mostFollowers = Int(parts[1])
            return nil
        case "opened": return .opened(parts[1])
        case "key": return Key(name: parts[1]).map(Word.key)
        case "end": return .end
        case "view": return FollowedView(parts[1]).map(Word.view)
        case "scroll": return (try? KeyScript(parts[1])).map { .scroll($0.inputs) }
        case "say": return .say(parts[1])
        case "minutes": return Int(parts[1]).map(Word.minutes)
        default: return nil
        }
    }
}
