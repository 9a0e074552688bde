using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Testing.Pipelines.Reports;

/// <summary>Drawn pictures for a report.</summary>
public static class SamplePictures
{
    private const int Images = 8;

    public static EvaluationPictures Draw(ImageFormat format, IReadOnlyList<int> digits)
    {
        return new()
        {
            Format = format,
            Drawn = [.. digits.Select(digit => DrawnDigit.Draw(digit, format))],
            CategoricalCodes = [],
            Categories = [.. digits.Select(digit => DrawCategory(format, digit))],
            Traversals =
            [
                Traverse("slant", (digit, value) => DrawnDigit.Draw(digit, format, slant: value)),
                Traverse("thickness", (digit, value) => DrawnDigit.Draw(digit, format, thickness: value)),
            ],
            Nearest =
            [
                .. digits.Select(digit => new NearestPicture(
                    DrawnDigit.Draw(digit, format, slant: 0.2),
                    DrawnDigit.Draw(digit, format, slant: 0.3),
                    4 + digit / 10.0
                )),
            ],
        };

        Traversal Traverse(string code, Func<int, double, byte[]> draw)
        {
            double[] values = [.. Enumerable.Range(-10, 21).Select(value => value / 5.0)];
            return new(
                code,
                values,
                [.. digits.Select(digit => (byte[][])[.. values.Select(value => draw(digit, value))])]
            );
        }
    }

    /// <summary>Pictures that no PNG makes smaller.</summary>
    public static EvaluationPictures Noise(ImageFormat format, int categories, Random random)
    {
        return new()
        {
            Format = format,
            Drawn = Draw(Images),
            Categories =
            [
                .. Enumerable.Range(0, categories).Select(_ => new CategoryPictures([], [], [], Draw(Images))),
            ],
            CategoricalCodes = [],
            Traversals =
            [
                new(
                    "slant",
                    [.. Enumerable.Range(-10, 21).Select(i => i / 5.0)],
                    [.. Enumerable.Range(0, categories).Select(_ => Draw(21))]
                ),
            ],
            Nearest = [],
        };

        byte[][] Draw(int images)
        {
            var noise = new byte[images * format.Size];
            random.NextBytes(noise);
            return [.. noise.Chunk(format.Size)];
        }
    }

    private static CategoryPictures DrawCategory(ImageFormat format, int digit)
    {
        var range = Enumerable.Range(0, Images);
        return new(
            [.. range.Select(i => Sort(digit, 0.0001 * i, Lean(i)))],
            [.. range.Select(i => Sort(digit + i % 2, 0.6 - 0.02 * i, 2 * Lean(i)))],
            [.. range.Select(i => Sort(digit + 1 + i % 9, 0.01 + 0.03 * i, Lean(i)))],
            [.. range.Select(i => DrawnDigit.Draw(digit, format, Lean(i), 0.2 * i - 0.7))]
        );

        SortedPicture Sort(int label, double doubt, double slant) =>
            new(DrawnDigit.Draw(label, format, slant), $"{label % 10}", doubt);

        static double Lean(int i) => 0.2 * i - 0.7;
    }
}
