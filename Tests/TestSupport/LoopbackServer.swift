import Foundation
import Glibc
import Synchronization

/// A web server on this machine that can misbehave; it serves one connection after the other.
public final class LoopbackServer: Sendable {
    /// How a request is answered.
    public enum Behaviour: Sendable {
        /// As asked, ranges included.
        case honest
        /// Closes the connection after so many bytes of the content.
        case breaksOff(after: Int)
        /// Sends so many bytes and then nothing, with the connection open.
        case stalls(after: Int)
        /// Promises so many bytes more, or less, than it has.
        case liesAboutLength(by: Int)
        /// Knows no ranges and sends everything each time.
        case ignoresRanges
        /// Sends without an end, and without saying how much.
        case endless
        /// Answers with a status and no content.
        case status(Int)
        /// Sends the client to the same place again.
        case redirectsForEver
    }

    private let port: UInt16
    private let listener: Int32
    private let files: [String: [UInt8]]
    private let behaviours: Mutex<[Behaviour]>
    private let isClosed = Atomic(false)
    private let requestCount = Atomic(0)

    /// Serves one content at every path; each request is answered by the next behaviour, the last one again and again.
    public convenience init(_ content: [UInt8], _ behaviours: [Behaviour]) throws {
        try self.init(files: ["": content], behaviours)
    }

    /// Serves files by the last part of the path; that without a name is served where no other is.
    public init(files: [String: [UInt8]], _ behaviours: [Behaviour]) throws {
        self.files = files
        self.behaviours = Mutex(behaviours)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in serve() }
    }

    /// The address, with a slash at its end.
    public var address: String { "http://127.0.0.1:\(port)/" }

    /// How many requests there were.
    public var requests: Int { requestCount.load(ordering: .sequentiallyConsistent) }

    /// Stops serving.
    public func close() {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
    }

    private func serve() {
        while !isClosed.load(ordering: .sequentiallyConsistent) {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            answer(connection)
            Glibc.close(connection)
        }
    }

    private func answer(_ connection: Int32) {
        let request = head(of: connection)
        requestCount.add(1, ordering: .sequentiallyConsistent)
        let behaviour = behaviours.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        let start = Self.rangeStart(in: request)
        guard let content = content(of: request) else {
            return send(connection, "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
        switch behaviour {
        case .honest: sendContent(connection, content, from: start, length: nil, cut: nil)
        case .breaksOff(let count): sendContent(connection, content, from: start, length: nil, cut: count)
        case .stalls(let count):
            sendContent(connection, content, from: start, length: nil, cut: count)
            var byte: UInt8 = 0
            // Until the client has enough of it.
            _ = recv(connection, &byte, 1, 0)
        case .liesAboutLength(let difference): sendContent(connection, content, from: start, length: difference, cut: nil)
        case .ignoresRanges: sendContent(connection, content, from: nil, length: nil, cut: nil)
        case .endless:
            send(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while sendBytes(connection, [UInt8](repeating: 1, count: 65_536)[...]) {}
        case .status(let code): send(connection, "HTTP/1.1 \(code) No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        case .redirectsForEver:
            send(connection, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
    }

    private func sendContent(_ connection: Int32, _ content: [UInt8], from start: Int?, length difference: Int?, cut: Int?) {
        let first = start ?? 0
        guard first < content.count || content.isEmpty else {
            return send(connection, "HTTP/1.1 416 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
        let part = content[first...]
        var head = start == nil ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 206 Partial Content\r\n"
        if start != nil { head += "Content-Range: bytes \(first)-\(content.count - 1)/\(content.count)\r\n" }
        send(connection, head + "Content-Length: \(part.count + (difference ?? 0))\r\nConnection: close\r\n\r\n")
        _ = sendBytes(connection, part.prefix(min(cut ?? .max, part.count + min(0, difference ?? 0))))
    }

    private func head(of connection: Int32) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < 16_384, !bytes.suffix(4).elementsEqual([13, 10, 13, 10]), recv(connection, &byte, 1, 0) == 1 {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func content(of request: String) -> [UInt8]? {
        let path = request.split(separator: " ").dropFirst().first ?? ""
        return files[path.split(separator: "/").last.map(String.init) ?? ""] ?? files[""]
    }

    private static func rangeStart(in request: String) -> Int? {
        guard let line = request.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("range: bytes=") }) else {
            return nil
        }
        return Int(line.dropFirst("range: bytes=".count).prefix { $0 != "-" })
    }

    private func send(_ connection: Int32, _ text: String) { _ = sendBytes(connection, Array(text.utf8)[...]) }

    private func sendBytes(_ connection: Int32, _ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
