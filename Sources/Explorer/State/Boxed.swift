/// A property whose value stands in a place of its own, so that copying what it is a property of costs one reference, however much the
/// value holds; the value is copied when one of two copies changes.
@propertyWrapper
public struct Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
    // An array of one: it has the rules of copying already, and is compared by where it is before what it holds.
    private var box: [Value]

    /// Puts a value into its place.
    public init(wrappedValue: Value) { box = [wrappedValue] }

    /// The value, which is neither read nor changed by way of a copy.
    public var wrappedValue: Value {
        _read { yield box[0] }
        _modify { yield &box[0] }
    }
}
