using InfoGanMl.Models.Images;

namespace InfoGanMl.Models.Tests.Images;

public class ImageFormatTests
{
    private static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    [Fact]
    public void All_256_values_survive_a_round_trip() =>
        Assert.Equal(AllBytes, ImageFormat.ToBytes(ImageFormat.ToFloats(AllBytes)));

    [Fact]
    public void Floats_are_from_0_to_1_in_even_steps()
    {
        var floats = ImageFormat.ToFloats(AllBytes);

        Assert.Equal((0f, 1f), (floats[0], floats[255]));
        Assert.All(floats, (value, index) => Assert.Equal(index / 255f, value, 1e-7f));
    }

    [Theory]
    [InlineData(-0.5f, 0)]
    [InlineData(1.5f, 255)]
    [InlineData(0.5f, 128)] // 127.5 rounds to the even neighbor
    [InlineData(0.0019f, 0)] // 0.48
    [InlineData(0.0020f, 1)] // 0.51
    [InlineData(float.PositiveInfinity, 255)]
    [InlineData(float.NaN, 0)]
    public void Floats_are_rounded_and_clamped(float value, byte expected) =>
        Assert.Equal([expected], ImageFormat.ToBytes([value]));

    [Fact]
    public void Size_counts_all_channels() => Assert.Equal(3 * 28 * 20, new ImageFormat(3, 28, 20).Size);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(12, 2)]
    public void Values_are_counted_in_whole_images(int values, int images) =>
        Assert.Equal(images, new ImageFormat(1, 2, 3).CountImages<float>(new float[values]));

    [Fact]
    public void Values_that_do_not_make_whole_images_are_refused()
    {
        var mistake = Assert.Throws<ArgumentException>(() => new ImageFormat(1, 2, 3).CountImages<float>(new float[7]));

        Assert.Contains("Found 7 values; expected a multiple of 6", mistake.Message, StringComparison.Ordinal);
    }
}
