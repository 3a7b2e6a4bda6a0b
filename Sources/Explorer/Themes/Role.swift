import DesignSpace
import HardwareModel
import Terminal

/// What a piece of text is for; the theme turns it into colours and attributes.
enum Role: Hashable, Sendable {
    case plain
    case quiet
    case strong
    case key
    case tab(isOpen: Bool)
    case heading
    case mistake
    case frontier
    case cloud
    case published
    case measured
    case group(ComponentGroup)
    case point(series: Int, source: Accuracy.Source, isBaseline: Bool)
}
