using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>Whether several models sort images alike, whatever they call their categories.</summary>
public sealed class RunAgreement
{
    private readonly int[,][,] _counts; // for two models, images in a category of one and a category of the other

    private RunAgreement(IReadOnlyList<ModelFolder> models)
    {
        int[] sizes = [.. models.Select(model => model.Latent.Categorical is [var code, ..] ? code.Size : 0)];
        _counts = new int[sizes.Length, sizes.Length][,];
        foreach (var (one, other) in Pairs)
        {
            _counts[one, other] = new int[sizes[one], sizes[other]];
        }
    }

    private IEnumerable<(int One, int Other)> Pairs =>
        from one in Enumerable.Range(0, _counts.GetLength(0))
        from other in Enumerable.Range(0, _counts.GetLength(0))
        select (one, other);

    /// <summary>Sorts the same images with every model, a batch at a time.</summary>
    /// <param name="models">Models for images of the same size; of several categorical codes the first counts.</param>
    /// <param name="images">At least one image; labels are not looked at.</param>
    /// <param name="device">Where Q runs.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>
    /// [model][model] the share of images in matched categories, matched one to one as categories are to classes: 1 on the
    /// diagonal; null where one of the two has no categorical code.
    /// </returns>
    public static IReadOnlyList<IReadOnlyList<double?>> Measure(
        IReadOnlyList<ModelFolder> models,
        ImageSet images,
        Device device,
        CancellationToken cancellation
    )
    {
        var recognizers = new List<ImageRecognizer>();
        try
        {
            recognizers.AddRange(models.Select(model => ImageRecognizer.Open(model, new() { Device = device })));
            var agreement = new RunAgreement(models);
            foreach (var batch in images.ToBatches())
            {
                cancellation.ThrowIfCancellationRequested();
                agreement.Add([.. recognizers.Select(model => Sort(model.Recognize(batch)))]);
            }

            return agreement.Match();
        }
        finally
        {
            recognizers.ForEach(recognizer => recognizer.Dispose());
        }
    }

    private static int[] Sort(Recognition images) =>
        images.Probabilities.Count == 0 ? [] : images.MostLikelyCategories();

    /// <param name="categories">[model][image]; no images for a model that sorts nothing.</param>
    private void Add(int[][] categories)
    {
        foreach (var (one, other) in Pairs)
        {
            foreach (var (a, b) in categories[one].Zip(categories[other]))
            {
                _counts[one, other][a, b]++;
            }
        }
    }

    private double?[][] Match() =>
        [.. Pairs.GroupBy(pair => pair.One, pair => Match(_counts[pair.One, pair.Other])).Select(row => row.ToArray())];

    private static double? Match(int[,] counts) =>
        counts.Length == 0 ? null : ClusteringMetrics.AccuracyOneToOne(ContingencyTable.Of(counts));
}
