import DesignSpace
import HardwareModel
import Precision
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("Runs")
struct RunsTests {
    private func state(_ columns: Int = 100, _ rows: Int = 30) throws -> ExplorerState {
        var state = try Fixture.state(columns, rows, canRun: true)
        _ = state.update(.queueChanged(try Fixture.queue()))
        return state
    }

    @Test("A run is asked for with one key from every screen", arguments: Screen.allCases)
    func start(screen: Screen) throws {
        var state = try Fixture.state(canRun: true)
        try state.press("\(screen.rawValue)")
        let point = try #require(state.selectedPoint?.point)
        #expect(try state.press("r") == [.run(point)])
    }

    @Test("A point that is measured is trained again only if it is asked for twice")
    func measured() throws {
        var state = try Fixture.state(120, 40, study: "default", records: [Fixture.record(.fixed16, accuracy: 80.5)], canRun: true)
        try state.press("/,text:source=measured,enter")
        let point = try #require(state.selectedPoint?.point)
        #expect(try state.press("r").isEmpty)
        #expect(state.message.contains("alex/fixed16 is measured"))
        #expect(try state.press("r") == [.run(point)])
        #expect(try state.press("r,j,r").isEmpty)
    }

    @Test("What is in the queue is not asked for again")
    func already() throws {
        var state = try state()
        try state.press("6,g,r")
        #expect(state.selectedName == "alex/float32")
        #expect(try state.press("r").isEmpty)
        #expect(state.message == "alex/float32 is in the queue: running")
    }

    @Test("The table says what is queued and how far what runs is")
    func tableState() throws {
        var state = try state(120, 40)
        try state.press("2,/,text:net=alex prec~f,enter,l*20")
        let lines = state.lines.filter { $0.contains("ALEX") }
        #expect(lines.contains { $0.contains("(32,32)") && $0.contains("running 25 %") })
        #expect(lines.contains { $0.contains("(8,8)") && $0.contains("queued") })
        #expect(lines.contains { $0.contains("(16,16)") && $0.contains("published") })
    }

    @Test("Moving in the queue selects the design point on every screen")
    func linked() throws {
        var state = try state()
        try state.press("6,j")
        #expect(state.selectedName == "alex/fixed8")
        try state.press("k")
        #expect(state.selectedName == "alex/float32")
    }

    /// The default study with a queue of two runs of LeNet on MNIST, while ALEX on CIFAR-10 is looked at.
    private func stateWithOtherRuns() throws -> ExplorerState {
        var state = try Fixture.state(120, 40, study: "default", canRun: true)
        let catalogue = try ShippedPresets.catalogue()
        let experiments = try [Precision.float32, .fixed8].map { precision in
            let spec = ExperimentSpec(
                network: "lenet", networkFingerprint: try catalogue.network("lenet").fingerprint, dataset: "mnist",
                precision: precision, radix: .global, recipe: try catalogue.recipe("paper"), seed: 1)
            return QueuedExperiment(spec: spec, key: spec.key)
        }
        _ = state.update(.queueChanged(QueueSnapshot(experiments: experiments, runner: 1)))
        try state.press(":dataset cifar10,:select alex++/pow2")
        return state
    }

    @Test("What r, m and w do on Runs is done to the run under the cursor, though another point was selected before")
    func focus() throws {
        var state = try stateWithOtherRuns()
        try state.press("6,r")
        #expect(state.message == "lenet/float32 is in the queue: waiting" && state.selectedName == "lenet/float32")
        state = try stateWithOtherRuns()
        try state.press("6,m")
        #expect(state.marks.map(\.point.reference.name) == ["lenet/float32"] && state.dataset == "mnist")
        state = try stateWithOtherRuns()
        try state.press("6,w")
        #expect(PanelText(.why, of: state).title == "Why · lenet/float32 on mnist" && state.selectedName == "lenet/float32")
        #expect(state.explanations.contains { $0.title == "progress of lenet/float32 on mnist" })
        state = try stateWithOtherRuns()
        try state.press("6,2")
        #expect(state.selectedName == "alex++/pow2")
    }

