import FoundationEssentials
import Networks

/// A published data set that the program knows by name.
struct KnownDataset {
    /// The name on the command line.
    let name: String

    /// What it is and who published it.
    let title: String

    /// The format its files are in.
    let format: DatasetFormat

    /// What reads exactly its files.
    let reader: any FolderReader

    /// The shape of every image.
    let imageShape: Shape

    /// The number of classes.
    let classCount: Int

    /// The folder within the published archive that holds the files, if there is one.
    let archiveFolder: String?

    /// The SHA-256 of each published file once decompressed, in the order of `FolderReader.files(in:)`.
    let publishedDigests: [String]

    static let all: [KnownDataset] = [mnist, cifar10, svhn, svhnSubset]

    /// The four files of http://yann.lecun.com/exdb/mnist.
    static let mnist = KnownDataset(
        name: "mnist", title: "handwritten digits (LeCun, Cortes, Burges)", format: .idx, reader: IDXReader(),
        imageShape: Shape(height: 28, width: 28, channels: 1), classCount: 10, archiveFolder: nil,
        publishedDigests: [
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        ])

    /// The six files of https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz.
    static let cifar10 = KnownDataset(
        name: "cifar10", title: "photographs of objects (Krizhevsky)", format: .cifar, reader: CIFARReader(trainFileCount: 5),
        imageShape: CIFARReader.imageShape, classCount: 10, archiveFolder: "cifar-10-batches-bin",
        publishedDigests: [
            "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
            "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
            "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
            "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
            "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
            "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
        ])

    /// The two files of cropped digits of http://ufldl.stanford.edu/housenumbers, without the extra ones.
    ///
    /// Their publisher gives no digests; these are those that TensorFlow Datasets (url_checksums/svhn_cropped.txt) and others pin.
    static let svhn = KnownDataset(
        name: "svhn", title: "house numbers (Netzer et al.)", format: .matlab, reader: MATReader(),
        imageShape: Shape(height: 32, width: 32, channels: 3), classCount: 10, archiveFolder: nil,
        publishedDigests: [
            "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8",
            "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b",
        ])

    /// A part of SVHN cut to CIFAR-10's record layout; not the published split, hence a name of its own.
    static let svhnSubset = KnownDataset(
        name: "svhn-subset", title: "a part of the house numbers of SVHN (Netzer et al.)", format: .cifar, reader: CIFARReader(),
        imageShape: CIFARReader.imageShape, classCount: 10, archiveFolder: nil,
        publishedDigests: [
            "ff165eb6c05a9b3690a37e12250aff8fd69b9511f2ab757a00dbdfa1f20e1349",
            "8bcef354ef8e82fc306ae063f44f6e021e49310489f693de07fd672845f1fce8",
            "c69ff9acdeb3485293b9f5d414cdd999258d720aa4f5bf6abb4d8f0c3461eecb",
        ])

    /// Where the files lie, given the folder a user points at: there, or in the archive's folder within it.
    func filesFolder(in folder: URL) -> URL {
        guard let archiveFolder else { return folder }
        let inner = folder.appending(path: archiveFolder)
        return FileManager.default.fileExists(atPath: inner.path) ? inner : folder
    }
}
