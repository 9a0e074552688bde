using InfoGanMl.Datasets.Sprites;

namespace InfoGanMl.Datasets;

/// <summary>A data set whose factors are known, split into images to train on and images to test on.</summary>
/// <param name="Images">What training reads.</param>
/// <param name="Space">The factors.</param>
/// <param name="Train">Their values for the images to train on.</param>
/// <param name="Test">Their values for the images held out.</param>
public sealed record FactorDataset(
    ImageDataset Images,
    FactorSpace Space,
    IReadOnlyList<int[]> Train,
    IReadOnlyList<int[]> Test
);

/// <summary>Splits what can be drawn into a data set.</summary>
public static class SpriteSample
{
    /// <summary>Draws images of different combinations, all being equally likely, to train and to test on.</summary>
    /// <param name="sprites">All that can be drawn.</param>
    /// <param name="train">Images to train on.</param>
    /// <param name="test">Images to test on; none of them is among the others.</param>
    /// <param name="seed">Of the choice: the same seed chooses the same images.</param>
    /// <exception cref="ArgumentException">There are not as many, or more pixels than an array holds.</exception>
    public static FactorDataset Sample(this SpritesDataset sprites, int train, int test, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(train);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        if (train + (long)test > sprites.Space.Count)
        {
            throw new ArgumentException(
                $"Found {train} + {test} images to draw; expected at most {sprites.Space.Count}."
            );
        }

        var indices = Enumerable.Range(0, sprites.Space.Count).ToArray();
        new Random(seed).Shuffle(indices);
        var forTraining = sprites.Draw([.. indices.Take(train).Select(sprites.Space.At)]);
        var forTesting = sprites.Draw([.. indices.Skip(train).Take(test).Select(sprites.Space.At)]);
        var name = $"sprites, {sprites.Format}, {train} of {sprites.Space.Count}, seed {seed}";
        return new(
            new(name, forTraining.Images, forTesting.Images) { ClassNames = SpritesDataset.ShapeNames },
            sprites.Space,
            forTraining.Values,
            forTesting.Values
        );
    }
}
