import Foundation
import Glibc

/// Downloads a file by curl, going on where an earlier attempt ended.
///
/// curl is a program of its own because it is what the system keeps safe: its TLS, its certificates, its proxies. It is watched from
/// here: what it writes can grow no larger than the published file.
struct Downloader {
    /// How patient a download is.
    struct Patience: Sendable {
        /// Attempts until it is given up.
        var attempts = 5
        /// Seconds until a server has to answer.
        var connectSeconds = 20
        /// Seconds without a byte until an attempt is given up.
        var stallSeconds = 30
        /// The pause before the second attempt; it doubles each time.
        var firstPause = Duration.seconds(1)
    }

    /// How one attempt ended.
    private enum Ending {
        case complete
        case tooLarge
        /// The server does not go on in the middle.
        case cannotResume
        /// Worth another attempt.
        case brokenOff(String)
        /// Not worth one.
        case refused(String)
    }

    var patience = Patience()

    /// Downloads to a path; what is there already is taken for the beginning of the file.
    ///
    /// - Parameter progress: told now and then how many bytes have arrived.
    /// - Throws: `DatasetError.downloadFailed` or `.wrongDownload`, or `.system` if curl cannot be run.
    func download(
        _ address: String, to path: String, byteCount: Int, progress: (Int) -> Void
    ) throws(DatasetError) {
        var pause = patience.firstPause
        var reason = ""
        for attempt in 1...max(1, patience.attempts) {
            if Self.size(of: path) == byteCount { return }
            switch try self.attempt(address, to: path, byteCount: byteCount, progress) {
            case .complete where Self.size(of: path) == byteCount: return
            case .complete: reason = "the server sent \(Self.size(of: path)) of \(byteCount) bytes"
            case .tooLarge:
                unlink(path)
                throw .wrongDownload(address: address, problem: "it is larger than the published \(byteCount) bytes")
            case .cannotResume:
                unlink(path)
                reason = "the server does not go on in the middle of a file"
            case .brokenOff(let why): reason = why
            case .refused(let why): throw .downloadFailed(address: address, reason: why, kept: Self.size(of: path))
            }
            guard attempt < patience.attempts else { break }
            Self.wait(pause)
            pause *= 2
        }
        throw .downloadFailed(address: address, reason: reason, kept: Self.size(of: path))
    }

    /// The size of a file; zero if there is none.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func wait(_ pause: Duration) {
        let parts = pause.components
        var time = timespec(tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
        nanosleep(&time, nil)
    }
}

extension Downloader {
    private func arguments(_ address: String, from start: Int, byteCount: Int) -> [String] {
        [
            "curl", "--fail", "--silent", "--show-error", "--location", "--max-redirs", "5", "--proto", "=http,https",
            "--proto-redir", "=http,https", "--connect-timeout", String(patience.connectSeconds), "--speed-limit", "1",
            "--speed-time", String(patience.stallSeconds), "--max-filesize", String(byteCount),
            "--write-out", "%{stderr}\n%{http_code}", "--url", address,
        ] + (start > 0 ? ["--continue-at", String(start)] : [])
    }

    private func attempt(
        _ address: String, to path: String, byteCount: Int, _ progress: (Int) -> Void
    ) throws(DatasetError) -> Ending {
        let start = Self.size(of: path)
        let curl = Process()
        curl.executableURL = URL(filePath: "/usr/bin/env")
        curl.arguments = arguments(address, from: start, byteCount: byteCount)
        let (content, complaint) = (Pipe(), Pipe())
        (curl.standardInput, curl.standardOutput, curl.standardError) = (FileHandle.nullDevice, content, complaint)
        do {
            try curl.run()
        } catch {
            throw .system(operation: "run", path: "curl", reason: "/usr/bin/env cannot be started")
        }
        defer { if curl.isRunning { curl.terminate() } }
        let isTooLarge = try append(content.fileHandleForReading, to: path, from: start, byteCount: byteCount, progress)
        // A curl that has more to say than anybody wants ends at the closed pipe.
        try? content.fileHandleForReading.close()
        let words = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile().prefix(1_000), as: UTF8.self)
        curl.waitUntilExit()
        return isTooLarge ? .tooLarge : ending(status: curl.terminationStatus, words: words)
    }

    /// Appends what arrives to the file, which never grows beyond the published size.
    ///
    /// - Returns: whether there was more than that.
    private func append(
        _ content: FileHandle, to path: String, from start: Int, byteCount: Int, _ progress: (Int) -> Void
    ) throws(DatasetError) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o644)
        guard file >= 0 else { throw .system(operation: "write", path: path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var size = start
        while true {
            let count = read(content.fileDescriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            guard size + count <= byteCount else { return true }
            guard Self.writeAll(piece[..<count], to: file) else {
                throw .system(operation: "write", path: path, reason: String(cString: strerror(errno)))
            }
            size += count
            progress(size)
        }
    }

    private static func writeAll(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// What curl's exit status and the server's answer, which is the last line, come to (curl(1), EXIT CODES).
    private func ending(status: Int32, words: String) -> Ending {
        var lines = words.split(separator: "\n")
        let code = lines.popLast().flatMap { Int($0) } ?? 0
        let reason = lines.last.map { String($0.trimmingPrefix("curl: ")) } ?? "curl ended with status \(status)"
        switch status {
        case 0: return .complete
        case 33, 36: return .cannotResume
        case 63: return .brokenOff("the server promises more than the published file")
        case 127: return .refused("curl is not installed: install it, or import the files from a folder")
        case 22 where code == 416: return .cannotResume
        case 22 where code == 429 || code >= 500: return .brokenOff("the server answers \(code)")
        case 22: return .refused("the server answers \(code)")
        case 1, 3, 47, 60: return .refused(reason)
        default: return .brokenOff(reason)
        }
    }
}
