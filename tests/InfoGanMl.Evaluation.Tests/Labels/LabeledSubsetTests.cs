using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Tests.Labels;

public sealed class LabeledSubsetTests
{
    private static readonly ImageSet Images = new(
        new(1, 1, 1),
        [.. Enumerable.Range(0, 60).Select(i => (byte)i)],
        [.. Enumerable.Range(0, 60).Select(i => (byte)(i % 3))]
    );

    [Fact]
    public void Every_class_has_as_many_images()
    {
        var subset = LabeledSubset.Draw(Images, 12, seed: 1);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2], subset.Labels);
        Assert.Equal(12, subset.Pixels.Distinct().Count());
        Assert.All(subset.Pixels.Zip(subset.Labels), image => Assert.Equal(image.Second, image.First % 3));
    }

    [Fact]
    public void The_same_seed_draws_the_same_images()
    {
        Assert.Equal(LabeledSubset.Draw(Images, 12, seed: 1).Pixels, LabeledSubset.Draw(Images, 12, seed: 1).Pixels);
        Assert.NotEqual(LabeledSubset.Draw(Images, 12, seed: 1).Pixels, LabeledSubset.Draw(Images, 12, seed: 2).Pixels);
    }

    [Theory]
    [InlineData(63)] // 21 of each class, which has 20
    [InlineData(2)] // none of each class
    public void More_or_fewer_labels_than_there_are_to_share_out_are_refused(int count)
    {
        Assert.Throws<EvaluationException>(() => LabeledSubset.Draw(Images, count, seed: 1));
    }
}
