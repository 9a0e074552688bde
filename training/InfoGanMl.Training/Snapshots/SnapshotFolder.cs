using System.Globalization;

namespace InfoGanMl.Training.Snapshots;

/// <summary>The last snapshots of a run: <c>step-000500.safetensors</c> and the one before.</summary>
/// <remarks>
/// A snapshot is flushed to the disk before it gets its name. Should the power fail before the folder knows the name, the one
/// before is there: it is deleted only when two newer ones are.
/// </remarks>
internal sealed class SnapshotFolder(string path)
{
    private const int Kept = 2;
    private const string Prefix = "step-";
    private const string Extension = ".safetensors";

    /// <summary>Whether there is one.</summary>
    public bool IsEmpty => Newest().Length == 0;

    /// <summary>Saves what a walk visits, and deletes all but the newest snapshots.</summary>
    /// <exception cref="IOException">The disk is full or broken; earlier snapshots are as they were.</exception>
    public void Save(int step, Action<IStateVisitor> walk)
    {
        Directory.CreateDirectory(path);
        using var writer = new SnapshotWriter();
        walk(writer);
        writer.WriteTo(Path.Combine(path, $"{Prefix}{step:D6}{Extension}"));
        foreach (var old in Newest().Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>Opens the newest snapshot that is whole; null where there is none at all.</summary>
    /// <exception cref="InvalidRunFolderException">There are some, and all of them are damaged.</exception>
    public SnapshotReader? OpenNewest()
    {
        InvalidRunFolderException? damage = null;
        foreach (var file in Newest())
        {
            try
            {
                return SnapshotReader.Open(file);
            }
            catch (InvalidRunFolderException damaged)
            {
                damage ??= damaged;
            }
        }

        return damage is null ? null : throw damage;
    }

    /// <summary>Deletes all of them, once the run needs them no more.</summary>
    public void Delete()
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private string[] Newest() =>
        Directory.Exists(path) ? [.. Directory.GetFiles(path, $"{Prefix}*{Extension}").OrderByDescending(StepOf)] : [];

    private static int StepOf(string file) =>
        int.TryParse(
            Path.GetFileNameWithoutExtension(file).AsSpan(Prefix.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var step
        )
            ? step
            : -1;
}
