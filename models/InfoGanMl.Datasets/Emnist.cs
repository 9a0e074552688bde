namespace InfoGanMl.Datasets;

/// <summary>EMNIST, whose files hold columns first, and say so nowhere.</summary>
public static class Emnist
{
    /// <summary>What is said where its images are read.</summary>
    public const string Note = "EMNIST's images lie on their side; they are turned upright.";

    /// <summary>Whether a file or a folder of this name is one of its.</summary>
    public static bool IsNamed(string name) => name.StartsWith("emnist", StringComparison.OrdinalIgnoreCase);
}
