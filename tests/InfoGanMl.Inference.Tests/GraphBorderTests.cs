using InfoGanMl.Models;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Testing;

namespace InfoGanMl.Inference.Tests;

public sealed class GraphBorderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Graphs_that_changed_places_are_refused()
    {
        var model = PretrainedModel.Mnist;
        var swapped = Create(model.Manifest, model.RecognizerPath, model.GeneratorPath);

        Assert.Throws<InvalidModelFolderException>(() => ImageGenerator.Open(swapped));
        var problem = Assert.Throws<InvalidModelFolderException>(() => ImageRecognizer.Open(swapped));

        Assert.Equal(swapped.RecognizerPath, problem.Path);
        Assert.Contains("noise Single[N,62]", problem.Found, StringComparison.Ordinal);
        Assert.Contains("image Single[N,1,28,28]", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_of_another_name_than_the_manifest_says_is_refused()
    {
        var model = PretrainedModel.Mnist;
        var manifest = model.Manifest;
        IReadOnlyList<TensorShape> renamed = [.. manifest.Recognizer.Outputs.Skip(1), new("digit_probabilities", [10])];
        var other = Create(
            manifest with
            {
                Recognizer = manifest.Recognizer with { Outputs = renamed },
            },
            model.GeneratorPath,
            model.RecognizerPath
        );

        var problem = Assert.Throws<InvalidModelFolderException>(() => ImageRecognizer.Open(other));

        Assert.Contains("category_probabilities Single[N,10]", problem.Found, StringComparison.Ordinal);
        Assert.Contains("digit_probabilities Single[N,10]", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_cut_short_after_the_folder_was_opened_is_refused()
    {
        var model = PretrainedModel.CopyTo(_folder["model"]);
        File.WriteAllBytes(model.GeneratorPath, File.ReadAllBytes(model.GeneratorPath)[..1000]);

        var problem = Assert.Throws<InvalidModelFolderException>(() => ImageGenerator.Open(model));

        Assert.Equal(model.GeneratorPath, problem.Path);
    }

    [Fact]
    public void A_graph_deleted_after_the_folder_was_opened_is_refused()
    {
        var model = PretrainedModel.CopyTo(_folder["model"]);
        File.Delete(model.RecognizerPath);

        Assert.Throws<InvalidModelFolderException>(() => ImageRecognizer.Open(model));
    }

    private ModelFolder Create(ModelManifest manifest, string generator, string recognizer) =>
        ModelFolder.Create(
            _folder["other"],
            manifest,
            File.ReadAllBytes(generator),
            File.ReadAllBytes(recognizer),
            preview: []
        );
}
