namespace InfoGanMl.Models.Tests;

public sealed class ModelFolderTests : IDisposable
{
    private readonly CreatedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_created_folder_opens_with_all_that_was_put_in()
    {
        _model.Create();

        var model = ModelFolder.Open(_model.Folder["model"]);

        Assert.Equal(_model.Folder["model"], model.FolderPath);
        Assert.Equal(
            CreatedModel.Json(TinyModel.Manifest with { Files = model.Manifest.Files }),
            CreatedModel.Json(model.Manifest)
        );
        Assert.Equal(CreatedModel.Generator, File.ReadAllBytes(model.GeneratorPath));
        Assert.Equal(CreatedModel.Recognizer, File.ReadAllBytes(model.RecognizerPath));
        Assert.Equal(TinyModel.Manifest.Latent.Width, model.Latent.Width);
        Assert.Equal(
            ["README.md", "generator.onnx", "model.json", "preview.png", "recognizer.onnx"],
            Directory.EnumerateFiles(_model.Folder["model"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_manifest_names_the_tensors_of_both_graphs()
    {
        var (generator, recognizer) = (TinyModel.Manifest.Generator, TinyModel.Manifest.Recognizer);

        Assert.Equal(["noise", "category", "continuous"], generator.Inputs.Select(tensor => tensor.Name));
        Assert.Equal(["image"], generator.Outputs.Select(tensor => tensor.Name));
        Assert.Equal(["image"], recognizer.Inputs.Select(tensor => tensor.Name));
        Assert.Equal(
            ["category_probabilities", "continuous_mean", "features"],
            recognizer.Outputs.Select(tensor => tensor.Name)
        );
        Assert.Equal([2, 1, 5], recognizer.Outputs.Select(tensor => tensor.Width)); // 5 outputs of Q's last dense layer
    }

    [Fact]
    public void A_recipe_that_this_version_does_not_know_is_kept_and_not_read()
    {
        _model.Create();
        _model.Folder.Edit(
            "model/model.json",
            "\"steps\": 10,\n    \"learned_from\"",
            "\"unheard_of\": [1, { \"deep\": null }],\n    \"learned_from\""
        );

        var model = ModelFolder.Open(_model.Folder["model"]).WithScores(TinyModel.Scores);

        Assert.Equal(1, model.Manifest.Options.GetProperty("unheard_of")[0].GetInt32());
        Assert.Equal(
            CreatedModel.Json(model.Manifest.Options),
            CreatedModel.Json(ModelFolder.Open(_model.Folder["model"]).Manifest.Options)
        );
    }

    [Fact]
    public void What_an_interrupted_run_left_is_not_a_model_and_does_not_end_up_in_the_next_one()
    {
        _model.Folder.Write("model.partial/leftover", [1]);
        _model.Refuse();

        _model.Create();

        Assert.False(File.Exists(_model.Folder["model/leftover"]));
        Assert.Equal([_model.Folder["model"]], Directory.EnumerateFileSystemEntries(_model.Folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_finished_is_not_visible()
    {
        _model.Folder.Write("model", [1]); // a file is in the way of the last move

        Assert.ThrowsAny<IOException>(() => _model.Create());

        Assert.Equal([1], File.ReadAllBytes(_model.Folder["model"]));
    }

    [Fact]
    public void A_trailing_slash_makes_no_difference()
    {
        ModelFolder.Create(
            _model.Folder["model/"],
            TinyModel.Manifest,
            CreatedModel.Generator,
            CreatedModel.Recognizer,
            CreatedModel.Preview
        );

        Assert.Equal(_model.Folder["model"], ModelFolder.Open(_model.Folder["model/"]).FolderPath);
    }

    [Fact]
    public void Scores_rewrite_the_manifest_and_the_card_and_keep_the_rest()
    {
        var model = _model.Create();
        Assert.Contains("Not evaluated yet.", _model.Card);

        model.WithScores(TinyModel.Scores);

        var scored = ModelFolder.Open(_model.Folder["model"]);
        Assert.Equal(CreatedModel.Json(TinyModel.Scores), CreatedModel.Json(scored.Manifest.Scores));
        Assert.Equal(CreatedModel.Generator, File.ReadAllBytes(scored.GeneratorPath));
        Assert.Equal(CreatedModel.Preview, File.ReadAllBytes(_model.Folder["model/preview.png"]));
        Assert.Contains("| one-to-one accuracy of the category | 98.76 % |", _model.Card);
        Assert.Contains("| R² of `continuous` as Q recovers it from generated images | 0.2500 |", _model.Card);
        Assert.DoesNotContain("Not evaluated yet.", _model.Card);
        Assert.Equal([_model.Folder["model"]], Directory.EnumerateDirectories(_model.Folder.Path));
    }

    [Fact]
    public void Scoring_again_after_an_interrupted_scoring_works()
    {
        var model = _model.Create();
        _model.Folder.Write("model.scored/leftover", [1]);
        _model.Folder.Write("model.previous/leftover", [1]);

        model.WithScores(TinyModel.Scores);

        Assert.NotNull(ModelFolder.Open(_model.Folder["model"]).Manifest.Scores);
        Assert.Equal([_model.Folder["model"]], Directory.EnumerateDirectories(_model.Folder.Path));
    }

    [Fact]
    public void A_scoring_that_broke_off_between_its_two_moves_has_lost_nothing()
    {
        _model.Create();
        Directory.Move(_model.Folder["model"], _model.Folder["model.previous"]);

        Assert.Equal("tiny", ModelFolder.Open(_model.Folder["model"]).Manifest.Preset);
    }
}
