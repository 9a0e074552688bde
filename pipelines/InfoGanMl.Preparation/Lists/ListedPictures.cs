using InfoGanMl.Models.Files;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;
using nietras.SeparatedValues;

namespace InfoGanMl.Preparation.Lists;

/// <summary>The pictures that a CSV file lists, with their class and what they are for, where it says so.</summary>
internal static class ListedPictures
{
    private const long MostBytes = 256L << 20;

    /// <summary>Reads the list. Files that are not there count as broken, later.</summary>
    /// <exception cref="InvalidPictureListException">It is damaged, or names what it may not.</exception>
    public static PictureList Read(string path, PreparationOptions options, CancellationToken cancellation)
    {
        var folder = new ListFolder(Path.GetDirectoryName(path)!, options.FollowLinks, cancellation);
        try
        {
            using var file = BoundedFile.Open(
                path,
                MostBytes,
                (f, e, i) => new InvalidPictureListException(path, f, e, i)
            );
            using var reader = Sep.Reader(o => o with { Unescape = true }).From(file);
            var columns = ListColumns.Find(path, reader.Header.ColNames, options.LabelColumn);
            return PictureList.Complete(folder.Path, ReadRows(path, reader, columns, folder), []);
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

    private static List<SourcePicture> ReadRows(string list, SepReader reader, ListColumns columns, ListFolder folder)
    {
        var pictures = new List<SourcePicture>();
        foreach (var row in reader)
        {
            var line = row.LineNumberFrom;
            var label = columns.Label is { } at ? row[at].ToString().Trim() : "";
            var part = columns.Split is { } split ? SplitCell.Parse(list, line, row[split].ToString()) : (Part?)null;
            var path = folder.Resolve(row[columns.Path].ToString());
            if (folder.FindFault(path) is { } fault)
            {
                throw Refuse(list, line, fault.Found, fault.Expected);
            }

            pictures.Add(folder.Look(path, label.Length == 0 ? null : label, part));
        }

        CheckParts(list, columns, pictures);
        return pictures;
    }

    private static void CheckParts(string list, ListColumns columns, List<SourcePicture> pictures)
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
}
