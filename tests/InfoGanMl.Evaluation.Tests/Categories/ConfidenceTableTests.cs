using InfoGanMl.Evaluation.Categories;

namespace InfoGanMl.Evaluation.Tests.Categories;

public sealed class ConfidenceTableTests
{
    private static readonly int[] SameClass = [0, 1];

    [Fact]
    public void Images_of_any_confidence_are_counted_by_category_and_class()
    {
        var counts = Table((0, 0, 0), (0, 1, 0.3), (0, 1, 1e-5), (1, 1, 0.5)).Counts;

        Assert.Equal((1, 2, 0, 1), (counts[0, 0], counts[0, 1], counts[1, 0], counts[1, 1]));
        Assert.Equal([3, 1], counts.CategorySizes);
        Assert.Equal([1, 3], counts.ClassSizes);
    }

    [Fact]
    public void Categories_and_classes_without_images_count_too()
    {
        var table = new ConfidenceTable(categories: 3, classes: 4);
        table.Add(0, 0, 0);

        Assert.Equal([1, 0, 0], table.Counts.CategorySizes);
        Assert.Equal([1, 0, 0, 0], table.Counts.ClassSizes);
    }

    [Fact]
    public void Calibration_is_as_worked_by_hand()
    {
        // 0.85 (right) and 0.89 (wrong) are in the ninth step: confidence 0.87, accuracy ½. 0.98 (right) is in the tenth.
        var steps = Table((0, 0, 0.15), (0, 1, 0.11), (1, 1, 0.02)).Calibrate(SameClass);

        Assert.Equal([2, 1], steps.Select(step => step.Images));
        Assert.Equal([0.87, 0.98], steps.Select(step => step.Confidence), Near);
        Assert.Equal([0.5, 1], steps.Select(step => step.Accuracy));
        // (2·|½ − 0.87| + 1·|1 − 0.98|) / 3
        Assert.Equal(0.76 / 3, ConfidenceTable.ExpectedCalibrationError(steps), precision: 12);
    }

    [Fact]
    public void Confidence_that_is_always_justified_is_calibrated()
    {
        var sure = Table((0, 0, 0), (1, 1, 0), (1, 1, 0)).Calibrate(SameClass);
        var even = Table((0, 0, 0.5), (0, 1, 0.5)).Calibrate(SameClass);

        Assert.Equal(0, ConfidenceTable.ExpectedCalibrationError(sure));
        Assert.Equal(0, ConfidenceTable.ExpectedCalibrationError(even), precision: 12);
    }

    [Fact]
    public void Confidence_that_is_never_justified_is_an_error_of_1()
    {
        var steps = Table((0, 1, 0), (1, 0, 0)).Calibrate(SameClass);

        Assert.Equal(1, ConfidenceTable.ExpectedCalibrationError(steps));
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.7)]
    [InlineData(0.5)]
    [InlineData(0.3)]
    [InlineData(0.1)]
    public void A_confidence_between_two_steps_belongs_to_the_surer_one(double doubt)
    {
        // 1 − 0.9 rounds to less than 0.1, and must not count as less.
        var steps = Table((0, 0, doubt), (0, 0, doubt - 0.05)).Calibrate(SameClass);

        Assert.Equal(2, Assert.Single(steps).Images);
    }

    [Fact]
    public void All_ten_steps_are_told_apart()
    {
        var table = Table([.. Enumerable.Range(0, 10).Select(step => (0, 0, 0.95 - step / 10.0))]);

        Assert.Equal(
            Enumerable.Range(0, 10).Select(step => 0.05 + step / 10.0),
            table.Calibrate(SameClass).Select(step => step.Confidence),
            Near
        );
    }

    [Fact]
    public void Coverage_is_as_worked_by_hand()
    {
        // By confidence: 1 − 10⁻⁶ right, 0.995 wrong, 0.8 right and right, 0.4 wrong.
        var points = Table((0, 0, 1e-6), (0, 1, 0.005), (1, 1, 0.2), (0, 0, 0.2), (1, 0, 0.6)).Coverage(SameClass);

        Assert.Equal([0.2, 0.4, 0.8, 1], points.Select(point => point.Coverage));
        Assert.Equal([1, 0.5, 0.75, 0.6], points.Select(point => point.Accuracy));
    }

    [Fact]
    public void Confidences_next_to_1_are_told_apart_by_their_doubt()
    {
        // A tenth of a decade apart, down to 10⁻¹²; what is below is one step.
        double[] doubts = [0.0101, 0.0099, 1e-3, 0.9e-3, 0.7e-3, 1e-6, 0.7e-6, 1e-9, 1.4e-12, 1e-12, 1e-15, 0];

        var points = Table([.. doubts.Select(doubt => (0, 0, doubt))]).Coverage(SameClass);

        // 10⁻³ and 0.9·10⁻³ = 10⁻³·⁰⁵ are in one step, and so are the last three.
        Assert.Equal(doubts.Length - 3, points.Count);
        Assert.Equal(3 / 12.0, points[0].Coverage);
    }

    [Fact]
    public void Doubts_add_up_without_being_lost_next_to_1()
    {
        var table = Table([.. Enumerable.Repeat((0, 0, 3e-16), 1000)]);

        Assert.Equal(1 - 3e-16, Assert.Single(table.Calibrate(SameClass)).Confidence);
    }

    [Theory]
    [InlineData(new[] { 0, -1 })]
    [InlineData(new[] { 0 })]
    public void Images_in_a_category_without_a_class_count_as_wrong(int[] classOf)
    {
        var table = Table((0, 0, 0), (1, 1, 0));

        Assert.Equal(0.5, Assert.Single(table.Calibrate(classOf)).Accuracy);
        Assert.Equal(new CoveragePoint(1, 0.5), Assert.Single(table.Coverage(classOf)));
    }

    [Fact]
    public void Without_images_there_is_nothing_to_say()
    {
        Assert.Empty(Table().Calibrate(SameClass));
        Assert.Empty(Table().Coverage(SameClass));
        Assert.Throws<InvalidOperationException>(() => Table().Counts);
        Assert.Throws<ArgumentException>(() => ConfidenceTable.ExpectedCalibrationError([]));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0, -0.01)]
    [InlineData(0, 0, 1.01)]
    [InlineData(0, 0, double.NaN)]
    public void What_is_no_category_class_or_probability_is_refused(int category, int @class, double doubt)
    {
        var table = Table();

        Assert.Throws<ArgumentOutOfRangeException>(() => table.Add(category, @class, doubt));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public void A_table_without_categories_or_classes_is_refused(int categories, int classes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfidenceTable(categories, classes));
    }

    private static bool Near(double expected, double found) => Math.Abs(expected - found) < 1e-12;

    private static ConfidenceTable Table(params (int Category, int Class, double Doubt)[] images)
    {
        var table = new ConfidenceTable(categories: 2, classes: 2);
        foreach (var (category, @class, doubt) in images)
        {
            table.Add(category, @class, doubt);
        }

        return table;
    }
}
