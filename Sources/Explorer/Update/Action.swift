import DesignSpace
import Terminal

/// Something that happened: a key, a result, or what a key stands for.
///
/// What is large stands in a place of its own, so that the table of keys is small.
public enum Action: Hashable, Sendable {
    // From outside.

    /// A key was pressed; what it stands for depends on what is shown.
    case keyPressed(Key)
    /// A text was pasted; it goes where text is typed, and nowhere else.
    case pasted(String)
    /// The mouse was used.
    case mouseUsed(MouseEvent)
    /// The terminal has another size.
    case resized(Size)
    /// A study was priced, for the first time or again with other results.
    indirect case studyLoaded(EvaluatedStudy)
    /// The queue of experiments is not what it was.
    indirect case queueChanged(QueueSnapshot)
    /// The store whose queue is shown is not there any more; it is until the queue is read again.
    case storeVanished
    /// There is a store that cannot be read; it is until the queue is read again.
    case storeUnreadable
    /// Something to say in the status line.
    case messageArrived(String)
    /// A scenario has become a preset, and so one of the accelerators that can be chosen.
    indirect case scenarioSaved(Scenario, file: String)

    /// Tours were read again.
    ///
    /// The wish is what they were read for, nil for nothing; the problem is that of the file of the tour that was wished for.
    indirect case toursRead([Tour], for: TourWish?, problem: String?)

    // Screens and panels.

    /// A screen was chosen.
    case screenChosen(Screen)
    /// The screen so many places further on was asked for.
    case screenTurned(by: Int)
    /// The data set so many places further on was asked for.
    case datasetTurned(by: Int)
    /// The keys were asked for.
    case helpAsked
    /// The origin of the selected point's figures was asked for.
    case whyAsked
    /// The bar under the cursor was opened, or the layers of the selected point.
    case detailsOpened
    /// The command line that prints what is shown was asked for.
    case commandAsked
    /// What is open was closed.
    case closed

    // Moving and marking.

    /// The cursor was moved.
    case moved(Direction)
    /// The cursor was moved by pages.
    case paged(by: Int)
    /// The cursor was moved to the first or the last.
    case movedToEnd(isLast: Bool)
    /// The next point along the frontier was asked for.
    case frontierWalked(towardsMoreCost: Bool)
    /// The knee of the frontier was asked for.
    case kneeAsked
    /// The cheapest point about as good as the baseline was asked for.
    case cheapestAsked
    /// The mark of the selected point was set or taken away.
    case markToggled
    /// All marks were taken away.
    case marksCleared

    /// The selected one of the compared points is to stand so many columns further on.
    case comparedMoved(by: Int)

    // What is shown, and how.

    /// The column so many places further on was chosen for sorting.
    case sortColumnTurned(by: Int)
    /// The order was reversed.
    case sortReversed
    /// Another cost was asked for on the horizontal axis.
    case costTurned(by: Int)
    /// Accuracy was changed for error, or back.
    case qualityTurned
    /// The plot was enlarged, or made smaller.
    case zoomed(isIn: Bool)
    /// The enlarged part of the plot was moved.
    case panned(Direction)
    /// The whole plot was asked for.
    case viewFitted
    /// The iso-lines were shown or hidden.
    case isolinesToggled
    /// The next set of colours was asked for.
    case themeTurned
    /// Bars were changed from amounts to shares, or back.
    case percentToggled

    // Lines that are typed.

    /// A filter is to be typed.
    case filterOpened
    /// A budget is to be typed.
    case budgetOpened
    /// Changes of the accelerator are to be typed.
    case whatIfOpened
    /// A command is to be typed, of which the text is the beginning.
    case commandOpened(String)
    /// The last change of the accelerator was taken back.
    case whatIfUndone
    /// A change that was taken back was made again.
    case whatIfRedone
    /// The accelerator that the study was opened on was asked for.
    case whatIfReset
    /// The best point that fits the budget was asked for.
    case bestAsked
    /// A text was typed into the open line.
    case lineTyped(String)
    /// A key changed the open line or moved in it.
    case lineEdited(TextEdit)
    /// The word under the cursor of the open line is to be completed.
    case lineCompleted
    /// An earlier line of the open prompt is to come back, or the one behind it.
    case lineRecalled(isEarlier: Bool)
    /// The open line as typed is to stay, or to be carried out.
    case lineAccepted

    // Presenting.

    /// The tour was asked for; of several a name has to choose.
    case presentationAsked
    /// A tour is to be shown.
    indirect case tourChosen(Tour)
    /// The stop so many places further on was asked for.
    case stopTurned(by: Int)
    /// The speaker's notes were shown or hidden.
    case notesToggled
    /// So many minutes have passed since the tour began.
    case minutesPassed(Int)

    // Runs.

    /// Something is to be done with the experiment under the cursor, or with the whole queue.
    case queueAsked(QueueWish)

    // Effects.

    /// The selected point is to be trained.
    case runAsked
    /// The screen is to be drawn again.
    case redrawAsked
    /// The process is to be stopped for now.
    case suspendAsked
    /// The explorer is to be left.
    case quitAsked
}

/// Which tour is to be shown.
public enum TourWish: Hashable, Sendable {
    /// The only one there is.
    case only
    /// That of a name.
    case named(String)
}

/// A key's change to a line of text.
public enum TextEdit: String, Hashable, Sendable, CaseIterable {
    /// Takes the character before the cursor away.
    case deleteBackward
    /// Takes the character under the cursor away.
    case deleteForward
    /// Takes the word before the cursor away.
    case deleteWord
    /// Takes everything away.
    case deleteAll
    /// Moves the cursor one character to the left.
    case moveLeft
    /// Moves the cursor one character to the right.
    case moveRight
    /// Moves the cursor before the first character.
    case moveToStart
    /// Moves the cursor behind the last character.
    case moveToEnd
}

/// What a person wants of the queue, on the Runs screen.
public enum QueueWish: String, Hashable, Sendable, CaseIterable {
    /// Pause the experiment, or let it go on.
    case pauseOrResume
    /// Cancel it.
    case cancel
    /// Let it wait again.
    case retry
    /// Begin it before others.
    case raise
    /// Begin it behind others.
    case lower
    /// Begin nothing any more, or begin again.
    case pauseOrResumeAll
}
