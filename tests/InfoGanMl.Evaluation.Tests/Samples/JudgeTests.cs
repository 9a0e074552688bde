using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests.Samples;

public sealed class JudgeTests : IDisposable
{
    private const float Rounding = 1e-5f; // another batch size sums in another order

    private static readonly string ShippedFolder = Path.Combine(Repository.Root, "models", "judges");

    private readonly Judge _judge = Judge.Find("MNIST", new() { BatchSize = 64 })!;
    private readonly TempFolder _folder = new();

    public static TheoryData<string> ShippedFiles =>
        [.. Directory.GetFiles(ShippedFolder, "*.onnx").Select(path => Path.GetFileName(path))];

    public void Dispose()
    {
        _judge.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_shipped_judge_knows_the_digits_as_well_as_it_did_in_training()
    {
        var mnist = await RealMnist.OpenAsync();
        var shipped = JudgeScores.Stated(Path.Combine(ShippedFolder, "mnist.onnx"));

        var found = JudgeScores.Measure(_judge, mnist.Test);

        Assert.InRange(found.Accuracy, 0.993, 1);
        Assert.True(JudgeScores.AreClose(shipped, found), $"{found}");
    }

    [Theory]
    [InlineData("MNIST")]
    [InlineData("mnist")]
    [InlineData("Fashion-MNIST")]
    public void A_judge_is_found_by_the_name_of_the_data_set(string dataset)
    {
        using var judge = Judge.Find(dataset);

        Assert.Equal((new(1, 28, 28), 10, 96), (judge!.Format, judge.Classes, judge.FeatureWidth));
    }

    [Theory]
    [InlineData("my digits")]
    [InlineData("")]
    [InlineData("../mnist")]
    public void There_is_no_judge_for_other_data(string dataset)
    {
        Assert.Null(Judge.Find(dataset));
    }

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Every_shipped_file_is_embedded_and_its_hash_is_stated(string file)
    {
        using var judge = Judge.Find(Path.GetFileNameWithoutExtension(file));
        var hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(ShippedFolder, file)));

        Assert.NotNull(judge);
        var readme = File.ReadAllText(Path.Combine(ShippedFolder, "README.md"));
        Assert.Contains(Convert.ToHexStringLower(hash), readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public async Task Images_around_the_batch_size_are_classified_as_they_are_one_by_one(int count)
    {
        using var oneByOne = Judge.Find("MNIST", new() { BatchSize = 1 })!;
        var images = Digits.ToFloats(await Digits.TestImagesAsync(count));

        var found = _judge.Classify(images);

        var expected = oneByOne.Classify(images);
        Assert.Equal(count, found.Classes.Count);
        Assert.Equal(expected.Classes, found.Classes);
        AssertClose(expected.Probabilities, found.Probabilities);
        AssertClose(expected.Features, found.Features);
    }

    [Fact]
    public async Task Every_image_has_the_class_of_its_largest_probability_and_a_row_of_features()
    {
        var found = _judge.Classify(Digits.ToFloats(await Digits.TestImagesAsync(20)));

        Assert.Equal(found.Probabilities.Chunk(10).Select(row => Array.IndexOf(row, row.Max())), found.Classes);
        Assert.All(found.Probabilities.Chunk(10), row => Assert.Equal(1, row.Sum(), Rounding));
        Assert.Equal(20 * _judge.FeatureWidth, found.Features.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(785)]
    public void Values_that_do_not_make_whole_images_are_refused(int count)
    {
        var mistake = Assert.Throws<ArgumentException>(() => _judge.Classify(new float[count]));

        Assert.Contains($"Found {count} values; expected a multiple of 784", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_judge_refuses_to_work()
    {
        _judge.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _judge.Classify(new float[784]));
    }

    [Fact]
    public void A_graph_with_other_tensors_is_refused()
    {
        // The same length keeps the file whole.
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(ShippedFolder, "mnist.onnx")));
        var renamed = Encoding.Latin1.GetBytes(
            text.Replace("probabilities", "probabilitiez", StringComparison.Ordinal)
        );
        var path = _folder.Write("renamed.onnx", renamed);

        var problem = Assert.Throws<EvaluationException>(() => Judge.Open(path));

        Assert.Equal($"outputs features Single[N,96], probabilitiez Single[N,10] in {path}", problem.Found);
        Assert.Equal("features Single[N,96], probabilities Single[N], as a judge has", problem.Expected);
    }

    [Fact]
    public void A_file_that_is_no_graph_is_refused()
    {
        var path = _folder.Write("noise.onnx", [1, 2, 3]);

        var problem = Assert.Throws<EvaluationException>(() => Judge.Open(path));

        Assert.Contains("Train the judge again.", problem.Message, StringComparison.Ordinal);
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, Rounding));
    }
}