    @Test("The cursor of Runs moves through runs whose points a filter hides, and nothing else is selected for that")
    func hidden() throws {
        var state = try Fixture.state(canRun: true)
        _ = state.update(.queueChanged(try Fixture.queue()))
        let names = state.queue.experiments.map(\.key)
        try state.press("/,text:net=alex++,enter,6")
        let selected = state.selectedName
        let start = try #require(state.queueCursor)
        for step in 1..<max(2, names.count - start) {
            try state.press("j")
            #expect(state.queueCursor == min(start + step, names.count - 1))
        }
        let key = state.queuedExperiment?.key
        try state.press("w")
        #expect(state.queuedExperiment?.key == key)
        try state.press("esc,m")
        #expect(state.queuedExperiment?.key == key && state.selectedName == selected)
    }

    @Test("Opened with a point that has a run, or with one selected there, the cursor of Runs is at that run")
    func opened() throws {
        var state = try state()
        try state.press(":select alex/fixed8,6")
        #expect(state.queuedExperiment?.name == "alex/fixed8")
        try state.press(":select alex/float32")
        #expect(state.queuedExperiment?.name == "alex/float32")
        try state.press(":select alex/binary")
        #expect(state.queuedExperiment?.name == "alex/float32")
        var early = try Fixture.state(canRun: true)
        try early.press(":select alex/fixed8,6")
        _ = early.update(.queueChanged(try Fixture.queue()))
        #expect(early.queuedExperiment?.name == "alex/fixed8")
    }

    @Test("A run that was interrupted selects the row of its own, not the paper's")
    func ownRow() throws {
        var record = try Fixture.record(.fixed8, accuracy: 0, status: .interrupted)
        record.testAccuracyPercent = nil
        var state = try Fixture.state(120, 40, study: "default", records: [record], canRun: true)
        let one = QueuedExperiment(spec: record.spec, key: record.key)
        _ = state.update(.queueChanged(QueueSnapshot(experiments: [try Fixture.queue().experiments[0], one])))
        try state.press(":select alex/float32,6,j")
        #expect(state.selectedPoint?.state == .interrupted && state.selectedName == "alex/fixed8")
    }

    @Test("While who works the queue is starting nobody is missed")
    func starting() throws {
        var state = try Fixture.state(120, 40, canRun: true)
        var queue = try Fixture.queue()
        (queue.experiments[0].state, queue.runner, queue.isRunnerStarting) = (.waiting, nil, true)
        _ = state.update(.queueChanged(queue))
        try state.press("6")
        #expect(state.text.contains("a runner is starting") && !state.text.contains("nobody works"), "\(state.text)")
        try state.press(":select alex/float32,r")
        #expect(state.message == "alex/float32 is in the queue: waiting")
    }

    @Test("A figure of a run is the same wherever it stands, rounded down")
    func share() throws {
        var state = try state(120, 40)
        var queue = try Fixture.queue()
        queue.experiments[0].progress = TrainingProgress(
            epoch: 10, epochs: 12, batch: 77, batches: 100, loss: 1, imagesPerSecond: 1, secondsLeft: 1)
        _ = state.update(.queueChanged(queue))
        let row = try #require(state.points.rows.first { $0.point == queue.experiments[0].spec.point })
        #expect(state.stateText(of: row) == "running 81 %")
        #expect(RunColumn.done.text(of: queue.experiments[0]) == "81 %")
        #expect(state.progress.contains(" 81 %"))
    }

