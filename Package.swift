// swift-tools-version:6.2
import PackageDescription

/// One set of language rules for every Swift target: data races, unsafe memory and leaking imports are
/// compile errors, and so is any other warning.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "parlance",
  products: [
    .executable(name: "parlance", targets: ["ParlanceCLI"]),
    .library(name: "ParlanceKit", targets: ["ParlanceKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: Layer 0. System libraries

    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CSimdJSON",
      linkerSettings: [.linkedLibrary("simdjson")]),

    // MARK: Layer 1. Foundations, which know nothing of the field

    .target(
      name: "Reproducibility",
      dependencies: ["CAllocator", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(
      name: "LinearAlgebra",
      dependencies: ["COpenBLAS", "CLAPACKE", "Reproducibility"],
      swiftSettings: strict),
    .target(
      name: "Statistics",
      dependencies: ["Reproducibility", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(
      name: "WrittenFiles",
      dependencies: ["Reproducibility", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),

    // MARK: Layer 2. The field, one module a question

    .target(
      name: "Corpora",
      dependencies: ["CSimdJSON", "CZlib", "Reproducibility"],
      swiftSettings: strict),
    .target(
      name: "Quotation",
      dependencies: ["CLibXML2", "Corpora", "Reproducibility"],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    .target(
      name: "OperationalCode",
      dependencies: ["Corpora", "Quotation", "Reproducibility", "Statistics"],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    .target(
      name: "TextFeatures",
      dependencies: [
        "CSnowball", "LinearAlgebra", "Reproducibility", "WrittenFiles", .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    .target(
      name: "Classifiers",
      dependencies: [
        "LinearAlgebra", "Reproducibility", "Statistics", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: strict),
    .target(
      name: "Evaluation",
      dependencies: ["Reproducibility", "Statistics", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(
      name: "Comparisons",
      dependencies: ["LinearAlgebra", "Reproducibility", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: ["Reproducibility", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),

    // MARK: Layer 3. Composition

    .target(
      name: "ParlanceKit",
      dependencies: [
        "Classifiers", "Comparisons", "Corpora", "Evaluation", "LinearAlgebra", "OperationalCode", "Quotation",
        "Reports", "Reproducibility", "Statistics", "TextFeatures", "WrittenFiles",
        .product(name: "RealModule", package: "swift-numerics"), .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),

    // MARK: Layer 4. The terminal

    .executableTarget(
      name: "ParlanceCLI",
      dependencies: [
        "Classifiers", "Comparisons", "Corpora", "Evaluation", "OperationalCode", "ParlanceKit", "Quotation", "Reports",
        "Reproducibility", "Statistics", "TextFeatures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // MARK: Tests

    .testTarget(name: "ReproducibilityTests", dependencies: ["Reproducibility"], swiftSettings: strict),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "Reproducibility"], swiftSettings: strict),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Reproducibility"], swiftSettings: strict),
    .testTarget(name: "CorporaTests", dependencies: ["Corpora", "Reproducibility"], swiftSettings: strict),
    .testTarget(
      name: "QuotationTests", dependencies: ["Corpora", "Quotation", "Reproducibility"], swiftSettings: strict),
    .testTarget(
      name: "OperationalCodeTests",
      dependencies: ["Corpora", "OperationalCode", "Quotation", "Reproducibility", "Statistics"],
      exclude: ["coded-sentences.csv"], swiftSettings: strict),
    .testTarget(
      name: "TextFeaturesTests", dependencies: ["TextFeatures", "LinearAlgebra", "Reproducibility"],
      swiftSettings: strict),
    .testTarget(
      name: "ClassifiersTests", dependencies: ["Classifiers", "LinearAlgebra", "Reproducibility"],
      swiftSettings: strict),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "Statistics", "Reproducibility"], swiftSettings: strict),
    .testTarget(
      name: "ComparisonsTests", dependencies: ["Comparisons", "Statistics", "Reproducibility"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Reproducibility"], exclude: ["Browser", "Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "ParityTests",
      dependencies: [
        "Classifiers", "Comparisons", "Corpora", "Evaluation", "LinearAlgebra", "Reproducibility", "Statistics",
        "TextFeatures",
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["Corpora", "ParlanceCLI", "ParlanceKit", "Quotation", "Reproducibility"],
      exclude: ["read_mlflow.py", "requirements.txt", "run_notebook.py"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
