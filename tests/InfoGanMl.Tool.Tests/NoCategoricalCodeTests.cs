using System.Text.Json.Nodes;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models;
using InfoGanMl.Report;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The evaluation of a model that has continuous codes alone, and so sorts nothing.</summary>
[Trait("Speed", "Slow")]
public sealed class NoCategoricalCodeTests : IDisposable
{
    private static readonly string Tool = ExecutableProcess.MetadataOf(
        typeof(NoCategoricalCodeTests).Assembly,
        "infogan"
    );

    private static readonly EvaluationOptions Quick = new() { GeneratedImages = 500, LabelEfficiency = true };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_about_categories_is_absent_and_the_rest_is_there()
    {
        using var evaluator = Evaluator.Open(TinyFolder.Continuous, Quick);

        var data = SpriteImages.For(TinyFolder.Continuous);
        var findings = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        Assert.Null(findings.Sorting);
        Assert.All(findings.Figures, figure => Assert.Null(figure.Interval));
        Assert.Equal((null, null), (findings[CodeMetrics.Information], findings[ClusteringMetrics.Accuracy]));
        Assert.Empty(findings.Figures.All(CodeMetrics.InformationOfCode));
        Assert.Equal(2, findings.Figures.All(CodeMetrics.R2).Count());
        Assert.Equal(2 * 5, findings.Figures.All(CodeMeaning.Overall).Count());
        Assert.InRange(findings[DownstreamClassifier.AccuracyOf100Labels]!.Value, 0.2, 1);
        Assert.NotNull(findings[DisentanglementMetrics.MeasuredGap]);
        Assert.Equal(200, findings.Copies.Images);
    }

    [Fact]
    public void Traversals_show_rows_of_different_noise()
    {
        using var evaluator = Evaluator.Open(TinyFolder.Continuous, Quick);

        var data = SpriteImages.For(TinyFolder.Continuous);
        var pictures = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Pictures;

        Assert.Empty(pictures.Categories);
        Assert.Equal(16, pictures.Drawn.Count);
        Assert.Equal(["continuous_1", "continuous_2"], pictures.Traversals.Select(traversal => traversal.Code));
        Assert.All(
            pictures.Traversals,
            traversal =>
            {
                Assert.Equal((-2, 2, 5), (traversal.Values[0], traversal.Values[^1], traversal.Images.Count));
                Assert.NotEqual(traversal.Images[0][0], traversal.Images[0][^1]);
                Assert.NotEqual(traversal.Images[0][0], traversal.Images[1][0]);
            }
        );
    }

    [Fact]
    public void The_one_score_of_sorting_is_refused()
    {
        using var evaluator = Evaluator.Open(TinyFolder.Continuous, Quick);

        var problem = Assert.Throws<EvaluationException>(() =>
            evaluator.MeasureAccuracy(SpriteImages.For(TinyFolder.Continuous))
        );

        Assert.StartsWith("no categorical code in", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_executable_writes_metrics_a_page_and_a_card_that_read_naturally()
    {
        var model = TinyFolder.CopyTo(TinyFolder.Continuous, _folder["model"]).FolderPath;
        var data = SpriteImages.For(TinyFolder.Continuous, train: 1100);

        var result = ExecutableProcess.Run(
            Tool,
            "evaluate",
            "--model",
            model,
            "--data",
            IdxFiles.Write(_folder["data"], data.Train, data.Test),
            "--output",
            _folder["out"],
            "--label-efficiency",
            "--update-card"
        );

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains(
            "the model has no categorical code, so it sorts nothing",
            result.Output,
            StringComparison.Ordinal
        );
        AssertAbsent(JsonNode.Parse(File.ReadAllText(_folder["out/metrics.json"]))!.AsObject());
        var run = Assert.Single(ReproducedPreset.Group(ReproducedRun.ReadAll(_folder["out"])));
        Assert.Equal((null, null), (run[CodeMetrics.Information], run[CodeMeaning.WithinCategory]));
        var card = File.ReadAllText(_folder["model/README.md"]);
        Assert.Contains("so it sorts nothing.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("L_I", card, StringComparison.Ordinal);
        Assert.Equal(
            2,
            ModelFolder.Open(model).Manifest.Scores!.Figures.Count(score => CodeMetrics.R2.Match(score.Key) is not null)
        );
    }

    [Fact]
    public void Two_of_them_are_compared_without_a_word_on_categories()
    {
        var models = new[] { TinyFolder.Continuous, TinyFolder.Continuous };

        new ReportedEvaluation(
            models,
            SpriteImages.For(TinyFolder.Continuous),
            Quick with
            {
                LabelEfficiency = false,
            },
            TimeProvider.System
        ).Run(
            _folder["out"],
            updateCards: false,
            new ImmediateProgress<ActivityReport>(_ => { }),
            TestContext.Current.CancellationToken
        );

        var page = File.ReadAllText(_folder["out/report.html"]);
        Assert.Contains("None of them has a categorical code, so they sort nothing.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("agreement-title", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A row per category", page, StringComparison.Ordinal);
        var comparison = JsonNode.Parse(File.ReadAllText(_folder["out/comparison.json"]))!;
        Assert.Null(comparison["agreement"]![0]![0]);
    }

    private static void AssertAbsent(JsonObject metrics)
    {
        Assert.All(["categories", "classes"], name => Assert.False(metrics.ContainsKey(name)));
        Assert.All(["l_i", "h_c", "accuracy_one_to_one", "purity", "nmi", "ari"], name => Assert.Null(metrics[name]));
        Assert.Equal(
            ["Q's outputs", "pixels"],
            metrics["label_efficiency"]!
                .AsArray()
                .Select(score => (string)score!["classifier"]!)
                .Where(name => !name.Contains("principal", StringComparison.Ordinal))
                .Distinct()
        );
        Assert.DoesNotContain(
            metrics["figures"]!.AsArray().Select(figure => (string)figure!["name"]!),
            name => name.Contains("categor", StringComparison.Ordinal) || name is "l_i" or "nmi"
        );
    }
}
