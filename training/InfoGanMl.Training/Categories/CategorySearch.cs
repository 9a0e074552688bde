using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.HeadStarts.Seeing;
using TorchSharp;
using static System.FormattableString;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Categories;

/// <summary>
/// Finds how many categories images have, without labels. With too few or too many of them, starts that differ in nothing but
/// their first weights merge or split the images each in its own way; with the right number they agree, copies stay where their
/// images are, and categories lie apart. A short head start for each number shows it.
/// </summary>
public sealed class CategorySearch
{
    private const int Starts = 4;
    private const int MostSteps = 200; // categories of digits and clothes have formed by then
    private const int MostImages = 1000;

    private readonly TrainingOptions _options;
    private readonly ImageSet _images;
    private readonly Device _device;

    /// <summary>Checks that the options can be searched with.</summary>
    /// <param name="options">One categorical code, and a head start, in which pairs tell about it.</param>
    /// <param name="images">The training images; labels are not looked at.</param>
    /// <param name="device">Where to compute.</param>
    /// <exception cref="InvalidOptionsException">They cannot.</exception>
    public CategorySearch(TrainingOptions options, ImageSet images, Device device)
    {
        InvalidOptionsException.ThrowIfAny([.. FindMistakes(options)]);
        (_options, _images, _device) = (options, images, device);
    }

    /// <summary>The numbers that are tried, from the least on.</summary>
    public IReadOnlyList<int> Candidates { get; init; } = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20];

    /// <summary>Folder for what a pretrained trunk makes of the images, which the training needs, too; null keeps nothing.</summary>
    public string? FeaturesPath { private get; init; }

    /// <summary>All that keeps options from being searched with.</summary>
    public static IEnumerable<string> FindMistakes(TrainingOptions options)
    {
        if (options.HeadStart is null || options.RealPairs is not { Information: > 0 })
        {
            yield return $"the number of categories is to be found with preset {options.Preset}, whose categories learn nothing from "
                + "copies of real images; expected a number, or a preset that does, such as pictures.";
        }

        if (options.Latent.Categorical.Count != 1)
        {
            yield return $"the number of categories is to be found for {options.Latent.Categorical.Count} categorical codes; expected "
                + "one, or numbers.";
        }
    }

    /// <summary>Tries all numbers.</summary>
    /// <param name="progress">Told how each did.</param>
    /// <param name="stop">Stops between two steps.</param>
    /// <returns>A trial for each, in the order of <see cref="Candidates"/>, as far as there are that many different images.</returns>
    public IReadOnlyList<CategoryTrial> Run(IProgress<ActivityReport> progress, CancellationToken stop)
    {
        var most = _images.CountDifferent(Candidates[^1]);
        int[] candidates = [.. Candidates.Where(count => count <= most)];
        using var seen = Look(progress, stop);
        var trials = new List<CategoryTrial>();
        foreach (var count in candidates)
        {
            var trial = Try(count, seen, stop);
            trials.Add(trial);
            progress.Report(
                ActivityReport.Of(
                    "Looking for the number of categories.",
                    trials.Count,
                    candidates.Length,
                    Invariant($"{count} categories: score {trial.Score:F2}")
                )
            );
        }

        return trials;
    }

    /// <summary>The number that did best; one that fails in one respect does not make up for it in another.</summary>
    public static int Choose(IEnumerable<CategoryTrial> trials) => trials.MaxBy(trial => trial.Score)!.Categories;

    /// <summary>Once for all numbers, as it takes longest.</summary>
    private SeenImages? Look(IProgress<ActivityReport> progress, CancellationToken stop)
    {
        if (_options.Transfer is null)
        {
            return null;
        }

        using var random = new RandomSource((ulong)_options.Seed, _device);
        using var images = new RealImages(_images.Pixels, _options.Image, random);
        return new SightFolder(FeaturesPath).See(_options, images, _device, progress, stop);
    }

    private CategoryTrial Try(int categories, SeenImages? seen, CancellationToken stop)
    {
        var plan = _options.HeadStart!;
        var options = _options with
        {
            Latent = _options.Latent.WithCategories([categories]),
            HeadStart = plan with { Starts = Starts, Steps = int.MaxValue }, // no start drops out
            Transfer = _options.Transfer is { } transfer ? transfer with { Teachers = Starts } : null,
        };
        var seed = (ulong)options.Seed;
        using var initial = new torch.Generator(seed);
        using var random = new RandomSource(seed, _device);
        using var images = new RealImages(_images.Pixels, options.Image, random);
        using var headStart = IHeadStart.Begin(options, images, seen, initial, random);
        for (var step = 0; step < Math.Min(MostSteps, plan.Steps); step++)
        {
            stop.ThrowIfCancellationRequested();
            headStart.Step();
        }

        var stride = 1 + (images.Count - 1) / MostImages;
        using var indices = arange(0, images.Count, stride, int64, device: _device);
        return Measure(options.Latent.Space, headStart, indices);
    }

    private static CategoryTrial Measure(LatentSpace latent, IHeadStart headStart, Tensor indices)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var starts = headStart.Ranking;
        var sorted = starts.Select(Sort).ToList();
        var pairs = from one in sorted.Index() from other in sorted.Skip(one.Index + 1) select (one.Item, other);
        var code = latent.Categorical.Single();
        return new(
            code.Size,
            starts.Average(start => start.Information) / code.Entropy,
            pairs.Average(pair => SortingAgreement.Measure(pair.Item.Sorted, pair.other.Sorted)),
            sorted.Average(start => SortedSilhouette.Measure(start.Features, start.Sorted))
        );

        (Tensor Features, Tensor Sorted) Sort(RecognizerStart start)
        {
            var (features, codes) = headStart.Recognize(start, indices);
            var logits = latent.CategoricalIn(codes).Single();
            return (features, nn.functional.one_hot(logits.argmax(1), logits.shape[1]).to(float32));
        }
    }
}
