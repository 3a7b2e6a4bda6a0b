/// Numbers for objects in the order in which each comes first.
///
/// The sources of a point most often stand in the order of those of the point before: the one behind the last is tried before it is looked up
/// among all.
struct IdentityNumbers {
    private var identities: [ObjectIdentifier] = []
    private var numbers: [ObjectIdentifier: Int] = [:]
    private var last = -1

    /// The number of an object; one more than the highest so far if it has not come before.
    mutating func number(of identity: ObjectIdentifier) -> Int {
        let next = last + 1 < identities.count ? last + 1 : 0
        if next < identities.count, identities[next] == identity {
            last = next
        } else if let known = numbers[identity] {
            last = known
        } else {
            last = identities.count
            numbers[identity] = last
            identities.append(identity)
        }
        return last
    }
}
