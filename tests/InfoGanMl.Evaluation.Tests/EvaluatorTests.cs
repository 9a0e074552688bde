using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests;

[Trait("Speed", "Slow")]
public sealed class EvaluatorTests
{
    private static readonly EvaluationOptions Quick = new() { GeneratedImages = 1000 };

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion")]
    public async Task A_pretrained_model_scores_as_its_card_says(string preset)
    {
        const double Rounding = 2e-3; // another processor rounds otherwise
        var model = PretrainedModel.Of(preset);
        var data = await KnownDatasets.TrainedOn(model).OpenAsync(null, TestContext.Current.CancellationToken);
        using var evaluator = Evaluator.Open(model, new());

        var found = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Figures;

        var stated = model.Manifest.Scores!;
        Assert.Equal(10_000, stated.TestImages);
        AssertAsStated(ClusteringMetrics.Accuracy);
        AssertAsStated(ClusteringMetrics.Purity);
        AssertAsStated(ClusteringMetrics.Nmi);
        AssertAsStated(ClusteringMetrics.Ari);
        AssertAsStated(DownstreamClassifier.AccuracyOf100Labels);
        AssertAsStated(CodeMetrics.Information);
        Assert.Equal(
            stated.Figures.Where(score => CodeMetrics.R2.Match(score.Key) is not null).Average(score => score.Value),
            found.All(CodeMetrics.R2).Average(figure => figure.Value),
            Rounding
        );
        Assert.Equal(2 * 5, found.All(CodeMeaning.Overall).Count());
        AssertAsStated(SampleAgreement.Kind);
        AssertAsStated(FrechetDistance.OfSamples, 0.05);

        void AssertAsStated(FigureKind kind, double rounding = Rounding) =>
            Assert.Equal(stated.Find(kind.Key)!.Value, found[kind]!.Value, rounding);
    }

    [Fact]
    public void A_recipe_that_this_version_does_not_know_changes_nothing()
    {
        using var folder = new TempFolder();
        var model = TinyFolder.CopyTo(TinyFolder.Codes, folder["model"]);
        folder.Edit(
            "model/model.json",
            "\"options\": {",
            "\"options\": { \"knob_of_the_future\": [1, { \"x\": null }],"
        );

        var found = Evaluate(ModelFolder.Open(model.FolderPath));

        Assert.Equal(Evaluate(TinyFolder.Codes).Select(ValueOf), found.Select(ValueOf));

        static IEnumerable<Figure> Evaluate(ModelFolder model)
        {
            using var evaluator = Evaluator.Open(model, Quick);
            return evaluator
                .Evaluate(SpriteImages.For(model), progress: null, TestContext.Current.CancellationToken)
                .Figures;
        }

        static (string, double) ValueOf(Figure figure) => (figure.Name, figure.Value);
    }

