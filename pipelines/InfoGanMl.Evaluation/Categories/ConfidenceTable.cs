using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>
/// Counts images by how sure Q is of their category, by that category and by their class: all that calibration and coverage
/// need, in memory that does not grow with the number of images.
/// </summary>
/// <param name="categories">Number of categories, at least 1.</param>
/// <param name="classes">Number of classes, at least 1.</param>
public sealed class ConfidenceTable(int categories, int classes)
{
    /// <summary>Expected calibration error.</summary>
    public static readonly FigureKind CalibrationError = new(
        "classes.expected_calibration_error",
        "Expected calibration error",
        Unit.Share,
        "Mean gap between how sure Q is and how often it is right: 0 is calibrated."
    )
    {
        Paper = "Guo et al. 2017, eq. 3",
        LowerIsBetter = true,
    };

    private const int CalibrationSteps = 10;

    private readonly int[,,] _counts = new int[ConfidenceBins.Count, AtLeastOne(categories), AtLeastOne(classes)];

    // Of doubts, since near 1 a sum of confidences would lose them to rounding.
    private readonly double[] _doubt = new double[ConfidenceBins.Count];

    /// <summary>Images of each class in each category, of any confidence.</summary>
    /// <exception cref="InvalidOperationException">No image was added.</exception>
    public ContingencyTable Counts
    {
        get
        {
            var counts = new int[categories, classes];
            foreach (var (bin, category, @class) in Cells())
            {
                counts[category, @class] += _counts[bin, category, @class];
            }

            return counts.Cast<int>().Any(count => count > 0)
                ? ContingencyTable.Of(counts)
                : throw new InvalidOperationException("Found no images; expected at least one to be added before.");
        }
    }

    /// <summary>Counts one image.</summary>
    /// <param name="category">Its most likely category, from 0.</param>
    /// <param name="class">Its class, from 0.</param>
    /// <param name="doubt">
    /// Probability in [0, 1] that Q gives to all other categories together: 1 − confidence, but precise where Q is nearly sure.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such category or class, or the doubt is no probability.</exception>
    public void Add(int category, int @class, double doubt)
    {
        RequireBelow(category, categories, nameof(category));
        RequireBelow(@class, classes, nameof(@class));
        var bin = ConfidenceBins.Find(doubt);
        _counts[bin, category, @class]++;
        _doubt[bin] += doubt;
    }

    /// <summary>Compares confidence with accuracy in ten equal steps of confidence from 0 to 1; those without images are left out.</summary>
    /// <param name="classOf">
    /// The class of each category (<see cref="ClusteringMetrics.MatchClasses"/>). Images in a category without one, -1 or past
    /// the end of the list, count as wrong.
    /// </param>
    public IReadOnlyList<CalibrationBin> Calibrate(IReadOnlyList<int> classOf) =>
        [
            .. from bin in Enumerable.Range(0, ConfidenceBins.Count)
            group bin by ConfidenceBins.Step(bin, CalibrationSteps) into step
            let images = step.Sum(Images)
            where images > 0
            orderby step.Key
            select new CalibrationBin(
                images,
                1 - step.Sum(bin => _doubt[bin]) / images,
                step.Sum(bin => Right(bin, classOf)) / (double)images
            ),
        ];

    /// <summary>Mean over the images of the gap between confidence and accuracy in their step (Guo et al. 2017, eq. 3).</summary>
    /// <param name="steps">Result of <see cref="Calibrate"/>.</param>
    /// <exception cref="ArgumentException">There are no images.</exception>
    public static double ExpectedCalibrationError(IReadOnlyList<CalibrationBin> steps)
    {
        var images = steps.Sum(step => (double)step.Images);
        return images > 0
            ? steps.Sum(step => step.Images * Math.Abs(step.Accuracy - step.Confidence)) / images
            : throw new ArgumentException("Found no images; expected at least one.", nameof(steps));
    }

    /// <summary>
    /// Accuracy among the images that Q is surest of, from few to all: the risk-coverage curve of a classifier that may
    /// abstain (Geifman and El-Yaniv 2017). One point for each confidence at which images were found; the last covers all.
    /// </summary>
    /// <param name="classOf">As for <see cref="Calibrate"/>.</param>
    public IReadOnlyList<CoveragePoint> Coverage(IReadOnlyList<int> classOf)
    {
        var all = Enumerable.Range(0, ConfidenceBins.Count).Sum(Images);
        var (covered, right) = (0, 0);
        var points = new List<CoveragePoint>();
        for (var bin = ConfidenceBins.Count - 1; bin >= 0; bin--)
        {
            if (Images(bin) > 0)
            {
                covered += Images(bin);
                right += Right(bin, classOf);
                points.Add(new((double)covered / all, (double)right / covered));
            }
        }

        return points;
    }

    private int Images(int bin) => Cells(bin).Sum(cell => _counts[bin, cell.Category, cell.Class]);

    private int Right(int bin, IReadOnlyList<int> classOf) =>
        Enumerable
            .Range(0, Math.Min(categories, classOf.Count))
            .Where(category => classOf[category] >= 0 && classOf[category] < classes)
            .Sum(category => _counts[bin, category, classOf[category]]);

    private IEnumerable<(int Bin, int Category, int Class)> Cells() =>
        Enumerable.Range(0, ConfidenceBins.Count).SelectMany(Cells);

    private IEnumerable<(int Bin, int Category, int Class)> Cells(int bin) =>
        from category in Enumerable.Range(0, categories)
        from @class in Enumerable.Range(0, classes)
        select (bin, category, @class);

    private static int AtLeastOne(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return size;
    }

    private static void RequireBelow(int index, int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count, name);
    }
}
