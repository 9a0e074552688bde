namespace InfoGanMl.Preparation.Sources;

/// <summary>A picture as it was found; nobody has opened it yet.</summary>
/// <param name="Path">From the source's folder, with slashes.</param>
/// <param name="Class">Its class; null where there are none.</param>
/// <param name="Part">What it is for; null where that is not given.</param>
/// <param name="Length">Bytes of the file; -1 where there is none.</param>
/// <param name="Written">When it was last written to.</param>
internal sealed record SourcePicture(string Path, string? Class, Part? Part, long Length, DateTime Written);

/// <summary>What an image is for.</summary>
internal enum Part
{
    Train,
    Test,
}
