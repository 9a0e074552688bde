using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

public sealed class DciScoresTests
{
    [Fact]
    public void Codes_that_are_the_factors_are_perfect()
    {
        var scores = Measure(FactorGrid.Of(4, (a, _) => 3 - a, (_, b) => 0.1 * b));

        Assert.Equal(1, scores.Disentanglement, precision: 9);
        Assert.Equal(1, scores.Completeness, precision: 9);
        Assert.Equal(1, scores.Informativeness, precision: 9);
    }

    [Fact]
    public void Constant_codes_are_worth_nothing()
    {
        var scores = Measure(FactorGrid.Of(4, (_, _) => 1, (_, _) => 2));

        Assert.Equal((0, 0), (scores.Disentanglement, scores.Completeness));
        Assert.Equal(0.25, scores.Informativeness, precision: 9); // one value of four is always right
    }

    [Fact]
    public void Codes_in_duplicate_are_disentangled_and_not_complete()
    {
        var scores = Measure(FactorGrid.Of(4, (a, _) => a, (a, _) => a, (_, b) => b, (_, b) => b));

        Assert.Equal(1, scores.Disentanglement, precision: 9);
        // Shares of ½, ½, 0 and 0 have half the entropy of four equal ones; which code of two is taken is left to chance.
        Assert.InRange(scores.Completeness, 0.5, 0.6);
        Assert.Equal(1, scores.Informativeness, precision: 9);
    }

    [Fact]
    public void Rotated_codes_are_informative_and_neither_disentangled_nor_complete()
    {
        var scores = Measure(FactorGrid.Of(4, (a, b) => a + b, (a, b) => a - b));

        Assert.InRange(scores.Disentanglement, 0, 0.1);
        Assert.InRange(scores.Completeness, 0, 0.1);
        Assert.InRange(scores.Informativeness, 0.95, 1);
    }

    [Fact]
    public void Concentration_is_as_worked_by_hand()
    {
        // Codes: ¾ and 0 are for one factor alone, ¼ and 1 have the entropy 0.7219 bits of 1/5 and 4/5. Weighted with 0.75/2
        // and 1.25/2, 0.375 + 0.625·0.2781 = 0.5488. Factors: ¾ and ¼ have 0.8113 bits, 0 and 1 none: (0.1887 + 1)/2 = 0.5944.
        var (disentanglement, completeness) = DciScores.OfImportances([
            [0.75, 0.25],
            [0, 1],
        ]);

        Assert.Equal(0.5488, disentanglement, precision: 4);
        Assert.Equal(0.5944, completeness, precision: 4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_scores()
    {
        var images = FactorGrid.Of(3, (a, b) => a + b, (a, _) => a, (a, _) => a);

        Assert.Equal(Measure(images).Importances, Measure(images).Importances);
    }

    [Fact]
    public void A_tree_splits_where_squares_are_least_as_worked_by_hand()
    {
        // Targets 0, 0, 6 and 9: of the splits after the first, second and third image the second leaves 0 + 4.5 of the 60.75
        // about the mean 3.75, the least. Below, 6 and 9 are told apart, which takes the rest; 0 and 0 need not be.
        double[] values = [1, 2, 4, 5];
        var leafOf = new byte[4];
        RegressionTree tree = new([(0, new SortedCode(values))], [0, 0, 6, 9], leafOf);

        Assert.Equal([1, 1, 5, 6], leafOf.Select(leaf => (int)leaf));
        Assert.Equal([56.25, 4.5], tree.Gains.Select(gain => gain.Gain));
        double[][] others =
        [
            [2.9, 3.1, 4.6],
        ];
        Assert.Equal([1, 5, 6], Enumerable.Range(0, 3).Select(image => tree.FindLeaf(others, image)));
    }

    private static DciScores Measure(FactorCodes images) => DciScores.Measure(images, images, seed: 1);
}
