using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Samples;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>What one has to know to read a table: lines on the figures and the data that it has, and on no others.</summary>
internal static class TableNotes
{
    private static readonly string[] Sprites =
    [
        .. KnownDatasets.All.OfType<DrawnSprites>().Select(sprites => sprites.Title),
    ];

    public static IEnumerable<string> Of(IReadOnlyList<ReproducedPreset> presets)
    {
        yield return "Accuracy: ten categories matched to ten classes one to one, 10,000 test images.";
        var runs = presets.SelectMany(preset => preset.Runs);
        if (runs.Any(run => Sprites.Contains(run.Origin.EvaluationDataset)))
        {
            yield return "Of sprites, the classes are three shapes: other categories match none, and accuracy says little.";
        }

        if (presets.Any(preset => preset[CopyScorer.GeneratedDistance] is not null))
        {
            yield return "Nearest image: median distance of generated images to the nearest training image, at best as far as real"
                + " test images are.";
        }
    }
}
