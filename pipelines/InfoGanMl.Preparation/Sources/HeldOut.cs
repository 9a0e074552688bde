namespace InfoGanMl.Preparation.Sources;

/// <summary>Which pictures the test gets, where nothing says so.</summary>
internal static class HeldOut
{
    private const int Every = 7; // as in MNIST, 10,000 of 70,000

    /// <summary>Every seventh of each class, or, where no class has seven, the last of all; given parts are kept.</summary>
    /// <param name="pictures">All pictures in the order of their paths.</param>
    public static SourcePicture[] Choose(SourcePicture[] pictures)
    {
        if (pictures.Any(picture => picture.Part is not null))
        {
            return pictures;
        }

        var seen = new Dictionary<string, int>();
        SourcePicture[] chosen = [.. pictures.Select(picture => picture with { Part = PartOf(picture) })];
        if (chosen.All(picture => picture.Part == Part.Train))
        {
            chosen[^1] = chosen[^1] with { Part = Part.Test };
        }

        return chosen;

        Part PartOf(SourcePicture picture)
        {
            var number = seen[picture.Class ?? ""] = seen.GetValueOrDefault(picture.Class ?? "") + 1;
            return number % Every == 0 ? Part.Test : Part.Train;
        }
    }
}
