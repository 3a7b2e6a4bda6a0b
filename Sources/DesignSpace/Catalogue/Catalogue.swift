import HardwareModel
import Networks
import Precision
import Recipes

/// Everything that presets describe, by name.
public struct Catalogue: Hashable, Sendable {
    /// A precision with the words that describe it.
    public struct NamedPrecision: Hashable, Sendable {
        /// The precision.
        public let precision: Precision
        /// A sentence on it.
        public let summary: String
        /// Where it comes from.
        public let source: String

        /// Makes a named precision.
        public init(precision: Precision, summary: String, source: String) {
            self.precision = precision
            self.summary = summary
            self.source = source
        }
    }

    /// Networks.
    public var networks: [Network] = []
    /// Precisions.
    public var precisions: [NamedPrecision] = []
    /// Accelerators.
    public var accelerators: [Accelerator] = []
    /// Cost tables.
    public var costTables: [CostTable] = []
    /// Studies.
    public var studies: [Study] = []
    /// Recipes.
    public var recipes: [Recipe] = []
    /// Tours.
    public var tours: [Tour] = []

    /// Makes an empty catalogue.
    public init() {}

    /// The network of a name.
    ///
    /// - Throws: `DesignSpaceError.unknown` with the names there are.
    public func network(_ name: String) throws(DesignSpaceError) -> Network {
        try find(name, in: networks, what: "network", by: \.name)
    }

    /// The accelerator of a name.
    ///
    /// - Throws: `DesignSpaceError.unknown` with the names there are.
    public func accelerator(_ name: String) throws(DesignSpaceError) -> Accelerator {
        try find(name, in: accelerators, what: "accelerator", by: \.name)
    }

    /// The accelerator that a scenario of a name was saved as.
    ///
    /// - Throws: `DesignSpaceError.unknown` with the names there are.
    public func scenario(_ name: String) throws(DesignSpaceError) -> Accelerator {
        try find(name, in: accelerators, what: "scenario", by: \.name)
    }

    /// The study of a name.
    ///
    /// - Throws: `DesignSpaceError.unknown` with the names there are.
    public func study(_ name: String) throws(DesignSpaceError) -> Study {
        try find(name, in: studies, what: "study", by: \.name)
    }

    /// The recipe of a name.
    ///
    /// - Throws: `DesignSpaceError.unknown` with the names there are.
    public func recipe(_ name: String) throws(DesignSpaceError) -> Recipe {
        try find(name, in: recipes, what: "recipe", by: \.name)
    }

    /// The tour of a name.
    ///
    /// - Throws: `DesignSpaceError.unknown` with the names there are.
    public func tour(_ name: String) throws(DesignSpaceError) -> Tour {
        try find(name, in: tours, what: "tour", by: \.name)
    }

    private func find<Value>(
        _ name: String, in values: [Value], what: String, by key: KeyPath<Value, String>
    ) throws(DesignSpaceError) -> Value {
        guard let value = values.first(where: { $0[keyPath: key] == name }) else {
            throw .unknown(what: what, name: name, known: values.map { $0[keyPath: key] })
        }
        return value
    }
}
