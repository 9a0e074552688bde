namespace InfoGanMl.Preparation.Packed;

/// <summary>NumPy's files of one array each, where no name says which are images.</summary>
internal static class BareArrays
{
    private const string QuickDraw = "full_numpy_bitmap_"; // what its names begin with, before the class

    /// <summary>
    /// The images: one array is all of them, and so are those of parts, as train.npy and test.npy; otherwise each is of the class
    /// that its file is named by.
    /// </summary>
    /// <param name="variables">All arrays.</param>
    public static IReadOnlyList<ArrayVariable> FindImages(IEnumerable<ArrayVariable> variables)
    {
        var bare = variables.Where(array => array.Name.Length == 0 && array.Names.AreLabels is null).ToList();
        var areClasses = bare.Count > 1 && bare.Any(array => array.Names.PartName.Length == 0);
        return areClasses ? [.. bare.Select(array => array with { Class = ClassOf(array.File.Path) })] : bare;
    }

    private static string ClassOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith(QuickDraw, StringComparison.Ordinal) ? name[QuickDraw.Length..] : name;
    }
}
