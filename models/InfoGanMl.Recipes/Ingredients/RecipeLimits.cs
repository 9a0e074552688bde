namespace InfoGanMl.Recipes.Ingredients;

/// <summary>The most that a recipe may ask for, as preset files may come from strangers.</summary>
internal static class RecipeLimits
{
    /// <summary>Updates of a training, or of a start of its head start.</summary>
    public const int Steps = 10_000_000;

    /// <summary>Images in a batch.</summary>
    public const int Batch = 1 << 16;

    /// <summary>Starts of a head start.</summary>
    public const int Starts = 64;

    /// <summary>Random strokes on a copy of an image.</summary>
    public const int Strokes = 1000;

    /// <summary>Teachers of a head start.</summary>
    public const int Teachers = 1000;

    /// <summary>Neighbors of an image.</summary>
    public const int Neighbors = 1000;
}
