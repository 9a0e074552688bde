using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>An array in a file that is not read yet.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">Its name in the file; empty where it is all of the file.</param>
/// <param name="Names">What the names say of it.</param>
internal sealed record ArrayVariable(SourcePicture File, string Name, VariableNames Names)
{
    /// <summary>The class that all of its images are of; null where each has its own, or none.</summary>
    public string? Class { get; init; }

    /// <summary>Its name in the file, or else that of the file.</summary>
    public string Title => Name.Length == 0 ? File.Path : Name;

    /// <summary>What its pictures are called.</summary>
    public string Path => Name.Length == 0 ? File.Path : $"{File.Path}/{Name}";

    /// <summary>Whether it is MATLAB's, which counts from 1 and stores columns.</summary>
    public bool IsMatlab => File.Path.EndsWith(".mat", StringComparison.OrdinalIgnoreCase);
}
