import DesignSpace
import HardwareModel

/// Something to be done outside the explorer, which the executable carries out.
public enum Effect: Hashable, Sendable {
    /// Leave the explorer.
    case quit
    /// Give the terminal back, stop the process as Ctrl-Z does, and draw everything when it goes on.
    case suspend
    /// Draw everything, whatever the terminal is believed to show.
    case redraw
    /// Offer a text to the clipboard of the terminal's user.
    case copy(String)
    /// Train a design point; it comes back with `Action.studyLoaded` once its result is in the store.
    case run(DesignPoint)
    /// Write what is shown to a file.
    case export(Export)
    /// Save an accelerator as a preset of the user's own.
    case save(Scenario)
    /// Read the tours again, which may have been written or changed since; they come with `Action.toursRead`.
    case readTours(TourWish)
    /// Leave this study as it is, and open one of a name, whose presets are read anew.
    case openStudy(String)
    /// Change the queue of experiments; it comes back with `Action.queueChanged`.
    case changeQueue(QueueOrder)
}

extension Effect {
    /// Whether something is different afterwards, outside of the explorer: a file, a preset, the queue.
    public var leavesATrace: Bool {
        switch self {
        case .run, .export, .save, .changeQueue: true
        case .quit, .suspend, .redraw, .copy, .readTours, .openStudy: false
        }
    }
}

/// A change of the queue of experiments; the text is an experiment's key.
public enum QueueOrder: Hashable, Sendable {
    /// Pause it.
    case pause(String)
    /// Let it go on when its turn comes.
    case resume(String)
    /// Cancel it.
    case cancel(String)
    /// Let it wait again.
    case retry(String)
    /// Give it a priority.
    case setPriority(Int, of: String)
    /// Begin nothing until `resumeAll`.
    case pauseAll
    /// End the pause of the whole queue.
    case resumeAll
}
