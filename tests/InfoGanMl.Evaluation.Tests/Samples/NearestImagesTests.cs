using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Samples;

namespace InfoGanMl.Evaluation.Tests.Samples;

public sealed class NearestImagesTests
{
    [Fact]
    public void A_copy_is_found_at_no_distance()
    {
        var images = Draw(count: 20, size: 784);

        Assert.Equal((13, 0), new NearestImages(images).Find(images.Pixels.AsSpan(13 * 784, 784)));
    }

    [Fact]
    public void The_distance_is_as_worked_by_hand()
    {
        // 153 / 255 = 0.6 and 204 / 255 = 0.8, in either direction: √(0.36 + 0.64). The other image is √2 away.
        var nearest = new NearestImages(new(new(1, 1, 2), [255, 255, 153, 0], [0, 0]));

        var (index, distance) = nearest.Find([0, 204]);

        Assert.Equal(1, index);
        Assert.Equal(1, distance, precision: 12);
    }

    [Fact]
    public void Of_several_as_near_it_is_the_first()
    {
        var nearest = new NearestImages(new(new(1, 1, 1), [9, 4, 6, 4], [0, 0, 0, 0]));

        Assert.Equal(1, nearest.Find([5]).Index);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(300)]
    [InlineData(512)]
    [InlineData(784)]
    public void No_image_of_any_size_is_nearer(int size)
    {
        var images = Draw(count: 30, size);
        var nearest = new NearestImages(images);
        foreach (var query in Draw(count: 10, size, seed: 2).Pixels.Chunk(size))
        {
            var distances = images.Pixels.Chunk(size).Select(image => Distance(image, query)).ToList();

            var (index, distance) = nearest.Find(query);

            Assert.Equal(distances.IndexOf(distances.Min()), index);
            Assert.Equal(distances.Min(), distance, precision: 9);
        }
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(255, 0)]
    public void Large_images_may_differ_in_all_their_pixels(byte shade, byte other)
    {
        var pixels = new byte[3 * 256 * 256];
        Array.Fill(pixels, shade);
        var query = new byte[pixels.Length];
        Array.Fill(query, other);

        var (_, distance) = new NearestImages(new(new(3, 256, 256), pixels, [0])).Find(query);

        Assert.Equal(Math.Sqrt(pixels.Length), distance, precision: 9);
    }

    [Fact]
    public void Several_threads_find_the_same_as_one()
    {
        var nearest = new NearestImages(Draw(count: 200, size: 100));
        var queries = Draw(count: 100, size: 100, seed: 2).Pixels.Chunk(100).ToArray();

        Assert.Equal(
            queries.Select(query => nearest.Find(query)),
            queries.AsParallel().AsOrdered().Select(query => nearest.Find(query))
        );
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        var nearest = new NearestImages(Draw(count: 2, size: 4));

        Assert.Throws<ArgumentException>(() => nearest.Find(new byte[3]));
        Assert.Throws<ArgumentException>(() => nearest.Find(new byte[8]));
    }

    [Fact]
    public void An_empty_set_has_no_nearest_image()
    {
        var nearest = new NearestImages(Draw(count: 0, size: 4));

        Assert.Throws<InvalidOperationException>(() => nearest.Find(new byte[4]));
    }

    private static ImageSet Draw(int count, int size, int seed = 1)
    {
        var pixels = new byte[count * size];
        new Random(seed).NextBytes(pixels);
        return new(new(1, 1, size), pixels, new int[count]);
    }

    private static double Distance(byte[] a, byte[] b) =>
        Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow((pair.First - pair.Second) / 255.0, 2)));
}
