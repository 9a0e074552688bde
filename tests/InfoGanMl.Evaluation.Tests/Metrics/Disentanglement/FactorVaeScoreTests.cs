using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Options;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

public sealed class FactorVaeScoreTests
{
    private static readonly FactorVaeOptions Few = new()
    {
        TrainVotes = 400,
        TestVotes = 400,
        BatchSize = 16,
    };

    [Fact]
    public void Codes_that_are_the_factors_are_perfect()
    {
        Assert.Equal(1, Measure((a, _) => 3 - a, (_, b) => 10 * b));
    }

    [Fact]
    public void Constant_codes_are_worth_nothing()
    {
        Assert.Equal(0, Measure((_, _) => 1, (_, _) => 2));
    }

    [Fact]
    public void Codes_in_duplicate_are_perfect_too()
    {
        Assert.Equal(1, Measure((a, _) => a, (a, _) => a, (_, b) => b, (_, b) => 2 * b));
    }

    [Fact]
    public void Rotated_codes_are_right_by_chance()
    {
        // Half the votes, with a standard deviation of √(¼/400) = 0.025.
        Assert.InRange(Measure((a, b) => a + b, (a, b) => a - b), 0.4, 0.6);
    }

    [Fact]
    public void Collapsed_codes_have_no_vote()
    {
        // It is the first of the codes that do not vary at all among images of the same first factor.
        Assert.Equal(1, Measure((a, _) => 0.001 * (a / 5), (a, _) => a, (_, b) => b));
        Assert.Equal(
            1,
            FactorVaeScore.Vote(
                [
                    [0, 0],
                    [3, 5],
                ],
                [0.04 * 0.04, 4],
                leastDeviation: 0.05
            )
        );
    }

    [Fact]
    public void The_vote_is_as_worked_by_hand()
    {
        // Variances 1, 3 and 3 among these, over those among all 0.5, 0.4 and 0.1.
        double[][] alike =
        [
            [1, 2, 3],
            [1, 1, 4],
            [0, 3, 3],
        ];
        Assert.Equal(2, FactorVaeScore.Vote(alike, [2, 7.5, 30], leastDeviation: 0.05));
        Assert.Equal(1, FactorVaeScore.Variance([1, 2, 3]));
    }

    [Fact]
    public void The_accuracy_is_as_worked_by_hand()
    {
        // Code 0 stands for factor 1 by two votes to one, code 1 for factor 0, the first of those with one vote, and code 2,
        // which has none, for the first of all.
        FactorVote[] train = [new(0, 0), new(1, 0), new(1, 0), new(0, 1), new(2, 1)];
        FactorVote[] test = [new(1, 0), new(0, 0), new(0, 1), new(2, 1), new(0, 2)];

        Assert.Equal(0.6, FactorVaeScore.Accuracy(train, test, factors: 3), precision: 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_score()
    {
        Assert.Equal(Measure((a, b) => a + b, (a, b) => a - b), Measure((a, b) => a + b, (a, b) => a - b));
    }

    private static double Measure(params Func<int, int, double>[] codes)
    {
        var random = new Random(1);
        return FactorVaeScore.Measure(
            FactorGrid.Of(6, codes).Codes,
            factors: 2,
            (factor, count) =>
            {
                var alike = random.Next(6);
                (int A, int B)[] images =
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(_ => factor == 0 ? (alike, random.Next(6)) : (random.Next(6), alike)),
                ];
                return [.. codes.Select(code => Array.ConvertAll(images, image => code(image.A, image.B)))];
            },
            Few,
            random
        );
    }
}
