using System.Text;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.Traces;

[Trait("Speed", "Slow")]
public sealed class TrainingTracesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_in_a_run_folder_has_what_its_training_left_there()
    {
        var traces = TrainingTraces.Beside(SmokeModel.CopyRunTo(_folder["run"]) + "/");

        Assert.Equal(
            (_folder["run/references"], null, _folder["run/metrics.jsonl"]),
            (traces.References, traces.Starts, traces.History)
        );
        var history = traces.ReadHistory();
        Assert.Equal([50, 100, 150, 200, 250], history.Select(point => point.Step - 500)); // after the head start
        Assert.All(history, point => Assert.InRange(Assert.Single(point.MutualInformation), -1, 2.303));
        Assert.All(history, point => Assert.Equal(2, point.ContinuousR2.Count));
    }

    [Fact]
    public void A_model_that_was_taken_elsewhere_has_none()
    {
        Directory.CreateDirectory(_folder["references"]); // of something else
        var model = SmokeModel.CopyTo(_folder["model"]);

        var traces = TrainingTraces.Beside(model.FolderPath);

        Assert.Equal(new TrainingTraces(), traces);
        Assert.Empty(traces.ReadHistory());
    }

    [Fact]
    public void Numbers_of_categories_that_a_training_tried_are_read_and_damaged_ones_named()
    {
        var model = SmokeModel.CopyRunTo(_folder["run"]);
        _folder.Write(
            "run/categories.json",
            """[{ "categories": 3, "information_share": 0.7, "agreement": 0.9, "silhouette": 0.5 }]"""u8.ToArray()
        );
        var damaged = _folder.Write("categories.json", "[{}]"u8.ToArray());

        var trials = TrainingTraces.Beside(model).ReadCategories();
        var problem = Assert.Throws<EvaluationException>(() =>
            new TrainingTraces(Categories: damaged).ReadCategories()
        );

        Assert.Equal(new CategoryTrial(3, 0.7, 0.9, 0.5), Assert.Single(trials));
        Assert.Contains(damaged, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_log_is_named()
    {
        var log = _folder.Write("metrics.jsonl", Encoding.UTF8.GetBytes("{\"step\":50}\n{\"step\":"));

        var problem = Assert.Throws<EvaluationException>(() => new TrainingTraces(History: log).ReadHistory());

        Assert.StartsWith(log, problem.Found, StringComparison.Ordinal);
    }
}
