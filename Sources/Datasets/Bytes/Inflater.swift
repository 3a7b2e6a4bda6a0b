import CZlib

/// zlib's decompressor for one gzip member at a time; the owner of its C state.
struct Inflater: ~Copyable {
    /// What one step came to.
    enum Outcome {
        /// The member goes on.
        case progress
        /// The member has ended, with the right checksum and length.
        case end
        /// The input is no gzip member, or a damaged one.
        case damaged(reason: String)
    }

    private let state: OpaquePointer

    /// Makes an inflater at the start of a member.
    ///
    /// - Throws: `DatasetError.system` if memory has run out.
    init(file: String) throws(DatasetError) {
        guard let state = bf_inflater_create() else {
            throw .system(operation: "decompress", path: file, reason: "memory has run out")
        }
        self.state = state
    }

    deinit { bf_inflater_destroy(state) }

    /// Makes the inflater ready for the next member.
    mutating func reset() { _ = bf_inflater_reset(state) }

    /// Decompresses until the input is used, `limit` bytes are made or the member ends.
    mutating func step(
        from input: ArraySlice<UInt8>, atMost limit: Int
    ) -> (bytes: [UInt8], consumed: Int, outcome: Outcome) {
        var consumed = 0
        var status = BF_INFLATE_MORE
        let bytes = input.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: limit) { output, produced in
                status = bf_inflater_run(
                    state, input.baseAddress, input.count, &consumed, output.baseAddress, output.count, &produced)
            }
        }
        return (bytes, consumed, outcome(of: status))
    }

    private func outcome(of status: bf_inflate_status) -> Outcome {
        switch status {
        case BF_INFLATE_MORE: .progress
        case BF_INFLATE_END: .end
        case BF_INFLATE_NO_MEMORY: .damaged(reason: "memory has run out")
        default: .damaged(reason: String(cString: bf_inflater_message(state)))
        }
    }
}
