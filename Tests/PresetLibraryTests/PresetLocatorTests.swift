import PresetLibrary
import Testing

@Suite("Finding presets")
struct PresetLocatorTests {
    private func locator(
        _ executable: String, existing: Set<String> = [], _ environment: [String: String] = [:]
    ) -> PresetLocator {
        PresetLocator(executable: executable, environment: environment, fileExists: { existing.contains($0) })
    }

    @Test("An installed program finds them beside its prefix", arguments: ["/usr/bin/bitfront", "/usr/libexec/bitfront-trainer"])
    func installed(executable: String) {
        let locator = locator(executable, existing: ["/usr/share/bitfront/presets/studies"])
        #expect(locator.shipped == "/usr/share/bitfront/presets")
    }

    @Test("A program that was built in a checkout finds the checkout's")
    func checkout() {
        let locator = locator(
            "/home/me/bitfront/.build/x86_64-unknown-linux-gnu/release/bitfront", existing: ["/home/me/bitfront/Presets/studies"])
        #expect(locator.shipped == "/home/me/bitfront/Presets")
    }

    @Test("The nearest folder wins")
    func nearest() {
        let locator = locator("/a/b/c/bitfront", existing: ["/Presets/studies", "/a/Presets/studies", "/a/b/Presets/studies"])
        #expect(locator.shipped == "/a/b/Presets")
    }

    @Test("BITFRONT_PRESETS comes before everything else, unless it is empty")
    func environment() {
        let existing: Set = ["/usr/share/bitfront/presets/studies"]
        #expect(locator("/usr/bin/bitfront", existing: existing, ["BITFRONT_PRESETS": "/mine"]).shipped == "/mine")
        #expect(locator("/usr/bin/bitfront", existing: existing, ["BITFRONT_PRESETS": ""]).shipped == "/usr/share/bitfront/presets")
    }

    @Test("Without any, the list names the place where they should be", arguments: ["/opt/bf/bin/bitfront", "bitfront", "", "/"])
    func missing(executable: String) {
        let locator = locator(executable)
        #expect(locator.shipped == nil)
        #expect(locator.roots().map(\.origin) == [.shipped])
        #expect(locator.roots().first?.directory.hasSuffix("/share/bitfront/presets") == true)
    }

    @Test(
        "The user's folder follows the XDG base directory specification",
        arguments: [
            (["XDG_CONFIG_HOME": "/x", "HOME": "/home/me"], "/x/bitfront/presets"),
            (["HOME": "/home/me"], "/home/me/.config/bitfront/presets"),
            (["XDG_CONFIG_HOME": "relative", "HOME": "/home/me"], "/home/me/.config/bitfront/presets"),
            (["XDG_CONFIG_HOME": "", "HOME": "/home/me"], "/home/me/.config/bitfront/presets"),
        ])
    func user(environment: [String: String], expected: String) {
        #expect(locator("/usr/bin/bitfront", environment).user == expected)
    }

    @Test("Shipped ones come first, then the user's, then the command line's")
    func order() {
        let locator = locator("/usr/bin/bitfront", existing: ["/usr/share/bitfront/presets/studies"], ["HOME": "/home/me"])
        let roots = locator.roots(additional: ["/one", "/two"])
        #expect(roots.map(\.origin) == [.shipped, .user, .commandLine, .commandLine])
        #expect(roots.map(\.directory).suffix(2) == ["/one", "/two"])
    }

    @Test("This process finds the checkout's when it was built in it")
    func thisProcess() {
        #expect(PresetLocator.ofThisProcess().executable.hasPrefix("/"))
    }
}
