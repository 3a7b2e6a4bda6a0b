import Datasets
import Foundation

/// Where this user's data sets are.
enum DatasetFolder {
    /// The path of the folder.
    static var path: String { DatasetLibrary.defaultDirectory(environment: ProcessInfo.processInfo.environment).path }
}
