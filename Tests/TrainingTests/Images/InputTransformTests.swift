import Networks
import Recipes
import Testing

@testable import Training

struct InputTransformTests {
    private static let images = try? ImageSet(
        shape: Shape(height: 2, width: 3, channels: 2), classCount: 2,
        pixels: [0, 64, 128, 192, 0, 64, 255, 255, 255, 0, 0, 0], labels: [1])

    private static func values(
        _ standardisation: Recipe.Standardisation, augmentation: InputTransform.Augmentation = .none
    ) throws -> [Float] {
        let images = try #require(images)
        let transform = InputTransform(recipe: TinyTask.recipe(standardisation: standardisation), training: images)
        var values = [Float](repeating: .nan, count: images.shape.count)
        values.withMutableBasePointer { transform.write(image: 0, of: images, augmentation: augmentation, to: $0) }
        return values
    }

    @Test("Scaling divides by 256")
    func scale() throws {
        #expect(try Self.values(.scale)[..<6] == [0, 0.25, 0.5, 0.75, 0, 0.25])
    }

    @Test("The mean of each colour over the training images is subtracted")
    func mean() throws {
        let values = try Self.values(.mean)
        #expect(abs(values[..<6].reduce(0, +)) < 1e-6)
        #expect(abs(values[6...].reduce(0, +)) < 1e-6)
        #expect(abs(values[1] - values[0] - 0.25) < 1e-6)
    }

    @Test("An image by its own statistics has mean 0 and deviation 1")
    func image() throws {
        let values = try Self.values(.image)
        #expect(abs(values.reduce(0, +)) < 1e-5)
        #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 12 - 1) < 1e-5)
    }

    @Test("A shift moves rows and columns, and repeats the border")
    func shift() throws {
        let moved = try Self.values(.scale, augmentation: InputTransform.Augmentation(rows: 1, columns: -1, mirrored: false))
        #expect(moved[..<6] == [0.25, 0.5, 0.5, 0.25, 0.5, 0.5])
    }

    @Test("A mirror image changes left and right")
    func mirror() throws {
        let mirrored = try Self.values(.scale, augmentation: InputTransform.Augmentation(rows: 0, columns: 0, mirrored: true))
        #expect(mirrored[..<6] == [0.5, 0.25, 0, 0.25, 0, 0.75])
    }

    @Test("An image of one colour gives finite values")
    func oneColour() throws {
        let images = try ImageSet(
            shape: Shape(height: 2, width: 2, channels: 1), classCount: 1, pixels: [9, 9, 9, 9], labels: [0])
        let transform = InputTransform(recipe: TinyTask.recipe(standardisation: .image), training: images)
        var values = [Float](repeating: .nan, count: 4)
        values.withMutableBasePointer { transform.write(image: 0, of: images, augmentation: .none, to: $0) }
        #expect(values == [0, 0, 0, 0])
    }

    @Test("Shifts reach every distance up to the recipe's, and depend on seed, epoch and position only")
    func augmentation() throws {
        let images = try #require(Self.images)
        let transform = InputTransform(recipe: TinyTask.recipe(shiftPixels: 2), training: images)
        let all = (0..<200).map { transform.augmentation(seed: 1, epoch: 0, position: $0) }
        #expect(Set(all.map(\.rows)) == [-2, -1, 0, 1, 2])
        #expect(Set(all.map(\.columns)) == [-2, -1, 0, 1, 2])
        #expect(all.allSatisfy { !$0.mirrored })
        #expect(all == (0..<200).map { transform.augmentation(seed: 1, epoch: 0, position: $0) })
        #expect(all != (0..<200).map { transform.augmentation(seed: 1, epoch: 1, position: $0) })
    }
}
