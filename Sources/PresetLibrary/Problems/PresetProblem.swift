import HardwareModel
import Networks
import Precision

/// Something wrong in a preset file: where, what was found, and what was expected.
public struct PresetProblem: Error, Hashable, Sendable {
    /// A place in a file, both counted from 1; columns count Unicode scalars.
    public struct Position: Hashable, Sendable, Comparable {
        /// The line.
        public let line: Int
        /// The column.
        public let column: Int

        /// Makes a position.
        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        /// Whether the left position comes first.
        public static func < (left: Position, right: Position) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }
    }

    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// The file or folder cannot be read.
        case unreadable(reason: String)
        /// The file is larger than presets may be.
        case tooLarge(bytes: Int, limit: Int)
        /// A folder with more files than are read.
        case tooManyFiles(limit: Int)
        /// A byte that is not UTF-8.
        case notUTF8
        /// The text is not YAML.
        case syntax(String)
        /// An anchor or an alias, which presets do without.
        case alias
        /// A YAML tag, which presets do without.
        case tag(String)
        /// More values, or deeper ones, than any preset needs.
        case tooComplex(limit: String)
        /// Keys that one mapping has twice.
        case duplicateKeys([String])
        /// A key that means nothing here, and the known key that is most like it.
        case unknownKey(String, suggestion: String?, known: [String])
        /// A key with another unit than the one that is read, or none.
        case wrongUnit(key: String, expected: String)
        /// A key that is not there.
        case missingKey(String)
        /// A value of the wrong type.
        case wrongType(key: String, found: String, expected: String)
        /// A number outside what makes sense.
        case outOfRange(key: String, found: String, expected: String)
        /// Text that cannot be a name.
        case badName(String)
        /// Text that a terminal could not show.
        case unprintable(key: String, found: String)
        /// A name that nothing has.
        case unknownReference(what: String, name: String, suggestion: String?, known: [String])
        /// Two presets of one kind and name in one folder.
        case duplicateName(kind: PresetKind, name: String, otherFile: String)
        /// A study that extends itself through others.
        case circularExtension([String])
        /// Layers that do not fit each other.
        case network(NetworkError)
        /// An accelerator or a cost table that cannot be modelled.
        case hardware(HardwareModelError)
        /// A precision that cannot be had.
        case precision(PrecisionError)
    }

    /// The path of the file.
    public let file: String

    /// Where in the file; nil if it is the whole file.
    public let position: Position?

    /// What is wrong.
    public let fault: Fault

    /// Makes a problem.
    public init(file: String, position: Position?, fault: Fault) {
        self.file = file
        self.position = position
        self.fault = fault
    }
}
