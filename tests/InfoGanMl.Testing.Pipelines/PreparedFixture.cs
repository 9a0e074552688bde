using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Preparation;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Output;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>A folder of pictures, and another that they are prepared into, for one test.</summary>
public sealed class PreparedFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>What the preparation has said.</summary>
    public List<ActivityReport> Reports { get; } = [];

    /// <summary>The same without how far it was.</summary>
    public IReadOnlyList<string> Lines => [.. Reports.Select(report => report.Name)];

    /// <summary>The time, for its lines.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Receives every line at once.</summary>
    public Action<string> OnLine { get; set; } = _ => { };

    public string Pictures => _folder["pictures"];

    public string Output => _folder["out"];

    public string this[string name] => _folder[name];

    /// <summary>Everything that lies beside the pictures.</summary>
    public IEnumerable<string> Beside =>
        Directory
            .GetFileSystemEntries(_folder.Path)
            .Select(Path.GetFileName)
            .OfType<string>()
            .Except(["pictures"])
            .Order();

    public PreparedFixture Add(string name, byte[] picture)
    {
        _folder.Write(Path.Combine("pictures", name), picture);
        return this;
    }

    /// <summary>Pictures of two classes, cats 10, 20 ... and dogs 110, 120 ... light.</summary>
    public PreparedFixture AddCatsAndDogs()
    {
        for (var i = 1; i <= 8; i++)
        {
            Add($"cat/{i}.png", Drawing.Gray(10 * i)).Add($"dog/{i}.png", Drawing.Gray(100 + 10 * i));
        }

        return this;
    }

    public PreparedPictures Prepare(PreparationOptions? options = null, CancellationToken? cancellation = null)
    {
        var progress = new ImmediateProgress<ActivityReport>(report =>
        {
            Reports.Add(report);
            OnLine(report.Name);
        });
        return new PicturePreparation(options ?? new(), Clock, progress).Run(Pictures, Output, cancellation ?? default);
    }

    /// <summary>What a training reads.</summary>
    public Task<ImageDataset> OpenAsync() => IdxFolder.OpenAsync(Output);

    public void Dispose() => _folder.Dispose();
}