    @Test("Why on Runs explains how far the run is, its loss, validation accuracy, rate and the time that is left")
    func why() throws {
        var state = try state(120, 60)
        try state.press(":select alex/float32,6,w")
        let text = PanelText(.why, of: state).lines.map(\.text).joined(separator: "\n")
        for part in [
            "progress  25 %", "(3 + 0 / 100) / 12 * 100 = 25 %", "loss  1.000", "validation accuracy  63.00 %",
            "behind epoch 3: 63.00 %", "rate  512 images/s", "time left  2 min", "all of ALEX float",
        ] { #expect(text.contains(part), "\(part) in\n\(text)") }
        try state.press("esc,j,w")
        let waiting = PanelText(.why, of: state).lines.map(\.text).joined(separator: "\n")
        #expect(waiting.contains("progress  0 %") && !waiting.contains("rate"), "\(waiting)")
    }

    @Test("The keys of the queue ask for what they say")
    func queue() throws {
        var state = try state()
        let queue = try Fixture.queue()
        let (first, second) = (queue.experiments[0].key, queue.experiments[1].key)
        try state.press("6")
        #expect(try state.press("p") == [.changeQueue(.pause(first))])
        #expect(try state.press("C") == [.changeQueue(.cancel(first))])
        #expect(try state.press("R").isEmpty && state.message.contains("running"))
        #expect(try state.press("j,+") == [.changeQueue(.setPriority(1, of: second))])
        #expect(try state.press("-") == [.changeQueue(.setPriority(-1, of: second))])
        #expect(try state.press("R") == [.changeQueue(.retry(second))])
        #expect(try state.press("Z") == [.changeQueue(.pauseAll)])
        var paused = queue
        paused.isPaused = true
        paused.experiments[1].state = .paused
        _ = state.update(.queueChanged(paused))
        #expect(try state.press("p,Z") == [.changeQueue(.resume(second)), .changeQueue(.resumeAll)])
    }

    @Test("Without an experiment the keys say what to do")
    func empty() throws {
        var state = try Fixture.state(canRun: true)
        #expect(try state.press("6,p").isEmpty)
        #expect(state.text.contains("r trains it"))
    }

    @Test("An experiment that comes to its end is told of")
    func ended() throws {
        var state = try state()
        var queue = try Fixture.queue()
        queue.experiments[0].state = .failed
        queue.experiments[0].reason = "the data set is not here"
        _ = state.update(.queueChanged(queue))
        #expect(state.message == "alex/float32 failed: the data set is not here")
    }

    @Test("A run whose runner is gone is told of, and R, C and r on its point do what they say")
    func interrupted() throws {
        var state = try state(120, 40)
        try state.press("6")
        var queue = try Fixture.queue()
        queue.runner = nil
        queue.experiments = queue.experiments.map(\.interrupted)
        _ = state.update(.queueChanged(queue))
        #expect(state.message == "alex/float32 was interrupted: R on Runs goes on from its last checkpoint")
        #expect(state.text.contains("nobody works it: R starts that"))
        let key = queue.experiments[0].key
        #expect(try state.press("R") == [.changeQueue(.retry(key))])
        #expect(try state.press("C") == [.changeQueue(.cancel(key))])
        try state.press("1")
        #expect(state.text.contains("waiting, nobody works the queue"))
        let point = try #require(queue.experiments.first?.spec.point)
        try state.press(":,text:select alex/float32,enter")
        #expect(try state.press("r") == [.run(point)])
    }

    @Test("The screen shows progress, batch, speed, time left and both curves")
    func shown() throws {
        var state = try state(120, 40)
        try state.press("6")
        let texts = [
            "1 running", "process 4711", "3/12", "in epoch 4: batch 0/100", "512", "2 min", "loss  1.000", "validation accuracy %",
            "waiting",
        ]
        for text in texts {
            #expect(state.text.contains(text), "\(text)")
        }
    }

    @Test("What is called loss and what is called accuracy is one figure, in the row and above its curve, running and paused")
    func oneFigure() throws {
        var queue = try Fixture.queue()
        queue.experiments[0].lossCurve.add(.init(epochs: 3.4, loss: 0.6))
        queue.experiments[0].lossCurve.add(.init(epochs: 3.5, loss: 0.2))
        for state in [QueuedExperiment.State.running, .paused] {
            queue.experiments[0].state = state
            // Whether the columns are wider or narrower than the stretch between two samples.
            for columns in [100, 120, 400] {
                var explorer = try Fixture.state(columns, 40, canRun: true)
                _ = explorer.update(.queueChanged(queue))
                try explorer.press("6")
                #expect(explorer.text.contains("loss  0.400") && explorer.text.contains("accuracy %  63.00"), "\(explorer.text)")
                let row = try #require(explorer.lines.first { $0.contains("alex/float32") })
                #expect(row.contains(" 0.400 ") && row.contains(" 63.00 ") && row.contains(" 3/12 "), "\(row)")
            }
        }
    }

    @Test(
        "Time left is rounded, not cut",
        arguments: [
            (114, "2 min"), (168, "3 min"), (59.4, "59 s"), (59.6, "1 min"), (89, "1 min"), (3569, "59 min"), (3599, "1 h 00"),
            (5370, "1 h 30"), (7199, "2 h 00"), (nil, "—"),
        ] as [(Double?, String)])
    func timeLeft(seconds: Double?, text: String) { #expect(RunColumn.time(seconds) == text) }

    @Test("Batches that lie close together are one dot of the curve: their mean")
    func calmCurve() {
        let noisy = (0..<400).map { (epochs: Double($0) / 40, value: $0 % 2 == 0 ? 1.0 : 3.0) }
        let chart = RunChart(title: "loss", value: "2.000", role: .plain, samples: noisy, epochs: 20)
        var pen = Pen(Surface(size: Size(columns: 40, rows: 9)), .full)
        chart.draw(with: &pen, in: Rect(column: 0, row: 0, columns: 40, rows: 9))
        let dotted = pen.surface.lines.dropFirst().filter { $0.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) } }
        #expect(dotted.count == 1)
        #expect(pen.surface.lines[0].contains("loss  2.000"))
    }

