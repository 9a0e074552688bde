namespace InfoGanMl.Report.Elements;

/// <summary>Pictures of one kind.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Pictures">The pictures; empty where there are none.</param>
internal sealed record PictureRow(string Title, IReadOnlyList<Picture> Pictures)
{
    /// <summary>What to say where there are none.</summary>
    public string Otherwise { get; init; } = "none";
}

/// <summary>One picture.</summary>
/// <param name="Source">Its address, which holds the picture itself.</param>
/// <param name="Alternative">What it shows, for those who cannot see it.</param>
/// <param name="Caption">What stands below; null for nothing.</param>
/// <param name="Note">A second line below; null for nothing.</param>
internal sealed record Picture(string Source, string Alternative, string? Caption = null, string? Note = null);
