using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Errors;
using InfoGanMl.Testing;
using InfoGanMl.Training.Export.Onnx;
using InfoGanMl.Training.Judging;
using InfoGanMl.Training.Steps;
using TorchSharp;
using Xunit;

namespace InfoGanMl.Training.Tests.Judging;

[Trait("Speed", "Slow")]
public sealed class JudgeTrainingTests : IDisposable
{
    /// <summary>The three shapes of <see cref="TinyRun"/>, with labels that say which is which.</summary>
    private static readonly ImageDataset Shapes = new(
        "shapes",
        Labeled(TinyRun.Data.Train),
        Labeled(TinyRun.Data.Test)
    );

    private static readonly JudgeOptions Quick = new()
    {
        Epochs = 2,
        FewestUpdates = 1,
        BatchSize = 16,
        Augmentation = new(Thickness: 0), // an erosion would leave nothing of a bar two pixels wide
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Real_digits_are_learned()
    {
        var mnist = await RealMnist.OpenAsync();
        var few = new ImageDataset("few digits", First(mnist.Train, 2000), First(mnist.Test, 700));
        var reports = new List<JudgeReport>();

        var score = new JudgeTraining(
            new()
            {
                Epochs = 3,
                FewestUpdates = 1,
                BatchSize = 32,
            },
            few
        ).Run(_folder["judge.onnx"], new Collector(reports), TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], reports.Select(report => report.Epoch));
        Assert.True(reports[2].Loss < reports[0].Loss / 2, $"{reports[0].Loss} became {reports[2].Loss}");
        Assert.InRange(score.Accuracy, 0.9, 1);
        Assert.InRange(score.Loss, 0, 0.5); // ln 10 = 2.3 is what guessing costs
    }

    [Fact]
    public void The_file_states_what_it_learned_from_and_how_it_does()
    {
        var score = Train(Quick with { Seed = 7 }, Shapes, _folder["judge.onnx"]);

        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(_folder["judge.onnx"]));
        Assert.Equal(
            [
                "data_set=shapes",
                "seed=7",
                "image=1×8×8, values in [0, 1]",
                FormattableString.Invariant($"test_accuracy={score.Accuracy:F4}"),
                FormattableString.Invariant($"test_loss={score.Loss:F6}"),
            ],
            model.MetadataProps.Select(entry => $"{entry.Key}={entry.Value}")
        );
        Assert.Equal(["judge.onnx"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void The_same_seed_gives_the_same_file()
    {
        Train(Quick, Shapes, _folder["first"]);
        Train(Quick, Shapes, _folder["second"]);
        Train(Quick with { Seed = 2 }, Shapes, _folder["other"]);

        Assert.Equal(File.ReadAllBytes(_folder["first"]), File.ReadAllBytes(_folder["second"]));
        Assert.NotEqual(File.ReadAllBytes(_folder["first"]), File.ReadAllBytes(_folder["other"]));
    }

    [Fact]
    public void Test_images_are_not_learned_from()
    {
        Train(Quick, Shapes, _folder["first"]);
        Train(Quick, Shapes with { Test = Shapes.Train }, _folder["second"]);

        Assert.Equal(Weights(_folder["first"]), Weights(_folder["second"]));
    }

    [Fact]
    public void A_class_that_only_test_images_have_gets_an_output_and_counts_as_missed()
    {
        var unseen = Shapes.Test.Select([0, 1, 2]);
        var test = new ImageSet(unseen.Format, unseen.Pixels, [3, 3, 3]);

        var score = Train(Quick, Shapes with { Test = test }, _folder["judge.onnx"]);

        Assert.Equal(0, score.Accuracy);
    }

    [Fact]
    public void An_older_file_is_replaced()
    {
        Train(Quick, Shapes, _folder.Write("judge.onnx", [1, 2, 3]));

        Assert.NotEmpty(Weights(_folder["judge.onnx"]));
    }

    [Fact]
    public void A_stopped_training_leaves_no_file()
    {
        Assert.Throws<OperationCanceledException>(() =>
            new JudgeTraining(Quick, Shapes).Run(_folder["judge.onnx"], new Collector([]), new(canceled: true))
        );

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Divergence_is_named_and_leaves_no_file()
    {
        var diverged = Assert.Throws<TrainingDivergedException>(() =>
            Train(Quick with { LearningRate = 1e30 }, Shapes, _folder["judge.onnx"])
        );

        Assert.Contains("loss = ", diverged.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_as_output_is_refused_before_the_training()
    {
        var refused = Assert.Throws<InvalidOptionsException>(() => Train(Quick, Shapes, _folder.Path));

        Assert.Contains("a folder; expected an ONNX file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_cannot_be_learned_from_are_refused_with_every_mistake()
    {
        // Unlabeled, so of one class, and fewer than a batch.
        var refused = Assert.Throws<InvalidOptionsException>(() =>
            Train(Quick with { BatchSize = 65 }, TinyRun.Data, _folder["judge.onnx"])
        );

        Assert.Equal(
            [
                "'shapes' has labels of 1 class; expected at least 2.",
                "'shapes' has 64 training images with labels; expected at least a batch of 65.",
            ],
            refused.Mistakes
        );
    }

    [Fact]
    public void Images_smaller_than_the_convolutions_are_refused()
    {
        var pixel = new ImageSet(new(1, 1, 1), new byte[16], [.. Enumerable.Range(0, 16).Select(i => i % 2)]);

        var refused = Assert.Throws<InvalidOptionsException>(() =>
            Train(Quick, new("pixels", pixel, pixel), _folder["judge.onnx"])
        );

        Assert.Contains("Layer 0 of the features", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_leaves_no_tensors_behind()
    {
        Train(Quick, Shapes, _folder["judge.onnx"]);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        Train(Quick, Shapes, _folder["judge.onnx"]);

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static JudgeScore Train(JudgeOptions options, ImageDataset data, string output) =>
        new JudgeTraining(options, data).Run(output, new Collector([]), TestContext.Current.CancellationToken);

    private static List<byte> Weights(string file) =>
        [
            .. ModelProto
                .Parser.ParseFrom(File.ReadAllBytes(file))
                .Graph.Initializer.SelectMany(weight => weight.RawData),
        ];

    private static ImageSet Labeled(ImageSet shapes) =>
        new(shapes.Format, shapes.Pixels, [.. Enumerable.Range(0, shapes.Count).Select(i => (byte)(i % 3))]);

    private static ImageSet First(ImageSet images, int count) => images.Select([.. Enumerable.Range(0, count)]);

    private sealed class Collector(List<JudgeReport> reports) : IProgress<JudgeReport>
    {
        public void Report(JudgeReport value) => reports.Add(value);
    }
}
