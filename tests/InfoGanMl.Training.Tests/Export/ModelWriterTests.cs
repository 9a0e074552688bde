using InfoGanMl.Models;
using InfoGanMl.Models.Runs;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.Export.Onnx;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Export;

public sealed class ModelWriterTests : IDisposable
{
    private static readonly TrainingFigures Figures = new()
    {
        Steps = 1,
        Seconds = 1,
        ImagesSeen = 16,
        ImagesPerSecond = 16,
        PeakRssBytes = 1,
        Device = "cpu",
    };

    private static readonly int[] BatchSizes = [1, 7, 64];

    private readonly TempFolder _folder = new();

    [Fact]
    public void The_exported_batch_norm_statistics_are_those_of_real_images()
    {
        using var gan = TinyParts.Networks(TinyRun.Options);
        var stored = ExportSpoilt(TinyRun.Options, gan);

        // The norm after the trunk's dense layer sees its outputs for all 64 images at once.
        using var _ = no_grad();
        using var images = TinyParts.Images(TinyRun.Options);
        var dense = gan.Trunk.LayersWithModules.Take(4).Select(l => l.Module);
        var outputs = dense.Aggregate(images.EveryNth(1, 0), (activation, module) => module.forward(activation));
        // 60 batches at momentum 0.1 leave 0.9^60 = 0.2 % of the spoilt mean 100.
        Assert.True(stored.allclose(outputs.mean([0]), atol: 100 * 0.0019));
    }

    [Fact]
    public void Without_real_statistics_they_are_those_that_the_training_left()
    {
        var options = TinyRun.Options with { RealStatistics = false };
        using var gan = TinyParts.Networks(options);

        Assert.All(ExportSpoilt(options, gan).data<float>(), mean => Assert.Equal(100, mean));
    }

    [Fact]
    public void References_hold_every_tensor_of_both_graphs_at_three_batch_sizes()
    {
        var options = TinyRun.Options;
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var writer = new ModelWriter(options, gan, images, new RandomSource(1, CPU));

        writer.WriteModelWithReferences(_folder["model"], _folder["references"], new("shapes", new()), Figures);

        var (generator, recognizer) = options.BuildNetworks().Tensors;
        foreach (var (graph, tensors) in new[] { ("generator", generator), ("recognizer", recognizer) })
        {
            foreach (var (batch, tensor) in BatchSizes.SelectMany(b => All(tensors).Select(t => (b, t))))
            {
                var path = ReferenceTensors.PathOf(_folder["references"], graph, batch, tensor.Name);
                var (values, shape) = ReferenceTensors.Read(path);
                Assert.Equal([batch, .. tensor.Shape], shape);
                Assert.All(values, value => Assert.True(float.IsFinite(value)));
            }
        }
    }

    [Fact]
    public void The_preview_has_a_row_of_ten_per_category()
    {
        var options = TinyRun.Options;
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var writer = new ModelWriter(options, gan, images, new RandomSource(1, CPU));

        var png = writer.DrawSamples();

        // IHDR: width 10·(8 + 2) + 2, height 3·(8 + 2) + 2.
        Assert.Equal([0, 0, 0, 102, 0, 0, 0, 32], png[16..24]);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<TensorShape> All(GraphTensors tensors) => tensors.Inputs.Concat(tensors.Outputs);

    /// <summary>Spoils the statistics as passes over generated images do, and exports.</summary>
    /// <returns>The mean in the norm after the trunk's dense layer, as exported.</returns>
    private Tensor ExportSpoilt(TrainingOptions options, InfoGan gan)
    {
        Spoil(gan.Trunk);
        using var images = TinyParts.Images(options);
        using var writer = new ModelWriter(options, gan, images, new RandomSource(1, CPU));
        var model = writer.WriteModel(_folder["model"], new("shapes", new()), Figures);
        var exported = ModelProto.Parser.ParseFrom(File.ReadAllBytes(model.RecognizerPath));
        var mean = exported.Graph.Initializer.Single(weight => weight.Name == "trunk_4_running_mean");
        return tensor(mean.RawData.ToByteArray().Chunk(4).Select(b => BitConverter.ToSingle(b)).ToArray());
    }

    private static void Spoil(LayerModule module)
    {
        foreach (
            var (_, buffer) in module
                .named_buffers()
                .Where(b => b.name.EndsWith("running_mean", StringComparison.Ordinal))
        )
        {
            buffer.fill_(100);
        }
    }
}
