using System.Text.Json.Nodes;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests.Figures;

public class FiguresTests
{
    [Fact]
    public async Task Every_figure_says_what_it_is()
    {
        var figures = (await EvaluateAsync()).Figures;

        Assert.Equal(figures.Count, figures.Select(figure => figure.Name).Distinct().Count());
        Assert.Equal(figures.Count, figures.Select(figure => figure.Title).Distinct().Count());
        Assert.All(
            figures,
            figure =>
            {
                Assert.NotEmpty(figure.Unit);
                Assert.EndsWith(".", figure.Meaning, StringComparison.Ordinal);
                Assert.InRange(figure.SampleSize, 1, 1000);
                Assert.DoesNotContain("{", figure.Name + figure.Title + figure.Meaning, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Every_score_is_among_the_figures_with_its_value()
    {
        var metrics = await EvaluateAsync();
        var file = JsonNode.Parse(MetricsFile.ToJson(metrics))!;

        Assert.All(
            ["accuracy_one_to_one", "purity", "nmi", "ari", "l_i", "downstream_accuracy_100_labels"],
            name => Assert.Equal(file[name]!.GetValue<double>(), ValueOf(metrics, name))
        );
        Assert.Equal(metrics[CodeMetrics.R2, "thickness"]!.Value, ValueOf(metrics, "continuous_r2.thickness"));
        var meaning = CodeMeaning.All(metrics.Figures).Single(m => (m.Code, m.Property) == ("thickness", "ink"));
        Assert.Equal(meaning.Spearman, ValueOf(metrics, "code_meanings.thickness.ink.spearman"));
        Assert.Equal(metrics[CategoryUsage.Consistency]!.Value, ValueOf(metrics, "categories.consistency"));
        Assert.Equal(metrics[CopyScorer.RealDistance]!.Value, ValueOf(metrics, "copies.real_distance"));
        Assert.DoesNotContain(metrics.Figures, figure => figure.Name.StartsWith("samples.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scores_of_classes_have_intervals_around_them()
    {
        var metrics = await EvaluateAsync();

        Assert.All(
            ["accuracy_one_to_one", "purity", "nmi", "ari"],
            name =>
            {
                var figure = metrics.Figures.Single(f => f.Name == name);
                Assert.InRange(figure.Value, figure.Interval!.Low, figure.Interval.High);
                Assert.InRange(figure.Interval.High - figure.Interval.Low, 1e-3, 0.1);
            }
        );
    }

    private static double ValueOf(EvaluationMetrics metrics, string name) =>
        metrics.Figures.Single(figure => figure.Name == name).Value;

    /// <summary>On data without a judge.</summary>
    private static async Task<EvaluationMetrics> EvaluateAsync()
    {
        var data = new ImageDataset("few", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(500));
        var options = new EvaluationOptions { GeneratedImages = 1000 };
        return new EvaluationRun(PretrainedModel.Mnist, data, options, TimeProvider.System)
            .Run(
                updateCard: false,
                new ImmediateProgress<ActivityReport>(_ => { }),
                TestContext.Current.CancellationToken
            )
            .Metrics;
    }
}
