import Quantities
import Testing

@Suite("Physical quantities")
struct QuantityTests {
    @Test("Power times time is energy, in the units that the paper's tables use")
    func powerTimesTime() {
        let energy = Power.milliwatts(1379.6) * Time(cycles: 11_007, at: .megahertz(250))
        #expect(abs(energy.microjoules - 60.74) < 0.01)
    }

    @Test("Energy times frequency is power, and energy over time is too")
    func energyTimesFrequency() {
        #expect((Energy.picojoules(4) * Frequency.megahertz(250)).milliwatts == 1)
        #expect((Energy.microjoules(3) / Time.milliseconds(2)).milliwatts == 1.5)
    }

    @Test("Units of one quantity agree with each other")
    func units() {
        #expect(Energy.femtojoules(1000) == .picojoules(1))
        #expect(Energy.microjoules(1).picojoules == 1e6)
        #expect(Area.squareMillimetres(1).squareMicrometres == 1e6)
        #expect(Time.seconds(1).milliseconds == 1000)
        #expect(Time.nanoseconds(1e9).seconds == 1)
        #expect(Power.milliwatts(1500).watts == 1.5)
        #expect(Frequency.megahertz(2).hertz == 2e6)
    }

    @Test("Amounts of one kind add, subtract, scale and compare")
    func arithmetic() {
        let area = Area.squareMicrometres(3) + .squareMicrometres(4) - .squareMicrometres(2)
        #expect(area * 2 == .squareMicrometres(10))
        #expect(2 * area == area * 2)
        #expect(area / 5 == .squareMicrometres(1))
        #expect(area / Area.squareMicrometres(2) == 2.5)
        #expect(Area.zero < area)
        #expect(!Area.squareMicrometres(.infinity).isFinite)
    }

    @Test("Memory is bits, bytes, kibibytes and the paper's own kilobytes")
    func memory() {
        let lenet = InformationSize.bits(430_500 * 32)
        #expect(lenet.bytes == 1_722_000)
        #expect(lenet.kibibytes == 1681.640625)
        #expect(abs(lenet.paperKilobytes - 1642.2) < 0.1)
    }

    @Test("The energy-delay product is microjoules times milliseconds")
    func energyDelay() {
        #expect(EnergyDelayProduct(energy: .microjoules(3), delay: .milliseconds(2)).microjouleMilliseconds == 6)
    }
}
