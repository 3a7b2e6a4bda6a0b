import Foundation

/// What the engine is measured beside, each a mode of `Benchmarks/peers/alex.py`.
enum Peer: String, CaseIterable {
    /// PyTorch eager, channels last, single precision.
    case float32 = "PyTorch float32"
    /// PyTorch with straight-through quantizers written by hand, 8 bit.
    case quantizers = "PyTorch quantizers"
    /// Brevitas, 8 bit.
    case brevitas = "Brevitas"
    /// PyTorch's forward pass alone.
    case inference = "PyTorch inference"

    /// The Python that has the peers' packages, installed if need be; nil where that fails, which the script says on standard error.
    static func environment() throws -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "Benchmarks/peers/setup")
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }

    private var mode: String {
        switch self {
        case .float32: "float32"
        case .quantizers: "quantizers"
        case .brevitas: "brevitas"
        case .inference: "inference"
        }
    }

    /// Runs the peer on two threads for about so many seconds; nil, with a word on standard error, if it does not run.
    func imagesPerSecond(python: String, seconds: Double) throws -> Double? {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["Benchmarks/peers/alex.py", mode, String(seconds)]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
