import ArgumentParser
import PresetLibrary
import Reports

/// `bitfront presets`: networks, accelerators, costs, recipes and studies.
struct PresetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presets", abstract: "List presets, check them, or say where they are.",
        subcommands: [List.self, Check.self, Path.self], defaultSubcommand: List.self)

    /// `bitfront presets list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List every preset with its file.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        func run() throws {
            let entries = try Workspace(workspace).library.entries
            if output.format == .json {
                return Output.write(
                    JSONValue.array(
                        entries.map {
                            .object([
                                "kind": .string($0.kind.rawValue), "name": .string($0.name), "origin": .string($0.origin.rawValue),
                                "overridden": .bool($0.isOverridden), "file": .string($0.file),
                            ])
                        }
                    ).text, as: .json)
            }
            let table = TextTable(
                headings: [.init("kind"), .init("name"), .init("origin"), .init("in force"), .init("file")],
                rows: entries.map { [$0.kind.rawValue, $0.name, $0.origin.rawValue, $0.isOverridden ? "no" : "yes", $0.file] })
            Output.write(table.rendered(as: output.format), as: output.format, ascii: workspace.ascii)
        }
    }

    /// `bitfront presets check [FILE]`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check preset files, which may refer to each other, or every preset there is; status 65 if one is wrong.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The files; default: every preset.")
        var files: [String] = []

        func run() throws {
            let roots = try Workspace.roots(workspace)
            let problems =
                files.isEmpty ? PresetLibrary.load(roots: roots).problems : PresetLibrary.check(files: files, roots: roots)
            guard problems.isEmpty else {
                throw CommandFailure(.input, problems.map(\.description).joined(separator: "\n"))
            }
            Output.write(files.isEmpty ? "every preset is well-formed\n" : "\(files.joined(separator: ", ")): well-formed\n")
        }
    }

    /// `bitfront presets path`.
    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "path", abstract: "Print the folders that presets are read from, later ones overriding earlier ones.")

        @OptionGroup var workspace: WorkspaceOptions

        func run() throws {
            for root in try Workspace.roots(workspace) { Output.write("\(root.directory)\n", as: nil) }
        }
    }
}
