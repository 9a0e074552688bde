using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Testing.Pipelines.Reports;

/// <summary>How the model of <see cref="SampleReport"/> sorts the 10,000 test images of MNIST.</summary>
public static class SampleSorting
{
    private static readonly string[] Names = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>Test images of each digit.</summary>
    private static readonly int[] Images = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

    /// <summary>Images of a digit that fall into the category of another.</summary>
    private static readonly (int Digit, int Other, int Count)[] Mistakes =
    [
        (9, 4, 17),
        (4, 9, 14),
        (7, 2, 12),
        (2, 7, 9),
        (3, 5, 11),
        (5, 3, 10),
        (8, 3, 8),
        (6, 0, 7),
        (9, 7, 8),
        (1, 6, 5),
        (7, 9, 9),
        (8, 9, 6),
        (5, 6, 4),
        (0, 6, 3),
        (2, 1, 3),
    ];

    private static readonly int[][] Confusion = [.. SampleReport.ClassOf.Select(CountCategory)];

    public static CategoryScores Categories { get; } = new() { Sizes = [.. Confusion.Select(row => row.Sum())] };

    public static ClassScores Classes { get; } =
        new()
        {
            Names = Names,
            ClassOf = SampleReport.ClassOf,
            Confusion = Confusion,
            OfClass = [.. Enumerable.Range(0, 10).Select(ScoreOf)],
            Calibration =
            [
                new(9, 0.37, 0.33),
                new(31, 0.46, 0.48),
                new(47, 0.55, 0.51),
                new(40, 0.65, 0.62),
                new(52, 0.75, 0.69),
                new(84, 0.86, 0.77),
                new(9737, 0.996, 0.9935),
            ],
            Coverage =
            [
                .. Enumerable
                    .Range(1, 20)
                    .Select(i => new CoveragePoint(
                        i / 20.0,
                        i < 12 ? 0.9995 : 0.9995 - 0.0121 * Math.Pow((i - 11) / 9.0, 3)
                    )),
            ],
        };

    private static int[] CountCategory(int digit)
    {
        var row = new int[10];
        row[digit] = Images[digit] - Mistakes.Where(mistake => mistake.Digit == digit).Sum(mistake => mistake.Count);
        foreach (var mistake in Mistakes.Where(mistake => mistake.Other == digit))
        {
            row[mistake.Digit] += mistake.Count;
        }

        return row;
    }

    private static ClassScore ScoreOf(int digit)
    {
        var row = CountCategory(digit);
        return new(Images[digit], (double)row[digit] / row.Sum(), (double)row[digit] / Images[digit]);
    }
}
