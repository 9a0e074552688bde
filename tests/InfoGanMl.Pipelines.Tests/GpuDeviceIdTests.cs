using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Testing;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>The GPU of an <see cref="MLContext"/>, which few machines have a fourth of.</summary>
public sealed class GpuDeviceIdTests : IDisposable
{
    private static readonly ModelFolder Model = TinyFolder.Model;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Doors => ["recognize", "generate", "classify", "batch", "load", "load a stream"];

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_GPU_of_the_context_that_is_not_there_is_refused_by_its_index(string door)
    {
        var problem = Assert.Throws<DeviceUnavailableException>(() => Open(door, new() { GpuDeviceId = 3 }));

        Assert.Equal(3, problem.GpuDeviceId);
        Assert.StartsWith("Device Cuda, GPU 3: found ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("FallbackToCpu", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public void It_is_passed_over_where_the_context_allows_it(string door)
    {
        using var model = Open(door, new() { GpuDeviceId = 3, FallbackToCpu = true }) as IDisposable;
    }

    [Fact]
    public void A_GPU_that_is_asked_for_by_itself_goes_before_that_of_the_context()
    {
        var mlContext = new MLContext { GpuDeviceId = 3, FallbackToCpu = true };

        var problem = Assert.Throws<DeviceUnavailableException>(() =>
            mlContext.Transforms.RecognizeWithInfoGan(Model, gpuDeviceId: 5)
        );

        Assert.Equal(5, problem.GpuDeviceId);
    }

    [Fact]
    public void A_call_may_allow_what_the_context_does_not()
    {
        var mlContext = new MLContext { GpuDeviceId = 3 };

        Assert.NotNull(mlContext.Transforms.RecognizeWithInfoGan(Model, fallbackToCpu: true));
    }

    [Fact]
    public void An_index_below_0_is_refused()
    {
        var mlContext = new MLContext();

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            mlContext.Transforms.RecognizeWithInfoGan(Model, gpuDeviceId: -1)
        );
    }

    private object Open(string door, MLContext mlContext)
    {
        switch (door)
        {
            case "recognize":
                return mlContext.Transforms.RecognizeWithInfoGan(Model);
            case "generate":
                return mlContext.Transforms.GenerateWithInfoGan(Model);
            case "classify":
                return mlContext.ClassifyWithInfoGan(Model, mlContext.MulticlassClassification.Trainers.NaiveBayes());
            case "batch":
                return mlContext.Model.BatchInfoGan(new MLContext().Model.Load(Save(), out _));
            case "load":
                return mlContext.Model.LoadInfoGan(Save(), out _);
            default:
                using (var file = File.OpenRead(Save()))
                {
                    return mlContext.Model.LoadInfoGan(file, out _);
                }
        }
    }

    private string Save()
    {
        var mlContext = new MLContext();
        var data = mlContext.Data.LoadImages(Array.Empty<ImageRow>(), Model);
        using var recognizer = mlContext.Transforms.RecognizeWithInfoGan(Model).Fit(data);
        mlContext.Model.Save(recognizer, data.Schema, _folder["saved.zip"]);
        return _folder["saved.zip"];
    }
}
