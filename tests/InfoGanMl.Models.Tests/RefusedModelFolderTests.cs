using System.Security.Cryptography;

namespace InfoGanMl.Models.Tests;

/// <summary>Folders that are damaged, or of another format.</summary>
public sealed class RefusedModelFolderTests : IDisposable
{
    private readonly CreatedModel _model = new();

    public static TheoryData<string> HashedFiles => ["generator.onnx", "recognizer.onnx", "README.md", "preview.png"];

    public void Dispose() => _model.Dispose();

    [Theory]
    [MemberData(nameof(HashedFiles))]
    public void A_changed_byte_is_refused_with_path_found_and_expected(string name)
    {
        _model.Create();
        var path = _model.Folder["model/" + name];
        var bytes = File.ReadAllBytes(path);
        var expected = Hash(bytes);
        bytes[1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = _model.Refuse();

        Assert.Equal((path, $"SHA-256 {Hash(bytes)}", expected), (error.Path, error.Found, error.Expected));
    }

    [Theory]
    [MemberData(nameof(HashedFiles))]
    [InlineData("model.json")]
    public void A_missing_file_is_refused(string name)
    {
        _model.Create();
        File.Delete(_model.Folder["model/" + name]);

        var error = _model.Refuse();

        Assert.Equal((_model.Folder["model/" + name], "no such file"), (error.Path, error.Found));
    }

    [Fact]
    public void A_missing_folder_is_refused()
    {
        var error = _model.Refuse();

        Assert.Equal((_model.Folder["model"], "no such folder"), (error.Path, error.Found));
        Assert.StartsWith(
            $"{_model.Folder["model"]}: found no such folder; expected ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_newer_format_is_named_as_such_whatever_else_changed()
    {
        _model.Create();
        File.WriteAllText(_model.Folder["model/model.json"], """{ "format_version": 3, "all": "different" }""");

        var error = _model.Refuse();

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
        _model.Create();
        var path = _model.Folder.Edit("model/model.json", part, replacement);

        Assert.Equal(path, _model.Refuse().Path);
    }

    [Fact]
    public void A_model_of_the_format_before_is_refused_by_its_number()
    {
        _model.Create();
        var path = _model.Folder.Edit("model/model.json", "\"format_version\": 2", "\"format_version\": 1");

        var error = _model.Refuse();

        Assert.Equal((path, "format version 1", "format version 2"), (error.Path, error.Found, error.Expected));
    }

    [Fact]
    public void A_manifest_without_the_hash_of_a_file_is_refused()
    {
        _model.Create();
        var manifest = TinyModel.Manifest with { Files = new Dictionary<string, string>() };
        File.WriteAllText(_model.Folder["model/model.json"], CreatedModel.Json(manifest));

        Assert.Equal("its hash in model.json", _model.Refuse().Expected);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
