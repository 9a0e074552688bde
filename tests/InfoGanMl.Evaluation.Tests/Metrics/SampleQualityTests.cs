using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class SampleQualityTests
{
    private const int Width = 8;

    [Fact]
    public void The_real_images_themselves_are_perfect()
    {
        var real = Draw(count: 50, center: 0, seed: 1);

        Assert.Equal((1, 1), SampleQuality.PrecisionAndRecall(real, real, Width));
    }

    [Fact]
    public void Images_far_from_the_real_ones_have_neither_precision_nor_recall()
    {
        var real = Draw(count: 50, center: 0, seed: 1);
        var generated = Draw(count: 50, center: 100, seed: 2);

        Assert.Equal((0, 0), SampleQuality.PrecisionAndRecall(real, generated, Width));
    }

    [Fact]
    public void One_of_two_modes_is_precise_and_recalls_half()
    {
        var mode = Draw(count: 50, center: 0, seed: 1);
        float[] real = [.. mode, .. Draw(count: 50, center: 100, seed: 2)];

        Assert.Equal((1, 0.5), SampleQuality.PrecisionAndRecall(real, mode, Width));
    }

    [Fact]
    public void A_single_real_image_over_and_over_is_precise_and_recalls_only_itself()
    {
        var real = Draw(count: 50, center: 0, seed: 1);
        float[] generated = [.. Enumerable.Repeat(real[..Width], 10).SelectMany(row => row)];

        Assert.Equal((1, 0.02), SampleQuality.PrecisionAndRecall(real, generated, Width));
    }

    [Fact]
    public void Two_samples_of_the_same_distribution_are_mostly_among_each_other()
    {
        var (precision, recall) = SampleQuality.PrecisionAndRecall(
            Draw(count: 500, center: 0, seed: 1),
            Draw(count: 500, center: 0, seed: 2),
            Width
        );

        Assert.InRange(precision, 0.7, 1);
        Assert.InRange(recall, 0.7, 1);
    }

    [Fact]
    public void A_single_feature_is_as_worked_by_hand()
    {
        // To the nearest neighbor, real 1 1 2 4: [-1, 1] [0, 2] [1, 5] [3, 11] hold 2.5 and 4, 2 of 5.
        // Generated 1.5 1.5 0.5 0.5 7.5: [1, 4] [2.5, 5.5] [11.5, 12.5] [12, 13] [12.5, 27.5] hold 1 and 3, 2 of 4.
        Assert.Equal(
            (0.4, 0.5),
            SampleQuality.PrecisionAndRecall([0, 1, 3, 7], [2.5f, 4, 12, 12.5f, 20], width: 1, neighbors: 1)
        );
    }

    [Fact]
    public void The_last_neighbor_asked_for_sets_the_radius()
    {
        // To the second neighbor, real 3 2 3 6: [-3, 3] [-1, 3] [0, 6] [1, 13] hold all but 20.
        // Generated 9.5 8 8 7.5 8: [-7, 12] holds all four.
        Assert.Equal(
            (0.8, 1),
            SampleQuality.PrecisionAndRecall([0, 1, 3, 7], [2.5f, 4, 12, 12.5f, 20], width: 1, neighbors: 2)
        );
    }

    [Theory]
    [InlineData(6)] // three rows: none has a third neighbor
    [InlineData(9)] // half a row left over
    public void Features_that_are_not_enough_rows_are_refused(int count)
    {
        Assert.Throws<ArgumentException>(() =>
            SampleQuality.PrecisionAndRecall(new float[count], new float[8], width: 2)
        );
        Assert.Throws<ArgumentException>(() =>
            SampleQuality.PrecisionAndRecall(new float[8], new float[count], width: 2)
        );
    }

    [Fact]
    public void No_neighbors_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SampleQuality.PrecisionAndRecall(new float[8], new float[8], width: 2, neighbors: 0)
        );
    }

    private static float[] Draw(int count, float center, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * Width).Select(_ => center + random.NextSingle())];
    }
}
