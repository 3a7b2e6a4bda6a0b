/// The sets of colours to choose from.
public enum ThemeName: String, Hashable, Sendable, CaseIterable {
    /// Shades that can be read on a light and on a dark background.
    case standard = "default"
    /// Deep shades, for a light background.
    case light
    /// Bright shades, for a dark background.
    case dark
    /// Shades that colour-blind eyes tell apart (Okabe and Ito 2008, "Color universal design").
    case colorblind
}
