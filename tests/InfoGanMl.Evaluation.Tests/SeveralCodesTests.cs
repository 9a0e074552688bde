using System.Text.Json.Nodes;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Report;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests;

/// <summary>The evaluation of a model with several categorical codes, whose images are 64×64 pixels in color.</summary>
[Trait("Speed", "Slow")]
public sealed class SeveralCodesTests
{
    private static readonly EvaluationOptions Quick = new() { GeneratedImages = 500 };

    [Fact]
    public void Every_code_is_scored_and_the_headline_is_that_of_the_first()
    {
        var findings = Score(SpriteImages.For(TinyFolder.Codes));

        var codes = ScoredCode.Of(TinyFolder.Codes.Latent);
        Assert.Equal([("category_1", 3), ("category_2", 5)], codes.Select(code => (code.Code, code.Categories)));
        var (information, informations) = (
            CodeMetrics.Information,
            findings.Figures.All(CodeMetrics.InformationOfCode)
        );
        Assert.Equal(
            [
                (findings[information]!.Value, findings[information]!.Most),
                (findings[ClusteringMetrics.Accuracy]!.Value, null),
                (findings[ClusteringMetrics.Nmi]!.Value, null),
            ],
            new[] { CodeMetrics.InformationOfCode, ClusteringMetrics.AccuracyOfCode, ClusteringMetrics.NmiOfCode }
                .Select(kind => findings[kind, "category_1"]!)
                .Select(figure => (figure.Value, figure.Most))
        );
        Assert.All(informations, figure => Assert.InRange(figure.Value, -1, figure.Most!.Value));
        Assert.All(
            codes,
            code =>
                Assert.InRange(
                    findings[CategoryUsage.MarginalEntropyOfCode, code.Code]!.Value,
                    0,
                    code.CodeEntropy + 1e-6
                )
        );
    }

    [Fact]
    public void Without_labels_no_code_is_compared_with_classes()
    {
        var findings = Score(SpriteImages.WithoutLabels(SpriteImages.For(TinyFolder.Codes)));

        Assert.Equal(2, findings.Figures.All(CodeMetrics.InformationOfCode).Count());
        Assert.Empty(findings.Figures.All(ClusteringMetrics.AccuracyOfCode));
        Assert.Empty(findings.Figures.All(ClusteringMetrics.NmiOfCode));
        Assert.Null(findings.Sorting!.Classes);
    }

    [Theory]
    [InlineData(2)] // fewer classes than categories
    [InlineData(3)]
    [InlineData(10)] // more
    public void There_may_be_as_many_classes_as_there_are(int classes)
    {
        var findings = Score(SpriteImages.Relabel(SpriteImages.For(TinyFolder.Codes), classes));

        Assert.Equal(3, findings.Sorting!.Classes!.ClassOf.Count);
        Assert.Equal(classes, findings.Sorting.Classes.OfClass.Count);
        Assert.All(
            ScoredCode.Of(TinyFolder.Codes.Latent),
            code =>
                Assert.InRange(
                    findings[ClusteringMetrics.AccuracyOfCode, code.Code]!.Value,
                    0,
                    Math.Min(1, (double)code.Categories / classes)
                )
        );
    }

    [Fact]
    public void Each_code_has_a_picture_of_its_categories()
    {
        var pictures = Score(SpriteImages.For(TinyFolder.Codes)).Pictures;

        Assert.Equal(
            [("category_1", 3, 5), ("category_2", 5, 5)],
            pictures.CategoricalCodes.Select(code => (code.Code, code.Values.Count, code.Images.Count))
        );
        Assert.All(pictures.CategoricalCodes.SelectMany(c => c.Images), row => Assert.NotEqual(row[0], row[1]));
        Assert.Equal(3, pictures.Categories.Count);
        Assert.Equal((3, 21), (pictures.Traversals[0].Images.Count, pictures.Traversals[0].Images[0].Count));
    }

    [Fact]
    public void The_metrics_file_and_the_page_list_every_code()
    {
        var data = SpriteImages.For(TinyFolder.Codes);
        var result = new EvaluationRun(TinyFolder.Codes, data, Quick, TimeProvider.System).Run(
            updateCard: false,
            new ImmediateProgress<ActivityReport>(_ => { }),
            TestContext.Current.CancellationToken
        );

        var file = JsonNode.Parse(MetricsFile.ToJson(result.Metrics))!;
        var code = file["categorical_codes"]![1]!;
        Assert.Equal(
            result.Metrics[CodeMetrics.InformationOfCode, "category_2"]!.Value,
            code["l_i"]!.GetValue<double>()
        );
        Assert.Equal(
            code["nmi"]!.GetValue<double>(),
            result.Metrics.Figures.Single(figure => figure.Name == "categorical_codes.category_2.nmi").Value
        );
        Assert.Distinct(result.Metrics.Figures.Select(figure => figure.Title));

        var page = ReportPage.Render(result.Metrics, result.Pictures);
        Assert.Contains("none was picked by labels", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">category_2</th>", page, StringComparison.Ordinal);
        Assert.Contains("its 5 categories from left to right", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 100_000, 5_000_000);
    }

    private static Findings Score(ImageDataset data)
    {
        using var evaluator = Evaluator.Open(TinyFolder.Codes, Quick);
        return evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);
    }
}
