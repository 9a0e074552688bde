using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Report.Charts;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>Charts of what Q's categories have to do with the classes.</summary>
internal static class ClassCharts
{
    public static Chart DrawConfusion(ClassScores classes, CategoryLabels names)
    {
        var right = names.Order.Sum(c =>
            names.Classes.Where(l => names.AreMatched(c, l)).Sum(l => classes.Confusion[c][l])
        );
        var total = classes.Confusion.Sum(row => row.Sum());
        var chart = new MatrixChart
        {
            Key = "confusion",
            Title = "Test images by category and class",
            Description =
                $"{Text.Count(right)} of {Text.Count(total, "image")} lie on the diagonal, where category and class are matched."
                + $" The largest confusions: {FindLargestConfusions(classes, names)}.",
            RowTitle = "category",
            ColumnTitle = "class",
            Columns = [.. names.Classes.Select(names.OfClass)],
            Rows =
            [
                .. names.Order.Select(category => new MatrixRow(
                    $"{category}",
                    [.. names.Classes.Select(label => ToCell(classes, names, category, label))]
                )),
            ],
        };
        return new(
            chart.ToSvg(),
            $"Test images by category and class; matched pairs are framed. Off the diagonal: {FindLargestConfusions(classes, names)}."
        );
    }

    public static Chart DrawCalibration(ClassScores classes, Figure? error)
    {
        ChartPoint[] points =
        [
            .. classes.Calibration.Select(bin => new ChartPoint(bin.Confidence, bin.Accuracy, Describe(bin))),
        ];
        var chart = new LineChart
        {
            Key = "calibration",
            Title = "Accuracy against confidence",
            Description = string.Join("; ", points.Select(point => point.Title)),
            Plot = new(Axis.OfShares("Confidence of Q"), Axis.OfShares("Sorted right")),
            Series = [new("Q", points)],
            Diagonal = "dashed: calibrated",
        };
        return new(
            chart.ToSvg(),
            "Is Q as often right as it believes? Expected calibration error "
                + $"{(error is null ? Text.None : FigureText.Value(error))}, the mean gap to the diagonal over all images; 0 is calibrated."
        );
    }

    public static Chart DrawCoverage(ClassScores classes)
    {
        ChartPoint[] points =
        [
            .. classes.Coverage.Select(point => new ChartPoint(point.Coverage, point.Accuracy, Describe(point))),
        ];
        var chart = new LineChart
        {
            Key = "coverage",
            Title = "Accuracy against coverage",
            Description = string.Join("; ", points.Select(point => point.Title)),
            Plot = new(
                Axis.OfShares("Share of images kept, the surest first"),
                Axis.AroundShares("Sorted right", points.Select(point => point.Y).Append(1))
            ),
            Series = [new("Q", points)],
        };
        return new(chart.ToSvg(), "What is gained by leaving the images that Q is least sure of to people.");
    }

    private static string Describe(CalibrationBin bin) =>
        $"{Text.Count(bin.Images, "image")}: confidence {Text.Percent(bin.Confidence, 1)}, right {Text.Percent(bin.Accuracy, 1)}";

    private static string Describe(CoveragePoint point) =>
        $"surest {Text.Percent(point.Coverage, 0)}: {Text.Percent(point.Accuracy)} right";

    private static MatrixCell ToCell(ClassScores classes, CategoryLabels names, int category, int label)
    {
        var count = classes.Confusion[category][label];
        var share = (double)count / Math.Max(1, classes.OfClass[label].Images);
        var isMatched = names.AreMatched(category, label);
        return new(
            $"{count}", // without a separator: ten columns then fit a phone
            $"category {category}, class {names.OfClass(label)}: {Text.Count(count, "image")}",
            isMatched ? Palette.Blue : Palette.Vermilion,
            // The root makes a few mistakes among a thousand images visible.
            isMatched ? share : Math.Sqrt(share)
        )
        {
            IsFramed = isMatched,
        };
    }

    private static string FindLargestConfusions(ClassScores classes, CategoryLabels names)
    {
        var cells =
            from category in names.Order
            from label in names.Classes
            let count = classes.Confusion[category][label]
            where count > 0 && !names.AreMatched(category, label)
            orderby count descending
            select $"{Text.Count(count, "image")} of {names.OfClass(label)} in {names.Long(category)}";
        string[] largest = [.. cells.Take(3)];
        return largest.Length == 0 ? "nothing" : string.Join(", ", largest);
    }
}
