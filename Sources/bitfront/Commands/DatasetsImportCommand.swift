import ArgumentParser
import Datasets
import Foundation

extension DatasetsCommand {
    /// `bitfront datasets import NAME PATH`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Bring a data set in from a folder with its published files, or from an archive of them.",
            discussion: """
                MNIST: the four files, .gz or not. CIFAR-10: data_batch_1.bin to data_batch_5.bin and test_batch.bin. SVHN: \
                train_32x32.mat and test_32x32.mat. Images of your own are read in any of these forms, under a name of your own: IDX files \
                named as MNIST's; records as CIFAR-10's (data_batch_1.bin or train_batch_1.bin and so on, test_batch.bin); MATLAB 5 files \
                train.mat and test.mat with X (height x width x channels x images, uint8) and y. An archive is tar, plain, gzip or xz.
                """)

        @OptionGroup var output: FormatOptions

        @Argument(help: "The data set's name, as mnist; or a name of your own.")
        var name: String

        @Argument(help: "The folder that holds its files, or the archive.", completion: .file())
        var path: String

        func run() throws {
            var progress = CountDisplay("unpacking", unit: "MB")
            defer { progress.clear() }
            let record = try CommandFailure.catching {
                try DatasetLibrary.standard.import(name, from: URL(filePath: path)) { progress.show($0 / 1_000_000) }
            }
            progress.clear()
            DatasetReport.warn(of: record)
            DatasetReport.write([record], as: output.format)
        }
    }
}
