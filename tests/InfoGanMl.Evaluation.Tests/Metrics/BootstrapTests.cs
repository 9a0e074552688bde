using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class BootstrapTests
{
    /// <summary>800 of 1,000 images are where they belong.</summary>
    private static readonly ContingencyTable Table = ContingencyTable.Of(
        new[,]
        {
            { 500, 0 },
            { 200, 300 },
        }
    );

    [Fact]
    public void The_interval_of_a_share_is_that_of_the_binomial_distribution()
    {
        // 0.8 ± 1.96·√(0.8·0.2 / 1000) = 0.8 ± 0.0248
        var interval = Assert.Single(Bootstrap.Measure(Table, [ShareRight], seed: 1, resamples: 10_000));

        Assert.Equal(0.8 - 0.0248, interval.Low, tolerance: 0.002);
        Assert.Equal(0.8 + 0.0248, interval.High, tolerance: 0.002);
    }

    [Fact]
    public void The_interval_leaves_out_25_of_1000_results_on_either_side()
    {
        // The results are 1 to 1,000, whatever is drawn, and their median on the images: k = ⌊1001 · 0.025⌋ = 25.
        var calls = 0;

        Assert.Equal(
            [new Interval(25, 976)],
            Bootstrap.Measure(Table, [table => ReferenceEquals(table, Table) ? 500.5 : ++calls], seed: 1)
        );
        Assert.Equal(1000, calls);
    }

    [Fact]
    public void Images_that_are_all_alike_leave_no_room()
    {
        var table = ContingencyTable.Of(
            new[,]
            {
                { 7 },
            }
        );

        Assert.Equal([new Interval(1, 1)], Bootstrap.Measure(table, [ClusteringMetrics.PurityOf], seed: 1));
    }

    [Fact]
    public void Every_image_is_as_likely_as_any_other()
    {
        var counts = new[,]
        {
            { 1, 40, 0 },
            { 7, 0, 2 },
            { 300, 25, 25 },
        };

        var drawn = Draw(ContingencyTable.Of(counts), resamples: 2000);

        foreach (
            var (category, @class) in from row in Enumerable.Range(0, 3)
            from c in Enumerable.Range(0, 3)
            select (row, c)
        )
        {
            // The mean of 2,000 counts, each of variance n·p·(1 − p), within 4 standard errors.
            var expected = counts[category, @class];
            var error = Math.Sqrt(expected * (1 - expected / 400.0) / 2000);
            Assert.Equal(expected, drawn.Average(table => table[category, @class]), tolerance: 4 * error);
        }
    }

    [Fact]
    public void As_many_images_are_drawn_as_there_are_and_in_a_table_of_the_same_size()
    {
        Assert.All(
            Draw(Table, resamples: 100),
            table => Assert.Equal((1000, 2, 2), (table.Total, table.CategorySizes.Count, table.ClassSizes.Count))
        );
    }

    [Fact]
    public void All_metrics_see_the_same_draws()
    {
        var intervals = Bootstrap.Measure(Table, [ShareRight, table => -ShareRight(table)], seed: 1);

        Assert.Equal((-intervals[0].High, -intervals[0].Low), (intervals[1].Low, intervals[1].High));
    }

    [Fact]
    public void The_seed_decides()
    {
        Assert.Equal(Bootstrap.Measure(Table, [ShareRight], seed: 1), Bootstrap.Measure(Table, [ShareRight], seed: 1));
        Assert.NotEqual(
            Draw(Table, resamples: 39).Select(ShareRight),
            Draw(Table, resamples: 39, seed: 2).Select(ShareRight)
        );
    }

    public static TheoryData<int[,]> Tables =>
        [
            new[,]
            {
                { 90, 5, 5 },
                { 10, 80, 10 },
                { 0, 20, 80 },
            },
            // Few images for many categories, which mean nothing: what is drawn agrees better than the images do.
            new[,]
            {
                { 1, 1, 0, 1 },
                { 1, 0, 1, 1 },
                { 0, 1, 1, 1 },
                { 1, 1, 1, 0 },
                { 1, 0, 1, 1 },
                { 0, 1, 1, 0 },
            },
        ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_clustering_metrics_lie_within_their_intervals(int[,] counts)
    {
        var table = ContingencyTable.Of(counts);
        Func<ContingencyTable, double>[] metrics =
        [
            ClusteringMetrics.AccuracyOneToOne,
            ClusteringMetrics.PurityOf,
            ClusteringMetrics.NormalizedMutualInformation,
            ClusteringMetrics.AdjustedRandIndex,
        ];

        var intervals = Bootstrap.Measure(table, metrics, seed: 1);

        Assert.All(
            metrics.Zip(intervals),
            pair => Assert.InRange(pair.First(table), pair.Second.Low, pair.Second.High)
        );
    }

    [Fact]
    public void Too_few_resamples_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Bootstrap.Measure(Table, [ShareRight], seed: 1, resamples: 38)
        );
    }

    private static double ShareRight(ContingencyTable table) => (table[0, 0] + table[1, 1]) / (double)table.Total;

    private static List<ContingencyTable> Draw(ContingencyTable table, int resamples, int seed = 1)
    {
        var drawn = new List<ContingencyTable>();
        Bootstrap.Measure(table, [Keep], seed, resamples);
        return drawn;

        double Keep(ContingencyTable resample)
        {
            drawn.Add(resample);
            return 0;
        }
    }
}
