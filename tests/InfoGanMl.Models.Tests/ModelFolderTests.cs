using System.Security.Cryptography;
using System.Text.Json;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Latents;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests;

public sealed class ModelFolderTests : IDisposable
{
    private static readonly byte[] Generator = [1, 2, 3];
    private static readonly byte[] Recognizer = [4, 5, 6];
    private static readonly byte[] Preview = [7, 8, 9];

    private readonly TempFolder _folder = new();

    public static TheoryData<string> HashedFiles => ["generator.onnx", "recognizer.onnx", "README.md", "preview.png"];

    [Fact]
    public void A_created_folder_opens_with_all_that_was_put_in()
    {
        Create();

        var model = ModelFolder.Open(_folder["model"]);

        Assert.Equal(_folder["model"], model.FolderPath);
        Assert.Equal(Json(TinyModel.Manifest with { Files = model.Manifest.Files }), Json(model.Manifest));
        Assert.Equal(Generator, File.ReadAllBytes(model.GeneratorPath));
        Assert.Equal(Recognizer, File.ReadAllBytes(model.RecognizerPath));
        Assert.Equal(TinyModel.Manifest.Latent.Width, model.Latent.Width);
        Assert.Equal(
            ["README.md", "generator.onnx", "model.json", "preview.png", "recognizer.onnx"],
            Directory.EnumerateFiles(_folder["model"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
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

    [Theory]
    [MemberData(nameof(HashedFiles))]
    public void A_changed_byte_is_refused_with_path_found_and_expected(string name)
    {
        Create();
        var path = _folder["model/" + name];
        var bytes = File.ReadAllBytes(path);
        var expected = Hash(bytes);
        bytes[1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = Refuse();

        Assert.Equal((path, $"SHA-256 {Hash(bytes)}", expected), (error.Path, error.Found, error.Expected));
    }

    [Theory]
    [MemberData(nameof(HashedFiles))]
    [InlineData("model.json")]
    public void A_missing_file_is_refused(string name)
    {
        Create();
        File.Delete(_folder["model/" + name]);

        var error = Refuse();

        Assert.Equal((_folder["model/" + name], "no such file"), (error.Path, error.Found));
    }

    [Fact]
    public void A_missing_folder_is_refused()
    {
        var error = Refuse();

        Assert.Equal((_folder["model"], "no such folder"), (error.Path, error.Found));
        Assert.StartsWith(
            $"{_folder["model"]}: found no such folder; expected ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_newer_format_is_named_as_such_whatever_else_changed()
    {
        Create();
        File.WriteAllText(_folder["model/model.json"], """{ "format_version": 3, "all": "different" }""");

        var error = Refuse();

        Assert.Equal(("format version 3", "format version 2"), (error.Found, error.Expected));
    }

    public static TheoryData<string, string> Edits =>
        new()
        {
            { "\"format_version\"", "\"surprise\": 1, \"format_version\"" }, // unknown member
            { "\"dataset\": \"Sample\",", "" }, // missing member
            { "\"noise\": 2,", "" }, // missing member further in
            { "\"dataset\": \"Sample\"", "\"dataset\": null" },
            { "\"size\": 2", "\"size\": 1" }, // a code that chooses nothing
            { "\"height\": 2", "\"height\": 3" }, // other tensors than its own
            { "\"seed\": 1", "\"seed\": -1" },
            { "\"format_version\": 2,", "" },
            { "{", "" }, // no JSON at all
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_damaged_manifest_is_refused_with_its_path(string part, string replacement)
    {
        Create();
        var path = _folder.Edit("model/model.json", part, replacement);

        Assert.Equal(path, Refuse().Path);
    }

    [Fact]
    public void A_model_of_the_format_before_is_refused_by_its_number()
    {
        Create();
        var path = _folder.Edit("model/model.json", "\"format_version\": 2", "\"format_version\": 1");

        var error = Refuse();

        Assert.Equal((path, "format version 1", "format version 2"), (error.Path, error.Found, error.Expected));
    }

    [Fact]
    public void A_recipe_that_this_version_does_not_know_is_kept_and_not_read()
    {
        Create();
        _folder.Edit(
            "model/model.json",
            "\"steps\": 10,\n    \"learned_from\"",
            "\"unheard_of\": [1, { \"deep\": null }],\n    \"learned_from\""
        );

        var model = ModelFolder.Open(_folder["model"]).WithScores(TinyModel.Scores);

        Assert.Equal(1, model.Manifest.Options.GetProperty("unheard_of")[0].GetInt32());
        Assert.Equal(Json(model.Manifest.Options), Json(ModelFolder.Open(_folder["model"]).Manifest.Options));
    }

    [Fact]
    public void A_manifest_without_the_hash_of_a_file_is_refused()
    {
        Create();
        var manifest = TinyModel.Manifest with { Files = new Dictionary<string, string>() };
        File.WriteAllText(_folder["model/model.json"], Json(manifest));

        Assert.Equal("its hash in model.json", Refuse().Expected);
    }

    [Fact]
    public void What_an_interrupted_run_left_is_not_a_model_and_does_not_end_up_in_the_next_one()
    {
        _folder.Write("model.partial/leftover", [1]);
        Refuse();

        Create();

        Assert.False(File.Exists(_folder["model/leftover"]));
        Assert.Equal([_folder["model"]], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_finished_is_not_visible()
    {
        _folder.Write("model", [1]); // a file is in the way of the last move

        Assert.ThrowsAny<IOException>(() => Create());

        Assert.Equal([1], File.ReadAllBytes(_folder["model"]));
    }

    [Fact]
    public void A_trailing_slash_makes_no_difference()
    {
        ModelFolder.Create(_folder["model/"], TinyModel.Manifest, Generator, Recognizer, Preview);

        Assert.Equal(_folder["model"], ModelFolder.Open(_folder["model/"]).FolderPath);
    }

    [Fact]
    public void Scores_rewrite_the_manifest_and_the_card_and_keep_the_rest()
    {
        var model = Create();
        Assert.Contains("Not evaluated yet.", Card());

        model.WithScores(TinyModel.Scores);

        var scored = ModelFolder.Open(_folder["model"]);
        Assert.Equal(Json(TinyModel.Scores), Json(scored.Manifest.Scores));
        Assert.Equal(Generator, File.ReadAllBytes(scored.GeneratorPath));
        Assert.Equal(Preview, File.ReadAllBytes(_folder["model/preview.png"]));
        Assert.Contains("| one-to-one accuracy of the category | 98.76 % |", Card());
        Assert.Contains("| R² of `continuous` as Q recovers it from generated images | 0.2500 |", Card());
        Assert.DoesNotContain("Not evaluated yet.", Card());
        Assert.Equal([_folder["model"]], Directory.EnumerateDirectories(_folder.Path));
    }

    [Fact]
    public void The_card_of_a_model_that_sorts_nothing_says_so()
    {
        Create(TinyModel.Manifest.Latent with { Categorical = [] })
            .WithScores(
                TinyModel.Scores with
                {
                    Figures =
                    [
                        .. TinyModel.Scores.Figures.Where(s => s.Key.StartsWith("cont", StringComparison.Ordinal)),
                    ],
                }
            );

        Assert.Contains("The model has no categorical code, so it sorts nothing.", Card());
        Assert.DoesNotContain("L_I", Card());
        Assert.DoesNotContain("accuracy", Card());
    }

    [Fact]
    public void The_card_lists_every_code_of_several_and_none_as_picked_by_labels()
    {
        Create(TinyModel.Manifest.Latent with { Categorical = [new("category_1", 2), new("category_2", 2)] })
            .WithScores(
                new(
                    TestImages: 10_000,
                    [
                        new("categorical_codes.category_1.l_i", "L_I of category_1", 0.5, "nats")
                        {
                            Most = Math.Log(2),
                        },
                        new("categorical_codes.category_2.l_i", "L_I of category_2", 0.5, "nats")
                        {
                            Most = Math.Log(2),
                        },
                        new("categorical_codes.category_1.accuracy_one_to_one", "accuracy", 0.9876, "share"),
                    ]
                )
            );

        Assert.Contains("those of `category_1`, the first code; none was picked by labels.", Card());
        Assert.Contains("| L_I of category_1 | 0.500 of 0.693 nats |", Card());
        Assert.Contains("| accuracy | 98.76 % |", Card());
        Assert.Contains("| L_I of category_2 | 0.500 of 0.693 nats |", Card());
        Assert.Equal(3, ModelFolder.Open(_folder["model"]).Manifest.Scores!.Figures.Count);
    }

    [Fact]
    public void Scoring_again_after_an_interrupted_scoring_works()
    {
        var model = Create();
        _folder.Write("model.scored/leftover", [1]);
        _folder.Write("model.previous/leftover", [1]);

        model.WithScores(TinyModel.Scores);

        Assert.NotNull(ModelFolder.Open(_folder["model"]).Manifest.Scores);
        Assert.Equal([_folder["model"]], Directory.EnumerateDirectories(_folder.Path));
    }

    [Fact]
    public void A_scoring_that_broke_off_between_its_two_moves_has_lost_nothing()
    {
        Create();
        Directory.Move(_folder["model"], _folder["model.previous"]);

        Assert.Equal("tiny", ModelFolder.Open(_folder["model"]).Manifest.Preset);
    }

    [Fact]
    public void The_card_tells_how_to_load_the_model_and_lists_the_tensors()
    {
        Create();

        Assert.StartsWith("# InfoGAN on Sample, preset tiny, seed 1", Card(), StringComparison.Ordinal);
        Assert.Contains("| in | `category` | [N, 2] |", Card());
        Assert.Contains("| out | `image` | [N, 1, 2, 2] |", Card());
        Assert.Contains("RecognizeWithInfoGan", Card());
    }

    public void Dispose() => _folder.Dispose();

    private ModelFolder Create() => Create(TinyModel.Manifest.Latent);

    private ModelFolder Create(LatentSpace latent)
    {
        var (generator, recognizer) = ModelManifest.TensorsOf(latent, TinyModel.Manifest.Image, features: 5);
        var manifest = TinyModel.Manifest with { Latent = latent, Generator = generator, Recognizer = recognizer };
        return ModelFolder.Create(_folder["model"], manifest, Generator, Recognizer, Preview);
    }

    private InvalidModelFolderException Refuse() =>
        Assert.Throws<InvalidModelFolderException>(() => ModelFolder.Open(_folder["model"]));

    private string Card() => File.ReadAllText(_folder["model/README.md"]);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, InfoGanJson.Options);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
