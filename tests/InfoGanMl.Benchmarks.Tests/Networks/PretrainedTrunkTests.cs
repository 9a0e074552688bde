using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.Networks;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks.Tests.Networks;

/// <summary>Here, as this is where both libtorch and ONNX Runtime are.</summary>
[Trait("Speed", "Slow")]
public sealed class PretrainedTrunkTests : IDisposable
{
    private const int Side = 224; // the only one that the file takes
    private static readonly string Weights = Path.Combine(AppContext.BaseDirectory, "ResNet18.onnx");
    private static readonly float[] Means = [103.06f, 115.90f, 123.15f]; // blue, green, red

    private readonly TempFolder _folder = new();

    [Fact]
    public void It_computes_what_the_file_does_in_ONNX_Runtime()
    {
        using var trunk = FreshTrunk(Side);
        PretrainedTrunk.Load(trunk, Weights);
        trunk.eval();
        using var generator = new torch.Generator(1);
        using var image = rand([1, 3, Side, Side], generator: generator);

        using var features = trunk.forward(image);

        var expected = RunFile(image);
        var scale = expected.Max();
        Assert.All(
            features.data<float>().Zip(expected),
            pair => Assert.InRange(pair.First, pair.Second - 1e-4f * scale, pair.Second + 1e-4f * scale)
        );
        Assert.Equal(ResNet18.Features, expected.Length);
    }

    [Fact]
    public void As_a_featurizer_it_computes_in_ONNX_Runtime_what_it_does_in_training()
    {
        using var trunk = FreshTrunk(64);
        PretrainedTrunk.Load(trunk, Weights);
        trunk.eval();
        using var images = rand([2, 3, 64, 64]);

        using var session = new InferenceSession(OnnxExporter.ExportFeaturizer(Presets.Photos));

        using var features = trunk.forward(images);
        var input = new DenseTensor<float>(images.data<float>().ToArray(), [2, 3, 64, 64]);
        using var outputs = session.Run([NamedOnnxValue.CreateFromTensor("image", input)]);
        var exported = outputs.Single().AsEnumerable<float>();
        Assert.All(exported.Zip(features.data<float>()), pair => Assert.Equal(pair.Second, pair.First, 1e-3f));
    }

    [Fact]
    public void A_small_image_is_doubled_as_interpolation_would_do_it_but_for_its_edge()
    {
        using var trunk = FreshTrunk(32);
        PretrainedTrunk.Load(trunk, Weights);
        var ((_, pixels), (_, doubling)) = (trunk.LayersWithModules.First(), trunk.LayersWithModules.ElementAt(1));
        using var image = rand([1, 3, 32, 32]);

        using var shifted = pixels.call(image);
        using var doubled = doubling.call(shifted);

        using var expected = nn.functional.interpolate(
            shifted,
            scale_factor: [2, 2],
            mode: InterpolationMode.Bilinear,
            align_corners: false
        );
        Assert.True(doubled[.., .., 1..63, 1..63].allclose(expected[.., .., 1..63, 1..63], atol: 1e-3));
    }

    [Fact]
    public void A_file_that_is_missing_or_another_one_is_named_with_what_was_expected()
    {
        using var trunk = FreshTrunk(32);
        var bytes = File.ReadAllBytes(Weights);
        bytes[1000] ^= byte.MaxValue;
        var other = _folder["other.onnx"];
        File.WriteAllBytes(other, bytes);

        var missing = Assert.Throws<InvalidTrunkException>(() => PretrainedTrunk.Load(trunk, _folder["none.onnx"]));
        var changed = Assert.Throws<InvalidTrunkException>(() => PretrainedTrunk.Load(trunk, other));

        Assert.Equal((_folder["none.onnx"], "no such file"), (missing.Path, missing.Found));
        Assert.Equal(other, changed.Path);
        Assert.Contains("SHA-256", changed.Found, StringComparison.Ordinal);
        Assert.Contains("ML.NET", changed.Expected, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static LayerModule FreshTrunk(int side)
    {
        using var generator = new torch.Generator(1);
        return new(
            new("trunk", new(3, side, side), ResNet18.For(new(3, side, side))),
            weightDeviation: null,
            generator
        );
    }

    /// <summary>The file's answer for an image [1, 3, H, W] in [0, 1], less the channels' means of the package's mean image.</summary>
    private static float[] RunFile(torch.Tensor image)
    {
        using var session = new InferenceSession(Weights);
        using var prepared = 255 * image.flip(1) - tensor(Means).reshape(1, 3, 1, 1);
        var input = new DenseTensor<float>(prepared.contiguous().data<float>().ToArray(), [1, 3, Side, Side]);
        using var outputs = session.Run([NamedOnnxValue.CreateFromTensor(session.InputNames[0], input)]);
        return [.. outputs[0].AsEnumerable<float>()];
    }
}