    @Test("A curve that stays where it is is drawn as well", arguments: [0.0, 1, 2, 87.5])
    func level(value: Double) {
        let chart = RunChart(title: "loss", value: "2.000", role: .plain, samples: (0...9).map { (Double($0), value) }, epochs: 9)
        var pen = Pen(Surface(size: Size(columns: 40, rows: 9)), .full)
        chart.draw(with: &pen, in: Rect(column: 0, row: 0, columns: 40, rows: 9))
        #expect(pen.surface.lines.joined().unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    }

    @Test("A step of progress changes few cells", arguments: [(120, 40), (80, 24), (40, 10), (20, 5)])
    func calm(columns: Int, rows: Int) throws {
        var state = try state(columns, rows)
        try state.press("6")
        let before = state.frame(for: .full)
        var queue = try Fixture.queue()
        queue.experiments[0].progress = TrainingProgress(
            epoch: 4, epochs: 12, batch: 50, batches: 100, loss: 1.21, imagesPerSecond: 530, secondsLeft: 122)
        queue.experiments[0].lossCurve.add(.init(epochs: 3.5, loss: 1.21))
        _ = state.update(.queueChanged(queue))
        let after = state.frame(for: .full)
        let changed = (0..<(rows * columns)).count { cell in
            let point = Point(column: cell % columns, row: cell / columns)
            return before.surface[point] != after.surface[point]
        }
        #expect(changed <= 40, "\(changed) cells")
    }

    @Test("What was just asked for is under the cursor of the queue, and else what is running")
    func asked() throws {
        var state = try Fixture.state(100, 30, study: "default", canRun: true)
        let queue = try Fixture.queue()
        _ = state.update(.queueChanged(queue))
        #expect(state.queuedExperiment?.spec.precision == .float32)
        var other = try Fixture.state(100, 30, study: "default", canRun: true)
        #expect(try other.press(":run alex/fixed8 cifar10").count == 1)
        _ = other.update(.queueChanged(queue))
        #expect(other.queuedExperiment?.spec.precision == .fixed8)
    }

    @Test(
        "What stands behind a point and its data set, and an option of the command line, is refused where it stands",
        arguments: [
            ("run alex/fixed8 cifar10 strong", 24), ("run alex/fixed8 --dataset cifar10", 16), ("run alex/fixed8 --recipe", 16),
        ])
    func tooMuch(command: String, offset: Int) throws {
        var state = try Fixture.state(120, 40, study: "default", canRun: true)
        let (effects, mistakes) = state.perform([.command(command)])
        #expect(effects.isEmpty && mistakes.first?.offset == offset)
        #expect(mistakes.first?.message.contains("':run POINT DATASET'") == true)
    }

    @Test("The empty queue invites to train the selected point by its whole name")
    func invitation() throws {
        var record = try Fixture.record(.fixed8, accuracy: 80)
        record = ExperimentRecord(
            spec: ExperimentSpec(
                network: "alex", networkFingerprint: record.spec.networkFingerprint, dataset: "cifar10", precision: .fixed8,
                radix: .layer,
                recipe: record.spec.recipe, seed: 1), status: .done, engineVersion: "1", cpu: "test", threads: 1,
            createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = 80
        var state = try Fixture.state(120, 40, study: "default", records: [record], canRun: true)
        try state.press(":select alex/fixed8@layer,6")
        #expect(
            state.text.contains("ALEX fixed8@layer") && state.text.contains("measured: ") && state.text.contains("r trains it anew")
        )
    }

    @Test(
        "A measured point that is named in a command is trained again only if the same command is given again",
        arguments: ["run alex/fixed16", "run alex/fixed16 cifar10", "run"])
    func measuredByName(command: String) throws {
        var state = try Fixture.state(120, 40, study: "default", records: [Fixture.record(.fixed16, accuracy: 80.5)], canRun: true)
        try state.press(":select alex/fixed16 measured")
        let point = try #require(state.selectedPoint?.point)
        #expect(try state.press(":,text:\(command),enter").isEmpty)
        #expect(state.message.contains("alex/fixed16 is measured"))
        #expect(try state.press(":,text:\(command),enter") == [.run(point)])
        #expect(try state.press(":,text:\(command),enter").isEmpty)
        #expect(try state.press(":,text:isolines,enter,:,text:\(command),enter").isEmpty)
    }

    @Test(
        "Of a store that is gone nothing is shown as running, a mark stays until it is back, and r says so", arguments: [80, 120])
    func storeGone(columns: Int) throws {
        var state = try state(columns, 40)
        try state.press("6")
        #expect(state.text.contains("1 running") && state.text.contains("training") && state.text.contains("worked by"))
        _ = state.update(.storeVanished)
        for screen in Screen.allCases {
            try state.press("\(screen.rawValue)")
            for text in ["running", "training", "about 2 min left", "worked by", "nobody works it"] {
                #expect(!state.text.contains(text), "\(text) on \(screen)")
            }
            #expect(state.lines[38].contains("store gone"))
            #expect(try state.press("r").isEmpty)
            #expect(state.lines[38].contains("store") && state.lines[38].contains("has to come back"), "\(state.lines[38])")
        }
        try state.press("6")
        #expect(state.lines[1].contains("store gone") && state.text.contains("its store is gone"))
        #expect(try state.press("p,Z,C").isEmpty)
        _ = state.update(.queueChanged(try Fixture.queue()))
        #expect(!state.text.contains("gone") && state.text.contains("1 running"))
    }

    @Test("A point in the queue that is named in a command is not asked for again")
    func alreadyByName() throws {
        var state = try state()
        #expect(try state.press(":,text:run alex/float32 cifar10,enter").isEmpty)
        #expect(state.message == "alex/float32 is in the queue: running")
    }
}
