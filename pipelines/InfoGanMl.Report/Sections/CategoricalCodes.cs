using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Sections;

/// <summary>What there is to say of several categorical codes beside the first.</summary>
internal static class CategoricalCodes
{
    /// <summary>Columns that can still be told apart.</summary>
    private const int MostColumns = 20;

    private const int WidthOnScreen = 56;

    /// <summary>The figures of each.</summary>
    public static Table List(EvaluationMetrics metrics)
    {
        var codes = metrics.CategoricalCodes;
        var kinds = Scorers
            .Kinds.Where(kind => codes.Any(code => kind.Parameters.Count == 1 && metrics[kind, code.Code] is not null))
            .ToList();
        return new(
            $"The {codes.Count} categorical codes. L_I: what Q recovers from generated images, in nats, at most H(c). Entropy: of "
                + "Q's mean answer on test images, H(c) when all categories are used alike. Accuracy and NMI: against the labels",
            ["Code", "Categories", "H(c)", .. kinds.Select(kind => kind.Column ?? kind.Title)],
            codes.Select(code => new TableRow(
                code.Code,
                [
                    Text.Count(code.Categories),
                    Text.Number(code.CodeEntropy, 3),
                    .. kinds.Select(kind => FigureText.Value(kind, metrics[kind, code.Code]?.Value)),
                ]
            ))
        );
    }

    /// <summary>A picture of what each changes.</summary>
    public static IReadOnlyList<PictureSheet> Picture(IReadOnlyList<Traversal> codes, PictureEncoder encoder) =>
        [
            .. codes.Select(code => new PictureSheet(
                encoder.EncodeSheet([.. code.Images.Select(row => row.Take(MostColumns).ToList())]),
                $"{Math.Min(code.Values.Count, MostColumns) * encoder.Format.Width * encoder.ScaleTo(WidthOnScreen)}px",
                Describe(code)
            )),
        ];

    private static string Describe(Traversal code)
    {
        var count = code.Values.Count;
        var shown =
            count > MostColumns ? $"the first {MostColumns} of its {count} categories" : $"its {count} categories";
        return $"{code.Code}: {shown} from left to right; each row has noise of its own.";
    }
}

/// <summary>Many images in one picture.</summary>
/// <param name="Source">Address of the picture, which holds the picture itself.</param>
/// <param name="Width">On the screen, where there is room for it.</param>
/// <param name="Caption">What there is to see in it.</param>
internal sealed record PictureSheet(string Source, string Width, string Caption);
