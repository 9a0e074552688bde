using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests.Labels;

public sealed class FeaturizerTests : IDisposable
{
    private static readonly ImageFormat Digit = new(1, 28, 28);

    /// <summary>A judge has features of images, too.</summary>
    private static readonly string JudgePath = Path.Combine(Repository.Root, "models", "judges", "mnist.onnx");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Features_are_those_of_the_file_of_each_image_in_its_order()
    {
        var digits = await Digits.TestImagesAsync(12);
        using var featurizer = Featurizer.Open(JudgePath, Digit, new() { BatchSize = 5 });
        using var judge = Judge.Open(JudgePath);

        var features = featurizer.Featurize(digits);

        var expected = judge.Classify(ImageFormat.ToFloats(digits.Pixels)).Features;
        Assert.Equal(12 * featurizer.Width, features.Length);
        Assert.All(features.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
    }

    [Fact]
    public void A_featurizer_of_images_of_another_size_is_refused()
    {
        var error = Assert.Throws<EvaluationException>(() => Featurizer.Open(JudgePath, new(3, 64, 64), new()));

        Assert.Contains("1,28,28", error.Found, StringComparison.Ordinal);
        Assert.Contains("3×64×64", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_featurizer_is_refused_with_where_one_is_had()
    {
        var path = _folder.Write("featurizer.onnx", "no graph"u8.ToArray());

        var error = Assert.Throws<EvaluationException>(() => Featurizer.Open(path, Digit, new()));

        Assert.Contains(path, error.Found, StringComparison.Ordinal);
        Assert.Contains("preset photos", error.Message, StringComparison.Ordinal);
    }
}
