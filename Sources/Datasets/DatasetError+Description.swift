extension DatasetError: CustomStringConvertible {
    /// What went wrong, in which file and at which byte, what was found and expected, and what to do; without control characters.
    public var description: String { words.withoutControlCharacters }

    private var words: String {
        switch self {
        case .inArchive(let archive, let folder, let error):
            error.words.replacing(folder + "/", with: archive + ": ").replacing(folder, with: archive)
        case .system(let operation, let path, let reason): "cannot \(operation) '\(path)': \(reason)"
        case .notAFile(let path): "'\(path)' is not an ordinary file: give the published data file itself"
        case .wrongMagic, .outOfRange, .truncated, .trailingBytes, .truncatedCompression, .damagedCompression, .damagedArchive,
            .archiveTooLarge, .damagedMatlabFile, .labelOutOfRange:
            wordsOnBytes
        case .missingFile, .unknownFormat, .countMismatch, .shapeMismatch, .inconsistent: wordsOnFiles
        case .notOffered, .downloadFailed, .busy, .wrongDownload: wordsOnDownloads
        case .invalidName, .builtIn, .absent, .unknownName, .changed, .damagedRecord, .invalidParameter: wordsOnLibrary
        }
    }

    private var wordsOnBytes: String {
        switch self {
        case .wrongMagic(let file, let found, let expected, let format):
            "'\(file)', byte 0: found \(Self.hexadecimal(found)), expected \(Self.hexadecimal(expected)): "
                + "this is no \(format); check that the files were not mixed up"
        case .outOfRange(let file, let offset, let what, let found, let allowed):
            "'\(file)', byte \(offset): \(what) is \(found), expected \(allowed.lowerBound) to \(allowed.upperBound): "
                + "the file is damaged or of another format; get it again"
        case .truncated(let file, let offset, let what, let expected):
            "'\(file)' ends at byte \(offset) within \(what), expected \(expected) bytes: the file is cut short; get it again"
        case .trailingBytes(let file, let offset):
            "'\(file)' should end at byte \(offset) but goes on: the file is damaged or of another format; get it again"
        case .truncatedCompression(let file, let offset):
            "'\(file)' ends at compressed byte \(offset), before its compressed data does: the file is cut short; get it again"
        case .damagedCompression(let file, let offset, let reason):
            "'\(file)', compressed byte \(offset): \(reason): the compressed data is damaged; get the file again"
        case .damagedArchive(let file, let offset, let reason):
            "'\(file)', byte \(offset) of the archive: \(reason): the archive is damaged or no tar archive; get it again"
        case .archiveTooLarge(let file, let what, let most):
            "'\(file)' holds more than \(most) \(what): this is no data set; give the published archive"
        case .damagedMatlabFile(let file, let offset, let reason):
            "'\(file)', byte \(offset): \(reason): expected a MATLAB 5 file with images X and labels y, saved with -v6 or -v7"
        case .labelOutOfRange(let file, let offset, let label, let classCount):
            "'\(file)', byte \(offset): label \(label), expected 0 to \(classCount - 1): "
                + "the file is damaged or belongs to another data set"
        default: ""
        }
    }

    private var wordsOnFiles: String {
        switch self {
        case .missingFile(let folder, let names):
            "'\(folder)' holds no \(names.joined(separator: " or ")): give the folder with the published files"
        case .unknownFormat(let folder, let expected):
            "'\(folder)' holds no data set in a format that is read: expected \(expected.joined(separator: ", or "))"
        case .countMismatch(let imageFile, let images, let labelFile, let labels):
            "'\(imageFile)' holds \(images) images but '\(labelFile)' \(labels) labels: take both files from one source"
        case .shapeMismatch(let trainFile, let train, let testFile, let test):
            "'\(trainFile)' holds images of \(train) but '\(testFile)' of \(test): take both files from one source"
        case .inconsistent(let dataset, let problem): "data set '\(dataset)': \(problem)"
        default: ""
        }
    }

    private var wordsOnDownloads: String {
        switch self {
        case .notOffered(let name, let offered):
            "data set '\(name)' is not offered for download: fetch has \(offered.joined(separator: ", ")); "
                + "bring others in with 'bitfront datasets import \(name) PATH'"
        case .downloadFailed(let address, let reason, let kept):
            "'\(address)': \(reason): "
                + (kept > 0
                    ? "\(kept) bytes are kept; the same command goes on from there"
                    : "try again, or import the files from a folder")
        case .busy(let name): "data set '\(name)' is being downloaded by another process: wait until it is done"
        case .wrongDownload(let address, let problem):
            "'\(address)': \(problem): this is not the published file; nothing of it is kept"
        default: ""
        }
    }

    private var wordsOnLibrary: String {
        switch self {
        case .invalidName(let name):
            "'\(name)' cannot name a data set: use 1 to 64 of a-z, 0-9, '-', '_', '+' and '.', beginning with a letter or digit"
        case .builtIn(let name): "data set '\(name)' is built into the program: import yours under another name"
        case .absent(let name, let directory):
            "data set '\(name)' is not in '\(directory)': run "
                + (DatasetLibrary.offered.contains(name) ? "'bitfront datasets fetch \(name)', or " : "")
                + "'bitfront datasets import \(name) PATH' with its published files, or use the built-in 'digits' or 'objects'"
        case .unknownName(let name, let known):
            "there is no data set '\(name)': use \(known.joined(separator: ", ")), or run "
                + "'bitfront datasets import \(name) PATH' to bring in your own"
        case .changed(let name, let directory, let found, let expected):
            "data set '\(name)' in '\(directory)' has changed since it was imported: its SHA-256 is \(found), "
                + "expected \(expected): run 'bitfront datasets import \(name) PATH' again"
        case .damagedRecord(let path, let reason): "'\(path)': \(reason): import the data set again"
        case .invalidParameter(let what, let found, let allowed): "\(what) is \(found): use \(allowed)"
        default: ""
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension String {
    /// The text with each control character shown as `\u{…}`, so that a hostile file name cannot drive a terminal.
    var withoutControlCharacters: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
                text += "\\u{\(String(scalar.value, radix: 16))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
