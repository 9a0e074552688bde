using System.Text;
using InfoGanMl.Models;
using InfoGanMl.Testing;

namespace InfoGanMl.Inference.Tests;

/// <summary>Graphs that others may put into a model folder, with the hash that fits: ONNX Runtime must not see them.</summary>
public sealed class HostileGraphTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ModelFolder _model;
    private readonly byte[] _generator;

    public HostileGraphTests()
    {
        _model = TinyFolder.CopyTo(_folder["model"]);
        _generator = File.ReadAllBytes(_model.GeneratorPath);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_undamaged_graph_runs()
    {
        using var generator = ImageGenerator.Open(_model);

        Assert.Equal(64, generator.Generate(new LatentSampler(_model.Latent, seed: 1).Draw(1)).Length);
    }

    [Theory]
    [InlineData("Relu", "Selu")] // another operator
    [InlineData("transB", "transA")] // another setting
    [InlineData("latents", "latency")] // an edge from nowhere: only the first one is renamed
    [InlineData("strides", "stripes")]
    public void A_graph_with_another_word_in_it_is_refused(string word, string other) =>
        Refuse(Replace(Encoding.ASCII.GetBytes(word), Encoding.ASCII.GetBytes(other)));

    [Theory]
    [InlineData("42040A001011", "42040A001012")] // opset 18
    [InlineData("40024002", "40014002")] // strides 1 and 2
    [InlineData("40014001", "40004001")] // pads 0 and 1
    [InlineData("0840", "0841")] // a dimension that the data do not fill
    public void A_graph_with_another_number_in_it_is_refused(string bytes, string others) =>
        Refuse(Replace(Convert.FromHexString(bytes), Convert.FromHexString(others)));

    [Theory]
    [InlineData("3A00")] // a second graph, which protobuf would merge into the first
    [InlineData("CA0100")] // a function
    [InlineData("A20100")] // training information
    [InlineData("42001A00")] // a second operator set
    [InlineData("3AFFFFFFFFFFFFFFFF7F")] // more bytes than there are addresses
    [InlineData("FFFFFFFFFFFFFFFFFFFFFF")] // a number without an end
    public void A_graph_with_more_behind_it_is_refused(string more) =>
        Refuse([.. _generator, .. Convert.FromHexString(more)]);

    [Fact]
    public void A_graph_cut_short_anywhere_is_refused()
    {
        for (var length = 1; length < _generator.Length; length += 97)
        {
            Refuse(_generator[..length]);
        }
    }

    [Fact]
    public void A_file_of_absurd_size_is_refused_before_it_is_read()
    {
        using (var file = File.OpenWrite(_model.GeneratorPath))
        {
            file.SetLength(1L << 40); // takes no room on the disk
        }

        var problem = Assert.Throws<InvalidModelFolderException>(() => ImageGenerator.Open(_model));

        Assert.Equal($"{1L << 40} bytes", problem.Found);
    }

    private byte[] Replace(byte[] part, byte[] other)
    {
        var at = _generator.AsSpan().IndexOf(part);
        Assert.True(at >= 0, "The graph has no such part.");
        return [.. _generator.AsSpan(0, at), .. other, .. _generator.AsSpan(at + part.Length)];
    }

    private void Refuse(byte[] graph)
    {
        File.WriteAllBytes(_model.GeneratorPath, graph);

        var problem = Assert.Throws<InvalidModelFolderException>(() => ImageGenerator.Open(_model));

        Assert.Equal(_model.GeneratorPath, problem.Path);
        Assert.DoesNotContain("ONNX Runtime", problem.Expected, StringComparison.Ordinal); // it was not asked
    }
}
