using InfoGanMl.Models;
using InfoGanMl.Testing;

namespace InfoGanMl.Inference.Tests;

public sealed class ImageRecognizerTests : IDisposable
{
    private const float Rounding = 1e-5f; // another batch size sums in another order

    private readonly ModelFolder _model = PretrainedModel.Mnist;
    private readonly ImageRecognizer _recognizer = ImageRecognizer.Open(
        PretrainedModel.Mnist,
        new() { BatchSize = 64 }
    );

    public void Dispose() => _recognizer.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void Images_around_the_batch_size_are_recognized_as_they_are_one_by_one(int count)
    {
        using var oneByOne = ImageRecognizer.Open(_model, new() { BatchSize = 1 });
        var images = Images(count);

        var found = _recognizer.Recognize(images);

        var expected = oneByOne.Recognize(images);
        Assert.Equal(count, found.Count);
        AssertClose(expected.Probabilities[0], found.Probabilities[0]);
        AssertClose(expected.Means[0], found.Means[0]);
        AssertClose(expected.Means[1], found.Means[1]);
        AssertClose(expected.Features, found.Features);
    }

    [Fact]
    public void Every_output_has_a_row_for_each_image()
    {
        var found = _recognizer.Recognize(Images(3));

        Assert.Equal([3 * 10], found.Probabilities.Select(values => values.Length));
        Assert.Equal([3, 3], found.Means.Select(values => values.Length));
        Assert.Equal(3 * _model.Manifest.Recognizer.Outputs[^1].Width, found.Features.Length);
    }

    [Fact]
    public void Probabilities_of_each_image_sum_to_1()
    {
        var rows = _recognizer.Recognize(Images(20)).Probabilities[0].Chunk(10);

        Assert.All(rows, row => Assert.Equal(1, row.Sum(), 1e-5f));
    }

    [Fact]
    public void The_most_likely_category_has_the_largest_probability()
    {
        var found = _recognizer.Recognize(Images(20));

        var largest = found.Probabilities[0].Chunk(10).Select(row => Array.IndexOf(row, row.Max()));
        Assert.Equal(largest, found.MostLikelyCategories());
    }

    [Fact]
    public void Several_threads_get_the_answers_that_one_gets()
    {
        var images = Images(130);
        var expected = _recognizer.Recognize(images);

        Parallel.For(
            0,
            16,
            new() { MaxDegreeOfParallelism = 8 },
            _ => Assert.Equal(expected.Features, _recognizer.Recognize(images).Features)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(783)]
    [InlineData(785)]
    public void Values_that_do_not_make_whole_images_are_refused(int count)
    {
        var mistake = Assert.Throws<ArgumentException>(() => _recognizer.Recognize(new float[count]));

        Assert.Contains($"Found {count} values; expected a multiple of 784", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_recognizer_refuses_to_work()
    {
        _recognizer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _recognizer.Recognize(Images(1)));
    }

    private static float[] Images(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count * 784).Select(_ => random.NextSingle())];
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, Rounding));
    }
}