    [Fact]
    public async Task Data_without_a_judge_leaves_the_samples_unjudged()
    {
        var data = new ImageDataset("few", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(findings.Figures, f => f.Name.StartsWith("samples.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_scores()
    {
        var data = new ImageDataset("few", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var first = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Figures;
        var second = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Figures;

        Assert.Equal(Describe(first), Describe(second));

        static IEnumerable<(string, double, Interval?)> Describe(FigureSet figures) =>
            figures.Select(figure => (figure.Name, figure.Value, figure.Interval));
    }

    [Fact]
    public async Task Images_without_labels_are_scored_as_far_as_that_goes()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(100));
        var data = new ImageDataset("few", new(train.Format, train.Pixels), new(test.Format, test.Pixels));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        Assert.Null(findings.Sorting!.Classes);
        Assert.Null(findings[ClusteringMetrics.Accuracy]);
        Assert.Null(findings[DownstreamClassifier.AccuracyOf100Labels]);
        Assert.Equal(100, findings.Sorting!.Categories.Sizes.Sum());
        Assert.InRange(findings[CategoryUsage.Consistency]!.Value, 0.9, 1);
        Assert.InRange(findings[CodeMetrics.Information]!.Value, 2, 2.303);
        Assert.All(findings.Pictures.Categories, category => Assert.Empty(category.Wrong));
    }

    [Fact]
    public async Task What_stands_beside_the_scores_agrees_with_them()
    {
        var data = new ImageDataset("some", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(3000));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        var (accuracy, classes) = (findings[ClusteringMetrics.Accuracy]!, findings.Sorting!.Classes!);
        var matched = classes.ClassOf.Select((@class, category) => classes.Confusion[category][@class]).Sum();
        Assert.Equal(accuracy.Value, matched / 3000.0, 1e-9);
        Assert.Equal(findings.Sorting!.Categories.Sizes, classes.Confusion.Select(row => row.Sum()));
        Assert.Equal(3000, classes.Calibration.Sum(bin => bin.Images));
        Assert.Equal(
            findings[CategoryUsage.MeanConfidence]!.Value,
            classes.Calibration.Sum(b => b.Images * b.Confidence) / 3000,
            1e-6
        );
        Assert.Equal((1, accuracy.Value), (classes.Coverage[^1].Coverage, classes.Coverage[^1].Accuracy));
        Assert.InRange(accuracy.Value, accuracy.Interval!.Low, accuracy.Interval.High);
    }

    [Fact]
    public async Task Pictures_show_what_their_titles_say()
    {
        var data = new ImageDataset("some", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(3000));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        Assert.All(
            findings.Pictures.Categories.Zip(findings.Sorting!.Classes!.ClassOf),
            pair =>
            {
                var (pictures, @class) = (pair.First, findings.Sorting.Classes!.Names[pair.Second]);
                Assert.All(pictures.Typical, picture => Assert.Equal(@class, picture.Class));
                Assert.All(pictures.Wrong, picture => Assert.NotEqual(@class, picture.Class));
                Assert.Equal(pictures.Typical.Select(p => p.Doubt).Order(), pictures.Typical.Select(p => p.Doubt));
                Assert.True(pictures.Doubtful[0].Doubt > pictures.Typical[^1].Doubt);
                Assert.Equal(8, pictures.Generated.Count);
            }
        );
        Assert.Equal(["slant", "thickness"], findings.Pictures.Traversals.Select(traversal => traversal.Code));
        Assert.All(
            findings.Pictures.Traversals,
            traversal =>
                Assert.Equal(
                    (-2, 2, 10, 21),
                    (traversal.Values[0], traversal.Values[^1], traversal.Images.Count, traversal.Images[9].Count)
                )
        );
    }

    [Fact]
    public async Task Labels_that_nothing_bears_are_no_classes()
    {
        var test = await Digits.TestImagesAsync(1000);
        int[] labels = [.. test.Labels.Select(label => 20 * label)]; // 0, 20 ... 180
        var data = new ImageDataset("twenties", await Digits.LabeledAsync(200), new(test.Format, test.Pixels, labels));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        var classes = findings.Sorting!.Classes!;
        Assert.Equal(["0", "20", "40", "60", "80", "100", "120", "140", "160", "180"], classes.Names);
        Assert.Equal(Enumerable.Range(0, 10), classes.ClassOf.Order());
        Assert.Equal(1000, classes.Confusion.Sum(row => row.Sum()));
        Assert.InRange(findings[ClusteringMetrics.Accuracy]!.Value, 0.95, 1);
        Assert.Contains(findings.Pictures.Categories, category => category.Typical[0].Class == "180");
    }

    [Fact]
    public async Task A_category_that_nothing_falls_into_is_empty_and_counts_as_unmatched()
    {
        var test = await Digits.TestImagesAsync(1000);
        var ones = test.Select([.. Enumerable.Range(0, 1000).Where(image => test.Labels[image] == 1)]);
        var data = new ImageDataset("ones", await Digits.LabeledAsync(200), ones);
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        var empty = findings.Sorting!.Categories.Sizes.Index().Where(category => category.Item == 0).ToList();
        Assert.NotEmpty(empty);
        Assert.All(empty, category => Assert.Equal(-1, findings.Sorting!.Classes!.ClassOf[category.Index]));
        Assert.All(empty, category => Assert.Empty(findings.Pictures.Categories[category.Index].Typical));
        Assert.Single(findings.Sorting!.Classes!.ClassOf, @class => @class >= 0);
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        var small = new ImageSet(new(1, 2, 2), new byte[4], [0]);
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        var problem = Assert.Throws<EvaluationException>(() =>
            evaluator.Evaluate(new("small", small, small), progress: null, TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            ("1 test images of 1×2×2 in small", "images of 1×28×28, as the model was trained on"),
            (problem.Found, problem.Expected)
        );
    }

    [Fact]
    public async Task Evaluation_stops_when_asked_to()
    {
        var data = new ImageDataset("few", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        Assert.Throws<OperationCanceledException>(() => evaluator.Evaluate(data, progress: null, new(canceled: true)));
    }
}
