import Networks

/// Runs images through an integer network and its simulation side by side, on the calling thread.
struct IntegerExamination {
    private let input: IntegerInput
    private let network: IntegerNetwork
    private let engine: NetworkEngine
    private var pass: IntegerPass
    private var layers: [LayerExamination]
    private(set) var found: ArithmeticMeasurement

    /// Makes both ready.
    ///
    /// - Parameters:
    ///   - simulated: the same network as it is simulated.
    ///   - layers: its layers with weights, ready to be measured.
    init(
        _ simulated: SimulatedNetwork, network: IntegerNetwork, layers: [LayerExamination], input: IntegerInput
    ) throws(TrainingError) {
        self.input = input
        self.network = network
        engine = try NetworkEngine(
            network: network.network, layout: simulated.layout, images: IntegerClassifier.imagesOfPass, plan: simulated.plan,
            trains: false)
        try engine.setParameters(simulated.parameters)
        pass = IntegerPass(network)
        self.layers = layers
        found = ArithmeticMeasurement(
            layers: zip(network.layers, simulated.saturation).map { layer, saturation in
                .init(
                    name: layer.layer.name, accumulatorBits: 0, featureMapValues: 0, featureMapSaturated: 0,
                    weights: saturation.values, weightsSaturated: saturation.saturated)
            })
    }

    /// Examines images; the accumulators of those that `tracing` names are traced.
    mutating func examine(_ indices: ArraySlice<Int>, tracing: Set<Int>) throws(TrainingError) {
        var (values, codes): ([Float], [Int32]) = ([], [])
        for batch in indices.batches(of: IntegerClassifier.imagesOfPass) {
            let count = input.write(batch, values: &values, codes: &codes)
            found.inputValues += count.values
            found.inputSaturated += count.saturated
            let (scores, isBelow) = examine(batch, codes: codes, tracing: tracing)
            try compare(batch, scores: scores, isBelow: isBelow, values: values)
        }
        for (index, count) in pass.saturation.enumerated() {
            found.layers[index].featureMapValues = count.values
            found.layers[index].featureMapSaturated = count.saturated
        }
    }

    /// The class scores of a batch, and which of its images stay below the limit in every layer.
    private mutating func examine(
        _ batch: ArraySlice<Int>, codes: [Int32], tracing: Set<Int>
    ) -> (scores: [Int128], isBelow: [Bool]) {
        var isBelow = [Bool](repeating: !network.endsInMean, count: batch.count)
        var (layers, found, index) = (self.layers, self.found, 0)
        let network = network
        let scores = pass.classScores(codes, images: batch.count) { stage, maps in
            switch network.stages[stage] {
            case .pooling(let pooling):
                let largest = maps.reduce(UInt32(0)) { max($0, $1.magnitude) }
                if !pooling.isExact(upTo: Int(largest)) { isBelow = isBelow.map { _ in false } }
            case .weights:
                for (image, place) in batch.enumerated() {
                    if isBelow[image], !layers[index].staysBelowLimit(maps, image: image) { isBelow[image] = false }
                    guard tracing.contains(place) else { continue }
                    let bits = layers[index].accumulatorBits(maps, image: image)
                    found.layers[index].accumulatorBits = max(found.layers[index].accumulatorBits, bits)
                }
                index += 1
            }
        }
        found.imagesTraced += batch.count { tracing.contains($0) }
        (self.layers, self.found) = (layers, found)
        return (scores, isBelow)
    }

    private mutating func compare(
        _ batch: ArraySlice<Int>, scores: [Int128], isBelow: [Bool], values: [Float]
    ) throws(TrainingError) {
        let size = input.images.shape.count
        values.withBasePointer { base in
            engine.setInput { image, target in
                // What is left of the pass repeats its first image.
                target.update(from: base + (image < batch.count ? image : 0) * size, count: size)
            }
        }
        try engine.forward()
        let (simulated, classes) = (engine.classScores, engine.predictions())
        let step = Double(sign: .plus, exponent: network.scoreExponent, significand: 1)
        let count = scores.count / max(1, batch.count)
        for (image, place) in batch.enumerated() {
            let range = (image * count)..<((image + 1) * count)
            // Integers have one zero, single precision two, which compare equal.
            let isEqual = range.allSatisfy { Double(scores[$0]) * step == Double(simulated[$0]) }
            let prediction = IntegerClassifier.prediction(scores, image: image, of: batch.count)
            found.images += 1
            found.correct += prediction == input.images.labels[place] ? 1 : 0
            found.imagesEqual += isEqual ? 1 : 0
            found.imagesBelowLimit += isBelow[image] ? 1 : 0
            found.imagesBelowLimitEqual += isBelow[image] && isEqual ? 1 : 0
            found.imagesDiffering += prediction == classes[image] ? 0 : 1
        }
    }
}
