using InfoGanMl.Recipes;
using InfoGanMl.Training.Export;
using InfoGanMl.Training.Export.Onnx;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Export;

public class OnnxExporterTests
{
    public static TheoryData<string> PresetNames => [.. Presets.All.Select(preset => preset.Preset)];

    [Theory]
    [MemberData(nameof(PresetNames))]
    public void Every_preset_exports_graphs_that_old_runtimes_load(string preset)
    {
        var (generator, recognizer) = Export(Presets.Find(preset));

        foreach (var model in new[] { generator, recognizer })
        {
            Assert.Equal(8, model.IrVersion);
            Assert.Equal([("", 17L)], model.OpsetImport.Select(opset => (opset.Domain, opset.Version)));
            Assert.All(Borders(model), tensor => Assert.Equal("N", tensor.Type.TensorType.Shape.Dim[0].DimParam));
        }
    }

    [Fact]
    public void Tensors_are_named_after_the_latent_space()
    {
        var (generator, recognizer) = Export(Presets.Mnist);

        Assert.Equal(["noise", "category", "slant", "thickness"], generator.Graph.Input.Select(t => t.Name));
        Assert.Equal(["image"], generator.Graph.Output.Select(t => t.Name));
        Assert.Equal(["image"], recognizer.Graph.Input.Select(t => t.Name));
        Assert.Equal(
            ["category_probabilities", "slant_mean", "thickness_mean", "features"],
            recognizer.Graph.Output.Select(t => t.Name)
        );
    }

    [Fact]
    public void No_name_has_a_dot_and_every_tensor_at_the_border_is_described()
    {
        foreach (var model in Both(Export(Presets.Mnist)))
        {
            var names = model.Graph.Node.SelectMany(node => node.Output.Append(node.Name));
            Assert.DoesNotContain(
                names.Concat(model.Graph.Initializer.Select(w => w.Name)),
                name => name.Contains('.')
            );
            Assert.All(Borders(model), tensor => Assert.NotEmpty(tensor.DocString));
            Assert.NotEmpty(model.DocString);
            Assert.Contains(model.MetadataProps, entry => entry is { Key: "preset", Value: "mnist" });
        }
    }

    [Fact]
    public void Every_name_that_a_node_reads_is_written_before_it()
    {
        foreach (var model in Both(Export(Presets.MnistPaper)))
        {
            var known = model
                .Graph.Input.Select(t => t.Name)
                .Concat(model.Graph.Initializer.Select(t => t.Name))
                .ToHashSet();
            foreach (var node in model.Graph.Node)
            {
                Assert.Subset(known, node.Input.ToHashSet());
                Assert.All(node.Output, output => Assert.True(known.Add(output), $"{output} is written twice"));
            }

            Assert.Subset(known, model.Graph.Output.Select(t => t.Name).ToHashSet());
        }
    }

    [Fact]
    public void Weights_are_stored_as_they_are()
    {
        using var gan = new InfoGan(Presets.Mnist, new Generator(1), CPU);
        var model = ModelProto.Parser.ParseFrom(OnnxExporter.ExportGenerator(gan, Presets.Mnist));
        var stored = model.Graph.Initializer.Single(weight => weight.Name == "generator_0_weight");

        Assert.Equal([7 * 7 * 64, 74], stored.Dims);
        Assert.Equal(gan.Generator.parameters().First().bytes.ToArray(), stored.RawData.ToByteArray());
    }

    private static (ModelProto Generator, ModelProto Recognizer) Export(TrainingOptions options)
    {
        using var gan = new InfoGan(options, new Generator(1), CPU);
        return (
            ModelProto.Parser.ParseFrom(OnnxExporter.ExportGenerator(gan, options)),
            ModelProto.Parser.ParseFrom(OnnxExporter.ExportRecognizer(gan, options, new()))
        );
    }

    private static IEnumerable<ModelProto> Both((ModelProto Generator, ModelProto Recognizer) models) =>
        [models.Generator, models.Recognizer];

    private static IEnumerable<ValueInfoProto> Borders(ModelProto model) =>
        model.Graph.Input.Concat(model.Graph.Output);
}
