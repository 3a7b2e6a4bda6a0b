import DesignSpace

extension ExplorerState {
    /// The data sets that the study has no point of, and that something could be run on: its own, those that come with the program, and those
    /// that something in the queue is to run on.
    var openableDatasets: [String] {
        // A study that shows no runs would never show what came of one.
        guard loaded.study.includesMeasured else { return [] }
        var names: [String] = []
        for name in asLoaded.study.benchmarks.map(\.dataset) + trainable.map(\.name) + queue.experiments.map(\.spec.dataset)
        where !datasets.contains(name) && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// The study with what could be run on the chosen data set.
    func offering(_ study: EvaluatedStudy) -> EvaluatedStudy {
        chosenDataset.flatMap { self.study(study, offering: $0) } ?? study
    }

    private func study(_ study: EvaluatedStudy, offering dataset: String) -> EvaluatedStudy? {
        study.offering(dataset, imageShape: trainable.first { $0.isNamed(dataset) }?.imageShape)
    }

    /// Shows a data set; of one without points what could be run on it.
    ///
    /// - Throws: `LineMistake` if no network of the study fits its images.
    mutating func openDataset(_ name: String, _ argument: Word) throws(LineMistake) {
        if !datasets.contains(name) {
            guard study(asLoaded, offering: name) != nil else {
                throw LineMistake(offset: argument.offset, message: "no network of the study takes the images of \(name)")
            }
            chosenDataset = name
            load(asLoaded)
            message = canRun ? "nothing was run on \(name) yet: r trains the selected point" : "nothing was run on \(name) yet"
        }
        turnDataset(by: (datasets.firstIndex(of: name) ?? 0) - datasetPosition)
    }

    /// Adds to the rows of a data set that the paper does not have, which are those of runs, what else could be run on it.
    mutating func offerRuns() {
        let name = dataset
        let isOfThePaper = asLoaded.study.published.points.contains { $0.point.dataset == name }
        guard chosenDataset != name, !isOfThePaper, loaded.study.includesMeasured, study(asLoaded, offering: name) != nil else {
            return
        }
        chosenDataset = name
        load(asLoaded)
    }
}
