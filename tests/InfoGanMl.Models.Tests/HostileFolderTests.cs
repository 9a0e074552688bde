using System.Diagnostics;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests;

/// <summary>What tests/InfoGanMl.Fuzz found in model folders that others had made.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public HostileFolderTests() => TinyFolder.CopyTo(_folder["model"]);

    public static TheoryData<string> Files =>
        ["model.json", "generator.onnx", "recognizer.onnx", "README.md", "preview.png"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_link_is_refused_whatever_it_leads_to(string name)
    {
        File.Move(_folder["model/" + name], _folder["outside"]);
        File.CreateSymbolicLink(_folder["model/" + name], "../outside");

        var error = Refuse();

        Assert.Equal((_folder["model/" + name], "a link to ../outside"), (error.Path, error.Found));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_pipe_is_refused_before_it_blocks(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders.");
        File.Delete(_folder["model/" + name]);
        Process.Start("mkfifo", _folder["model/" + name]).WaitForExit();

        Assert.Equal(_folder["model/" + name], Refuse().Path);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_absurd_size_is_refused_before_it_is_read(string name)
    {
        using (var file = File.OpenWrite(_folder["model/" + name]))
        {
            file.SetLength(1L << 40); // takes no room on the disk
        }

        Assert.Equal($"{1L << 40} bytes", Refuse().Found);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_folder_in_place_of_a_file_is_refused(string name)
    {
        File.Delete(_folder["model/" + name]);
        Directory.CreateDirectory(_folder["model/" + name]);

        Assert.Equal((_folder["model/" + name], "no such file"), (Refuse().Path, Refuse().Found));
    }

    public static TheoryData<string, string> Edits =>
        new()
        {
            { "\"categorical\": [", "\"categorical\": [null," },
            { "\"generator\": [", "\"generator\": [null," },
            { "\"seconds\": 1", "\"seconds\": 1e999" }, // would be infinite
            { "\"seed\": 1", "\"seed\": 1, \"seed\": 2" },
            { "\"seed\": 1", "\"seed\": " + new string('[', 100) + new string(']', 100) },
            { "\"prior\": \"Uniform\"", "\"prior\": 99" },
            { "\"size\": 3", "\"size\": 2147483647" },
            { "\"noise\": 6", "\"noise\": 2147483647" },
            { "\"height\": 8", "\"height\": 65536" },
            { "\"name\": \"slant\"", "\"name\": \"" + new string('a', 1000) + "\"" },
            { "\"name\": \"features\"", "\"name\": \"other\"" }, // not as the options say
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_manifest_that_asks_for_the_absurd_is_refused(string part, string replacement)
    {
        var path = _folder.Edit("model/model.json", part, replacement);

        Assert.Equal(path, Refuse().Path);
    }

    [Fact]
    public void Names_of_other_files_in_the_manifest_lead_nowhere()
    {
        var path = _folder["model/model.json"];
        File.WriteAllText(
            path,
            File.ReadAllText(path)
                .Replace("\"files\": {", "\"files\": { \"../outside\": \"00\",", StringComparison.Ordinal)
        );

        Assert.Equal(_folder["model"], ModelFolder.Open(_folder["model"]).FolderPath); // nothing outside was looked for
    }

    private InvalidModelFolderException Refuse() =>
        Assert.Throws<InvalidModelFolderException>(() => ModelFolder.Open(_folder["model"]));
}
