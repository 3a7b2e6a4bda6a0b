/// Texts by which the tests tell the explorer's screens apart.
enum ExplorerScreens {
    /// On every screen, down to twenty columns: the data set it opens on.
    static let any = "CIFAR-10"

    /// On the frontier: its vertical axis.
    static let frontier = "accuracy %"

    /// On the table alone, down to forty columns: which of its rows is selected. The headings of columns are on other screens as well.
    static let table = " row "

    /// On the bars alone: the heading of the shares.
    static let bars = "buffers"

    /// On the help: its title.
    static let help = "Help"
}
