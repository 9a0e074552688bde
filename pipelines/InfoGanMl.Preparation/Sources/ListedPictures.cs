using InfoGanMl.Models.Files;
using InfoGanMl.Preparation.Errors;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Sources;

/// <summary>The pictures that a CSV file lists: columns path and, if there are, label and split (train or test).</summary>
internal static class ListedPictures
{
    private const long MostBytes = 256L << 20;

    /// <summary>Reads the list. Files that are not there count as broken, later.</summary>
    /// <exception cref="InvalidPictureListException">It is damaged, or names what it may not.</exception>
    public static PictureList Read(string path, bool followLinks, CancellationToken cancellation)
    {
        var folder = new ListFolder(Path.GetDirectoryName(path)!, followLinks);
        try
        {
            using var file = BoundedFile.Open(
                path,
                MostBytes,
                (f, e, i) => new InvalidPictureListException(path, f, e, i)
            );
            using var reader = Sep.Reader(o =>
                    o with
                    {
                        Unescape = true,
                        ColNameComparer = StringComparer.OrdinalIgnoreCase,
                    }
                )
                .From(file);
            return PictureList.Complete(folder.Path, ReadRows(path, reader, folder, cancellation), []);
        }
        catch (Exception damage)
            when (damage is InvalidDataException or ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            throw new InvalidPictureListException(
                path,
                damage.Message,
                "a header, and as many columns in every row",
                damage
            );
        }
    }

    private static List<SourcePicture> ReadRows(
        string list,
        SepReader reader,
        ListFolder folder,
        CancellationToken cancellation
    )
    {
        var columns = Columns.Find(list, reader.Header);
        var pictures = new List<SourcePicture>();
        foreach (var row in reader)
        {
            cancellation.ThrowIfCancellationRequested();
            var line = row.LineNumberFrom;
            var path = row[columns.Path].ToString();
            var label = columns.Label is { } at ? row[at].ToString() : "";
            var part = columns.Split is { } split ? ParsePart(list, line, row[split].ToString()) : (Part?)null;
            if (folder.FindFault(path) is { } fault)
            {
                throw Refuse(list, line, fault.Found, fault.Expected);
            }

            if (pictures.Count > 0 && pictures[0].Class is null != (label.Length == 0))
            {
                throw Refuse(list, line, $"the label '{label}'", "a label in every row, or in none");
            }

            pictures.Add(folder.Look(path, label.Length == 0 ? null : label, part));
        }

        CheckParts(list, columns, pictures);
        return pictures;
    }

    private static Part ParsePart(string list, int line, string split) =>
        split.ToUpperInvariant() switch
        {
            "TRAIN" => Part.Train,
            "TEST" => Part.Test,
            _ => throw Refuse(list, line, $"the split '{split}'", "train or test"),
        };

    private static void CheckParts(string list, Columns columns, List<SourcePicture> pictures)
    {
        if (columns.Split is not null && pictures.Select(picture => picture.Part).Distinct().Count() < 2)
        {
            throw new InvalidPictureListException(
                list,
                "a column split with one value in all rows",
                "pictures to train on and pictures to test on, or no column split"
            );
        }
    }

    private static InvalidPictureListException Refuse(string list, int line, string found, string expected) =>
        new(list, $"{found} in line {line}", expected);

    /// <summary>Where the columns are.</summary>
    private sealed record Columns(int Path, int? Label, int? Split)
    {
        public static Columns Find(string list, SepReaderHeader header) =>
            IndexOf(header, "path") is { } path
                ? new(path, IndexOf(header, "label"), IndexOf(header, "split"))
                : throw new InvalidPictureListException(
                    list,
                    $"the columns {string.Join(", ", header.ColNames)}",
                    "a header with path and, if there are, label and split"
                );

        private static int? IndexOf(SepReaderHeader header, string name) =>
            header.TryIndexOf(name, out var index) ? index : null;
    }
}
