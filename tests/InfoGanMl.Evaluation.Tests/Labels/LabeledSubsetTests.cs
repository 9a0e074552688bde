using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Tests.Labels;

public sealed class LabeledSubsetTests
{
    private static readonly ImageSet Images = new(
        new(1, 1, 1),
        [.. Enumerable.Range(0, 60).Select(i => (byte)i)],
        [.. Enumerable.Range(0, 60).Select(i => i % 3)]
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

    [Fact]
    public void A_class_of_few_images_gives_all_of_them_and_the_others_make_up_for_it()
    {
        ImageSet rare = new(new(1, 1, 1), new byte[23], [.. new int[10], .. Enumerable.Repeat(1, 10), 2, 2, 2]);

        var subset = LabeledSubset.Draw(rare, 15, seed: 1);

        Assert.Equal([6, 6, 3], subset.Labels.CountBy(label => label).Select(count => count.Value));
    }

    [Fact]
    public void Where_there_are_fewer_images_all_are_drawn()
    {
        Assert.Equal(60, LabeledSubset.Draw(Images, 100, seed: 1).Count);
    }

    [Fact]
    public void Fewer_labels_than_classes_are_refused()
    {
        Assert.Throws<EvaluationException>(() => LabeledSubset.Draw(Images, 2, seed: 1));
    }
}
