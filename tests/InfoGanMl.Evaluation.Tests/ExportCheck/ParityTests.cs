using InfoGanMl.Evaluation.ExportCheck;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Runs;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.ExportCheck;

[Trait("Speed", "Slow")]
public sealed class ParityTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Exported_graphs_compute_what_training_computed()
    {
        var parity = Parity.Measure(SmokeModel.Model, SmokeModel.ReferencesPath, Device.Cpu).Checked();

        Assert.InRange(parity.Worst.MaxAbsDiff, 0, parity.Worst.Tolerance);
        Assert.Equal([1, 7, 64], parity.Differences.Select(difference => difference.BatchSize).Distinct());
        Assert.Equal(
            ["category_probabilities", "features", "image", "slant_mean", "thickness_mean"],
            parity.Differences.Select(difference => difference.Tensor).Distinct().Order()
        );
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void One_value_that_differs_is_named(float difference)
    {
        var path = ReferenceTensors.PathOf(CopyReferences(), "recognizer", 7, "thickness_mean");
        var (values, shape) = ReferenceTensors.Read(path);
        values[3] += difference;
        ReferenceTensors.Write(path, values, shape);

        var problem = Assert.Throws<ParityException>(() =>
            Parity.Measure(SmokeModel.Model, _folder["references"]).Checked()
        );

        Assert.Equal(
            ("recognizer", 7, "thickness_mean"),
            (problem.Worst.Graph, problem.Worst.BatchSize, problem.Worst.Tensor)
        );
        Assert.StartsWith(
            "recognizer, batch of 7, tensor 'thickness_mean': found",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_output_of_larger_values_may_differ_by_more()
    {
        var path = ReferenceTensors.PathOf(CopyReferences(), "recognizer", 7, "thickness_mean");
        var (values, shape) = ReferenceTensors.Read(path);
        values[3] = 40;
        ReferenceTensors.Write(path, values, shape);

        var differences = Parity.Measure(SmokeModel.Model, _folder["references"]).Differences;

        var changed = differences.Single(d => (d.Graph, d.BatchSize, d.Tensor) == ("recognizer", 7, "thickness_mean"));
        Assert.Equal(40 * Parity.Tolerance, changed.Tolerance);
        Assert.True(changed.IsTooLarge);
        Assert.Equal(Parity.Tolerance, differences.Single(d => d.Tensor == "image" && d.BatchSize == 7).Tolerance);
    }

    [Fact]
    public void Missing_references_are_refused()
    {
        var problem = Assert.Throws<InvalidModelFolderException>(() =>
            Parity.Measure(SmokeModel.Model, _folder["nothing"])
        );

        Assert.Contains("for each batch size", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_tensor_is_refused()
    {
        var path = ReferenceTensors.PathOf(CopyReferences(), "generator", 1, "noise");
        File.Delete(path);

        var problem = Assert.Throws<InvalidModelFolderException>(() =>
            Parity.Measure(SmokeModel.Model, _folder["references"])
        );

        Assert.Equal(path, problem.Path);
    }

    [Fact]
    public void A_reference_of_another_shape_is_refused()
    {
        var path = ReferenceTensors.PathOf(CopyReferences(), "generator", 1, "noise");
        ReferenceTensors.Write(path, new float[63], 1, 63);

        var problem = Assert.Throws<InvalidModelFolderException>(() =>
            Parity.Measure(SmokeModel.Model, _folder["references"])
        );

        Assert.Equal(("shape [1, 63]", "[1, 62]"), (problem.Found, problem.Expected));
    }

    private string CopyReferences()
    {
        foreach (var file in Directory.GetFiles(SmokeModel.ReferencesPath, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder["references"], Path.GetRelativePath(SmokeModel.ReferencesPath, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return _folder["references"];
    }
}
