using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models;
using InfoGanMl.Models.Files;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using InfoGanMl.Testing.Pipelines.Reports;
using Json.Schema;

namespace InfoGanMl.Evaluation.Tests;

/// <summary>The published schema, and files against it in the eyes of a validator of others.</summary>
[Trait("Speed", "Slow")]
public class MetricsSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(MetricsSchema.Create().ToJsonString());

    public static TheoryData<string> Samples => ["whole", "unlabeled", "sparse", "several", "continuous"];

    [Fact]
    public void The_published_schema_is_that_of_the_types_that_are_written() =>
        Assert.True(
            MadeFile.IsCurrent(
                "pipelines/InfoGanMl.Evaluation/metrics.schema.json",
                _ => MetricsSchema.Create().ToJsonString(InfoGanJson.Options) + "\n"
            ),
            MadeFile.Advice
        );

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_valid(string sample) =>
        AssertValid(
            sample switch
            {
                "whole" => SampleReport.Metrics,
                "unlabeled" => SampleReport.Unlabeled,
                "sparse" => SampleReport.Sparse,
                "several" => SampleReport.WithSeveralCodes,
                _ => SampleReport.Continuous,
            }
        );

    [Fact]
    public void The_file_of_an_evaluation_is_valid()
    {
        AssertValid(Evaluate(TinyFolder.Codes));
        AssertValid(Evaluate(TinyFolder.Continuous));
    }

    [Theory]
    [InlineData("accuracy_one_to_one", "\"good\"")]
    [InlineData("test_images", "null")]
    [InlineData("categories", "{ \"sizes\": [0.5] }")]
    [InlineData("figures", "[{ \"name\": \"purity\" }]")]
    public void A_file_with_something_else_in_a_place_is_not(string member, string value)
    {
        var file = MetricsFile.ToObject(SampleReport.Metrics);
        file[member] = JsonNode.Parse(value);

        Assert.False(IsValid(file).IsValid);
    }

    private static void AssertValid(EvaluationMetrics metrics)
    {
        var result = IsValid(JsonNode.Parse(MetricsFile.ToJson(metrics))!);

        var problems = (result.Details ?? []).Where(detail => detail.Errors is not null);
        Assert.True(
            result.IsValid,
            string.Join('\n', problems.Select(p => $"{p.InstanceLocation}: {string.Join(", ", p.Errors!.Values)}"))
        );
    }

    private static EvaluationResults IsValid(JsonNode file) =>
        Schema.Evaluate(
            JsonSerializer.SerializeToElement(file),
            new Json.Schema.EvaluationOptions { OutputFormat = OutputFormat.List }
        );

    private static EvaluationMetrics Evaluate(ModelFolder model) =>
        new EvaluationRun(
            model,
            SpriteImages.For(model),
            new InfoGanMl.Evaluation.Options.EvaluationOptions { GeneratedImages = 200 },
            TimeProvider.System
        )
            .Run(updateCard: false, new Progress<ActivityReport>(), TestContext.Current.CancellationToken)
            .Metrics;
}
