using InfoGanMl.Datasets.Images;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;
using InfoGanMl.Training.Judging;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Judging;

public class JudgeScoreTests
{
    [Fact]
    public void A_judge_that_answers_the_same_for_every_image_scores_as_worked_by_hand()
    {
        // p(class 0) = e / (e + 1), p(class 1) = 1 / (e + 1), whatever the image: three of four images are of class 0.
        var images = new ImageSet(new(1, 8, 8), new byte[4 * 64], [0, 0, 1, 0]);
        using var judge = new TrainableJudge(new JudgeNetworks(images.Format, 2), new Generator(1));
        Answer(judge, [1, 0]);

        var score = JudgeScore.Measure(judge, images);

        Assert.Equal(0.75, score.Accuracy);
        Assert.Equal(Math.Log(Math.E + 1) - 0.75, score.Loss, 1e-6);
    }

    [Fact]
    public async Task Every_image_counts_as_much_whatever_batch_it_is_in()
    {
        var mnist = await RealMnist.OpenAsync();
        using var judge = new TrainableJudge(new JudgeNetworks(mnist.Test.Format, 10), new Generator(1));

        // Batches of 500: one full and one of 100 images.
        var all = JudgeScore.Measure(judge, mnist.Test.Select([.. Enumerable.Range(0, 600)]));
        var head = JudgeScore.Measure(judge, mnist.Test.Select([.. Enumerable.Range(0, 500)]));
        var tail = JudgeScore.Measure(judge, mnist.Test.Select([.. Enumerable.Range(500, 100)]));

        Assert.Equal((5 * head.Accuracy + tail.Accuracy) / 6, all.Accuracy, 1e-12);
        Assert.Equal((5 * head.Loss + tail.Loss) / 6, all.Loss, 1e-5);
    }

    private static void Answer(TrainableJudge judge, float[] logits)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in judge.Classes.named_parameters())
        {
            parameter.copy_(name.EndsWith("bias", StringComparison.Ordinal) ? tensor(logits) : zeros_like(parameter));
        }
    }
}
