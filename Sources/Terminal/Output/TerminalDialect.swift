/// How the screen of a terminal is changed: by those sequences of ECMA-48 that it has, addressing the cursor among them.
public struct TerminalDialect: Sendable {
    /// What a terminal can do besides.
    public struct Abilities: OptionSet, Hashable, Sendable {
        /// One bit for each.
        public let rawValue: UInt16

        /// The abilities of these bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Going to a column of the row.
        public static let columnAddress = Abilities(rawValue: 1 << 0)
        /// Going to a row of the column.
        public static let rowAddress = Abilities(rawValue: 1 << 1)
        /// Going right by several columns.
        public static let forward = Abilities(rawValue: 1 << 2)
        /// Going left by several columns.
        public static let backward = Abilities(rawValue: 1 << 3)
        /// Going up by several rows.
        public static let upward = Abilities(rawValue: 1 << 4)
        /// Going down a row by a line feed, which stays in its column.
        public static let lineFeed = Abilities(rawValue: 1 << 5)
        /// Going to the first column by a carriage return.
        public static let carriageReturn = Abilities(rawValue: 1 << 6)
        /// Going left a column by a backspace.
        public static let backspace = Abilities(rawValue: 1 << 7)
        /// Emptying several places, with the cursor staying where it is.
        public static let eraseCharacters = Abilities(rawValue: 1 << 8)
        /// Emptying the rest of a row.
        public static let eraseToEnd = Abilities(rawValue: 1 << 9)
        /// Repeating the character before.
        public static let repetition = Abilities(rawValue: 1 << 10)
        /// Moving a range of rows by one.
        public static let scrollRegion = Abilities(rawValue: 1 << 11)
    }

    /// What it can do besides addressing the cursor.
    public let abilities: Abilities

    /// What gives up all colours and attributes.
    public let reset: [UInt8]

    /// How many columns the C library, and so whoever else draws on this terminal, counts for a scalar; negative for one that is not to be
    /// drawn.
    public let columns: @Sendable (UInt32) -> Int

    /// Makes a dialect.
    public init(abilities: Abilities, reset: [UInt8], columns: @escaping @Sendable (UInt32) -> Int) {
        self.abilities = abilities
        self.reset = reset
        self.columns = columns
    }
}

/// What a terminal is sent to take a style on, in parts that may be sent one without the others.
public struct StyleSequences: Hashable, Sendable {
    /// Switches the attributes on; empty for none.
    public let attributes: [UInt8]
    /// Chooses the text's colour; empty for the terminal's own.
    public let foreground: [UInt8]
    /// Chooses the background's colour; empty for the terminal's own.
    public let background: [UInt8]

    /// Those of a style.
    public init(attributes: [UInt8] = [], foreground: [UInt8] = [], background: [UInt8] = []) {
        self.attributes = attributes
        self.foreground = foreground
        self.background = background
    }

    /// Those of a text that is like any other: none.
    public static let plain = StyleSequences()
}
