// swift-tools-version: 6.1
import PackageDescription

/// Every target: Swift 6 language mode, `any` spelled out, and a member only visible where its module is imported.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A module that computes so much that tests spend a good part of their time in it: optimised in debug builds too, with all of their checks.
func computing(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    let optimised = SwiftSetting.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))
    return .target(name: name, dependencies: dependencies, swiftSettings: settings + [optimised])
}

func program(_ name: String, _ dependencies: [Target.Dependency], _ linking: [LinkerSetting] = []) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linking)
}

/// Libraries of the system as archives, where `make` has found some: what is loaded with every start takes part of its time.
let linkedIn = LinkerSetting.unsafeFlags(
    ["-L.build-release/archives", "-Xclang-linker", "-static-libgcc"], .when(platforms: [.linux], configuration: .release))

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "bitfront",
    products: [
        .executable(name: "bitfront", targets: ["bitfront"]),
        .executable(name: "bitfront-trainer", targets: ["bitfront-trainer"]),
        .executable(name: "bitfront-bench", targets: ["bitfront-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Leaves: they know nothing of each other.
        module("Quantities"),
        module("Precision"),
        module("Networks"),
        module("Recipes"),
        computing("Terminal"),
        .systemLibrary(name: "CCrypto", path: "Sources/CCrypto"),
        .systemLibrary(name: "CYAML", path: "Sources/CYAML"),
        .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(
            name: "CKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
            linkerSettings: [.linkedLibrary("dnnl"), .linkedLibrary("gomp")]),
        .target(name: "CMatio"),
        .target(name: "CThreads"),
        .target(name: "CDecompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("lzma")]),

        // The domain.
        // Linked in: of libcrypto only SHA-256 is used, and loading the whole of it takes 3 MB and a tenth of a start.
        .target(
            name: "Digest", dependencies: ["CCrypto"], swiftSettings: settings,
            linkerSettings: [.linkedLibrary(":libcrypto.a", .when(platforms: [.linux]))]),
        module("HardwareModel", ["Quantities", "Precision", "Networks"]),
        module("DesignSpace", ["HardwareModel", "Quantities", "Precision", "Networks", "Recipes", "Digest"]),
        module("Calibration", ["HardwareModel", "DesignSpace", "Quantities", "Precision", "Networks"]),

        // Files, database, data sets, training.
        module("PresetLibrary", ["DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "Recipes", "CYAML"]),
        module("ExperimentStore", ["DesignSpace", "Precision", "Recipes", "Digest", grdb, sqlite]),
        computing("Datasets", ["Networks", "Digest", "CDecompression", "CMatio"]),
        computing("Training", ["Precision", "Networks", "Recipes", "CKernels"]),
        module("Experiments", ["DesignSpace", "ExperimentStore", "Precision", "Networks", "Recipes"]),

        // Screens and reports.
        module("Reports", ["DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "Recipes", "Terminal"]),
        module("Explorer", ["DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "Terminal"]),
        module("NcursesTerminal", ["Terminal", "CNcurses"]),

        // Programs.
        program(
            "bitfront",
            [
                "Explorer", "Reports", "NcursesTerminal", "Terminal", "Experiments", "ExperimentStore", "PresetLibrary",
                "Calibration", "Datasets", "DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "Recipes",
                "CMalloc", "CThreads", argumentParser,
            ], [linkedIn]),
        program(
            "bitfront-trainer",
            [
                "Training", "Datasets", "ExperimentStore", "PresetLibrary", "DesignSpace", "Precision", "Networks", "Recipes",
                "Digest", argumentParser,
            ]),
        program(
            "bitfront-bench",
            [
                "DesignSpace", "HardwareModel", "PresetLibrary", "ExperimentStore", "Training", "Precision", "Networks", "Recipes",
                "Quantities", sqlite,
            ]),

        // Tests.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "DatasetFiles", dependencies: ["Datasets", "Networks", "TestSupport"], path: "Tests/DatasetFiles",
            swiftSettings: settings),
        .executableTarget(
            name: "datasets-fuzz", dependencies: ["DatasetFiles"], path: "Tests/datasets-fuzz", swiftSettings: settings),
        .target(
            name: "ShippedPresets", dependencies: ["PresetLibrary", "DesignSpace"], path: "Tests/ShippedPresets",
            swiftSettings: settings),
        tests(of: "Quantities"),
        tests(of: "Precision"),
        tests(of: "Networks"),
        tests(of: "Recipes"),
        tests(of: "Digest"),
        tests(of: "Terminal"),
        tests(of: "NcursesTerminal", ["Terminal", "CNcurses"]),
        tests(of: "HardwareModel", ["Quantities", "Precision", "Networks"]),
        tests(of: "DesignSpace", ["HardwareModel", "Quantities", "Precision", "Networks", "Recipes", "ShippedPresets"]),
        tests(of: "Calibration", ["HardwareModel", "DesignSpace", "PresetLibrary", "Quantities", "Precision", "Networks"]),
        tests(of: "PresetLibrary", ["DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "Recipes"]),
        tests(of: "ExperimentStore", ["DesignSpace", "Precision", "Recipes", "Digest", grdb]),
        tests(of: "Datasets", ["DatasetFiles", "Networks"]),
        tests(of: "Training", ["Precision", "Networks", "Recipes", "CKernels"], exclude: ["Reference"]),
        tests(of: "Experiments", ["DesignSpace", "ExperimentStore", "Precision", "Networks", "Recipes"]),
        tests(of: "Reports", ["DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "ShippedPresets"]),
        tests(
            of: "Explorer",
            ["DesignSpace", "HardwareModel", "Quantities", "Precision", "Networks", "Recipes", "Terminal", "ShippedPresets"],
            exclude: ["Frames/Expected"]),
        .testTarget(name: "EndToEndTests", dependencies: ["TestSupport"], swiftSettings: settings),
    ]
)
