import DesignSpace

extension ExplorerState {
    /// Whether something of the accelerator that is laid behind is drawn on the screen that is shown.
    var showsGhosts: Bool {
        switch screen {
        case .frontier: !plot.ghosts.isEmpty
        case .bars: BarsView(self).showsGhosts(in: FrameLayout(self).body)
        case .table, .compare, .layers, .runs: false
        }
    }

    /// What is known of a row's accuracy, or how far the queue is with it.
    func stateText(of row: EvaluatedPoint) -> String {
        guard row.state != .measured, row.state != .imported, let queued = queue.experiment(measuring: row.point) else {
            return row.state.text
        }
        return switch queued.state {
        case .waiting: "queued"
        case .running: EvaluatedPoint.State.running(queued.fraction).text
        case .paused: "paused"
        case .cancelled, .done, .failed: row.state.text
        }
    }

    /// What the Compare screen remembers.
    struct CompareSettings: Hashable, Sendable {
        /// How many lines are scrolled away.
        var firstRow = 0
    }

    /// What the Layers screen remembers.
    struct LayersSettings: Hashable, Sendable {
        /// The position of the layer under the cursor.
        var cursor = 0
    }

    /// What the Runs screen remembers.
    struct RunsSettings: Hashable, Sendable {
        /// The key of the experiment under the cursor; nil for the first.
        var key: String?
        /// The design point that a run was just asked for, until it stands in the queue.
        var wanted: DesignPoint?
        /// The measured design point that the last command asked to train, which the same command again trains anew.
        var offered: DesignPoint?
    }
}
