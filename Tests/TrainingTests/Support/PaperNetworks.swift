import Networks

/// The five networks of Hashemi et al. 2017, Tables I and II, as the shipped presets have them.
enum PaperNetworks {
    static let names = ["lenet", "convnet", "alex", "alex+", "alex++"]

    /// The layers as short words: `c` a convolution of kernel, channels and padding, `m` and `a` a pooling, `i` an inner product.
    private static let layers: [String: String] = [
        "lenet": "c5,20,0 m2 c5,50,0 m2 i500 i10",
        "convnet": "c5,16,0 m2 c7,512,0 m2 i20 i10",
        "alex": "c5,32,2 m3 c5,32,2 a3 c5,64,2 a3 i10",
        "alex+": "c5,64,2 m3 c5,64,2 a3 c5,128,2 a3 i10",
        "alex++": "c3,64,1 m2 c3,128,1 m2 c3,256,1 m2 i512 i10",
    ]

    static func network(_ name: String) throws -> Network {
        let words = (layers[name] ?? "").split(separator: " ")
        let input = name == "lenet" ? Shape(height: 28, width: 28, channels: 1) : Shape(height: 32, width: 32, channels: 3)
        let layers = words.enumerated().map { index, word in layer(word, index: index, isLast: index == words.count - 1) }
        return try Network(name: name, title: name, input: input, layers: layers, source: "Hashemi et al. 2017")
    }

    private static func layer(_ word: Substring, index: Int, isLast: Bool) -> Layer {
        let numbers = word.dropFirst().split(separator: ",").compactMap { Int($0) }
        let name = "layer\(index + 1)"
        switch word.first {
        case "c":
            return TinyNetworks.convolution(name, kernel: numbers[0], channels: numbers[1], padding: numbers[2])
        case "m": return TinyNetworks.pooling(name, .max, kernel: numbers[0], stride: 2)
        case "a": return TinyNetworks.pooling(name, .average, kernel: numbers[0], stride: 2)
        default: return TinyNetworks.innerProduct(name, numbers[0], relu: !isLast)
        }
    }
}
