using InfoGanMl.Pipelines.Naming;

namespace InfoGanMl.Pipelines.Tests.Naming;

public sealed class OptimalAssignmentTests
{
    [Fact]
    public void A_choice_that_is_best_for_one_row_gives_way_to_the_best_total()
    {
        // Row 0 alone would take column 0 (10); together 9 + 8 = 17 beats 10 + 1 = 11.
        Assert.Equal(
            [1, 0],
            OptimalAssignment.Maximize(
                new double[,]
                {
                    { 10, 9 },
                    { 8, 1 },
                }
            )
        );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    [InlineData(6, 6)]
    public void No_permutation_gains_more(int rows, int columns)
    {
        var random = new Random(rows * 10 + columns);
        for (var trial = 0; trial < 100; trial++)
        {
            var gains = new double[rows, columns];
            Fill(gains, () => random.Next(-5, 20)); // small range: many ties

            var columnOf = OptimalAssignment.Maximize(gains);

            var matched = columnOf.Where(column => column >= 0).ToList();
            Assert.Equal(Math.Min(rows, columns), matched.Distinct().Count());
            Assert.Equal(matched.Count, matched.Distinct().Count());
            Assert.Equal(BestByTryingAll(gains), TotalGain(gains, columnOf), precision: 9);
        }
    }

    [Fact]
    public void Rows_left_over_have_no_column()
    {
        Assert.Equal(
            [-1, 0, -1],
            OptimalAssignment.Maximize(
                new double[,]
                {
                    { 1 },
                    { 3 },
                    { 2 },
                }
            )
        );
    }

    [Fact]
    public void Nothing_is_matched_to_nothing()
    {
        Assert.Empty(OptimalAssignment.Maximize(new double[0, 0]));
    }

    private static double BestByTryingAll(double[,] gains)
    {
        var size = Math.Max(gains.GetLength(0), gains.GetLength(1));
        return Permutations([.. Enumerable.Range(0, size)])
            .Max(permutation => TotalGain(gains, permutation[..gains.GetLength(0)]));
    }

    private static double TotalGain(double[,] gains, int[] columnOf) =>
        columnOf.Select((column, row) => column < 0 || column >= gains.GetLength(1) ? 0 : gains[row, column]).Sum();

    private static IEnumerable<int[]> Permutations(int[] values) =>
        values.Length == 0
            ?
            [
                [],
            ]
            : values.SelectMany(first =>
                Permutations([.. values.Where(v => v != first)]).Select(rest => (int[])[first, .. rest])
            );

    private static void Fill(double[,] matrix, Func<double> next)
    {
        for (var row = 0; row < matrix.GetLength(0); row++)
        {
            for (var column = 0; column < matrix.GetLength(1); column++)
            {
                matrix[row, column] = next();
            }
        }
    }
}
