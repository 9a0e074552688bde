using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Models;
using InfoGanMl.Report;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests;

/// <summary>The evaluation of models on images that are drawn from known factors.</summary>
[Trait("Speed", "Slow")]
public sealed class KnownFactorsTests
{
    private static readonly EvaluationOptions Quick = new()
    {
        GeneratedImages = 200,
        Factors = new()
        {
            TrainImages = 300,
            TestImages = 150,
            FactorVae = new()
            {
                TrainVotes = 30,
                TestVotes = 30,
                BatchSize = 16,
            },
        },
    };

    [Fact]
    public void Codes_are_scored_against_the_factors_and_the_page_compares_the_scores()
    {
        var images = SpriteImages.For(TinyFolder.Continuous) with { Sprites = new(SpriteDrawing.Gray, 32) };
        var result = Evaluate(TinyFolder.Continuous, images);

        var scores = result.Metrics.Factors!;
        Assert.Equal(["shape", "scale", "orientation", "x", "y"], scores.Factors);
        Assert.InRange(scores[FactorVaeScore.Kind], 0, 1);
        var figure = Assert.Single(result.Metrics.Figures, figure => figure.Name == "factors.factor_vae");
        Assert.Equal((scores[FactorVaeScore.Kind], 300, (int?)1), (figure.Value, figure.SampleSize, figure.Seed));
        Assert.Equal(
            scores[FactorVaeScore.Kind],
            (double)MetricsFile.ToObject(result.Metrics)["factors"]!["factor_vae"]!
        );
        var page = ReportPage.Render(result.Metrics, result.Pictures);
        Assert.Contains("Do the codes stand for what the images were drawn from?", page, StringComparison.Ordinal);
        Assert.Contains("InfoGAN-CR, picked by ModelCentrality", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_images_have_no_such_scores()
    {
        var result = Evaluate(TinyFolder.Continuous, SpriteImages.For(TinyFolder.Continuous));

        Assert.Null(result.Metrics.Factors);
        Assert.DoesNotContain(
            result.Metrics.Figures,
            figure => figure.Name.StartsWith("factors", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "what the images were drawn from",
            ReportPage.Render(result.Metrics, result.Pictures),
            StringComparison.Ordinal
        );
    }

    private static EvaluationResult Evaluate(ModelFolder model, ImageDataset data) =>
        new EvaluationRun(model, data, Quick, TimeProvider.System).Run(
            updateCard: false,
            new Progress<ActivityReport>(),
            TestContext.Current.CancellationToken
        );
}
