namespace InfoGanMl.Pictures;

/// <summary>Which files are taken for pictures.</summary>
public static class PictureKinds
{
    /// <summary>How their names end, in small letters.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"];

    /// <summary>Whether a file is taken for a picture, as its name says.</summary>
    public static bool Include(string path) =>
        Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
