using InfoGanMl.Training.Losses.Pairs;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Pairs;

public class PairConsistencyTests
{
    /// <summary>Logits of the probabilities 1/4 and 3/4.</summary>
    private static Tensor Quarter => Row(0, MathF.Log(3));

    /// <summary>Logits of the probabilities 1/2 and 1/2.</summary>
    private static Tensor Half => Row(0, 0);

    [Fact]
    public void Sure_answers_that_agree_cost_nothing()
    {
        var logits = eye(10) * 100;

        Assert.Equal(0, PairConsistency.Measure(logits, logits).item<float>(), 1e-5);
    }

    [Fact]
    public void One_category_for_everything_costs_nothing_so_that_it_needs_the_mutual_information_beside_it()
    {
        var logits = zeros(6, 3);
        logits[TensorIndex.Colon, 1] = 100;

        Assert.Equal(0, PairConsistency.Measure(logits, logits).item<float>(), 1e-5);
    }

    [Fact]
    public void Undecided_answers_cost_ln_K() =>
        Assert.Equal(Math.Log(5), PairConsistency.Measure(zeros(4, 5), zeros(4, 5)).item<float>(), 1e-5);

    [Fact]
    public void Unlike_answers_cost_what_is_worked_by_hand()
    {
        // p = (1/4, 3/4), q = (1/2, 1/2): −Σ p·ln q = ln 2 and −Σ q·ln p = ½·ln 4 + ½·ln 4/3 = ½·ln 16/3.
        var expected = (Math.Log(2) + 0.5 * Math.Log(16.0 / 3)) / 2; // 0.765068

        Assert.Equal(expected, PairConsistency.Measure(Quarter, Half).item<float>(), 1e-6);
        Assert.Equal(expected, PairConsistency.Measure(Half, Quarter).item<float>(), 1e-6);
    }

    [Fact]
    public void Pairs_are_averaged_and_codes_are_added()
    {
        // The pair above and one that costs nothing make half of 0.765068; an undecided Cat(3) adds ln 3.
        var (first, second) = (cat([Quarter, Row(0, 100)]), cat([Half, Row(0, 100)]));

        var measured = PairConsistency.Measure([first, zeros(2, 3)], [second, zeros(2, 3)]);

        Assert.Equal(0.765068 / 2 + Math.Log(3), measured.item<float>(), 1e-5);
    }

    [Fact]
    public void Each_answer_is_drawn_to_the_other_as_to_a_constant()
    {
        // With the target constant, half the cross-entropy has the gradient ½·(own − other): ½·(−1/4, 1/4) for p, and the
        // opposite for q. A gradient through the target would add ½·p·(its −ln q − the mean of it), 0 here for p, and
        // ½·q·(−ln p − ½·ln 16/3) = ¼·(ln 4 − ½·ln 16/3) = 0.137 for q.
        var (first, second) = (Quarter.requires_grad_(), Half.requires_grad_());

        PairConsistency.Measure(first, second).backward();

        AssertRow([-0.125f, 0.125f], first.grad!);
        AssertRow([0.125f, -0.125f], second.grad!);
    }

    [Fact]
    public void A_sure_contradiction_is_drawn_together_where_mutual_information_hardly_moves_it()
    {
        // Four pairs agree, a fifth contradicts itself; all are sure to e^-10.
        var answers = new[,]
        {
            { 10f, 0f },
            { 10f, 0f },
            { 0f, 10f },
            { 0f, 10f },
            { 10f, 0f },
        };
        var paired = tensor(answers);
        paired[4] = tensor([0f, 10f]);
        var (consistent, informed) = (tensor(answers).requires_grad_(), tensor(answers).requires_grad_());

        PairConsistency.Measure(consistent, paired).backward();
        PairInformation.Measure(informed, paired).backward();

        // ½·(1 − 0)/5 for the contradiction; softmax passes on p·(1 − p) = 4.5e-5 at most of any gradient on p itself.
        Assert.Equal(0.1f, consistent.grad![4, 0].item<float>(), 1e-4f);
        Assert.Equal(-0.1f, consistent.grad![4, 1].item<float>(), 1e-4f);
        Assert.InRange(informed.grad![4].abs().max().item<float>(), 0, 1e-4f);
    }

    private static Tensor Row(params float[] values) => tensor(values).unsqueeze(0);

    private static void AssertRow(float[] expected, Tensor found) =>
        Assert.All(expected.Zip(found.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
}
