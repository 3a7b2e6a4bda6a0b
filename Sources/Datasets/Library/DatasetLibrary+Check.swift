extension DatasetLibrary {
    /// What became of an imported data set.
    public struct CheckResult: Hashable, Sendable {
        /// The data set's name.
        public let name: String
        /// What is wrong with it; nil if its content is what was imported.
        public let problem: DatasetError?
    }

    /// Reads imported data sets again and compares their content with what was imported.
    ///
    /// - Parameter names: the data sets; nil for every imported one.
    /// - Throws: `DatasetError.absent` or `.unknownName` for a name that is not imported.
    public func check(_ names: [String]?) throws(DatasetError) -> [CheckResult] {
        removeLeftovers()
        let imported = list().filter { entry in
            switch entry.availability {
            case .present, .damaged: true
            case .builtIn, .absent: false
            }
        }.map(\.name)
        var results: [CheckResult] = []
        for name in names ?? imported {
            do {
                _ = try load(name)
                results.append(CheckResult(name: name, problem: nil))
            } catch {
                guard imported.contains(name) else { throw error }
                results.append(CheckResult(name: name, problem: error))
            }
        }
        return results
    }
}
