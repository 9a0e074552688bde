using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;

namespace InfoGanMl.Preparation.Tests.Arrays;

public class ImageArraysTests
{
    [Fact]
    public void Images_in_the_order_of_SVHN_become_channels_of_rows() =>
        AssertFormula(
            new(ArrayFiles.Read("svhn.mat", "X"), ImageLayout.HeightWidthChannelsCount),
            count: 3,
            new(3, 32, 32)
        );

    [Fact]
    public void Gray_images_in_the_order_of_MedMNIST_become_rows() =>
        AssertFormula(
            new(ArrayFiles.Read("gray.npz", "train_images"), ImageLayout.CountHeightWidth),
            count: 2,
            new(1, 28, 28)
        );

    [Fact]
    public void Images_in_color_in_the_order_of_MedMNIST_become_channels_of_rows() =>
        AssertFormula(
            new(ArrayFiles.Read("color.npz", "train_images"), ImageLayout.CountHeightWidthChannels),
            count: 2,
            new(3, 28, 28)
        );

    [Theory]
    [InlineData("NHW", false)]
    [InlineData("NHW", true)]
    [InlineData("NHWC", false)]
    [InlineData("NHWC", true)]
    [InlineData("NCHW", false)]
    [InlineData("NCHW", true)]
    [InlineData("HWN", false)]
    [InlineData("HWN", true)]
    [InlineData("HWCN", false)]
    [InlineData("HWCN", true)]
    public void Every_layout_is_read_in_both_orders_of_values(string axes, bool isColumnMajor)
    {
        var sizes = axes.Select(axis =>
                axis == 'N' ? 2
                : axis == 'C' ? 3
                : axis == 'H' ? 4
                : 5
            )
            .ToArray();
        var values = new byte[sizes.Aggregate((product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
        {
            var (rest, value) = (i, 0);
            for (var k = 0; k < sizes.Length; k++)
            {
                var axis = isColumnMajor ? k : sizes.Length - 1 - k;
                (rest, var index) = Math.DivRem(rest, sizes[axis]);
                value += Factor(axes[axis]) * index;
            }

            values[i] = (byte)value;
        }

        AssertFormula(
            new(MadeArray.Of(values, sizes, isColumnMajor), new(axes)),
            count: 2,
            new(axes.Contains('C', StringComparison.Ordinal) ? 3 : 1, 4, 5)
        );
    }

    [Fact]
    public void One_image_may_lack_the_last_axis_as_MATLAB_drops_it()
    {
        var color = new ImageArrays(
            MadeArray.Of(new byte[60], [4, 5, 3], isColumnMajor: true),
            ImageLayout.HeightWidthChannelsCount
        );

        Assert.Equal((1, new ImageFormat(3, 4, 5)), (color.Count, color.Format));
    }

    [Fact]
    public void Floats_up_to_one_are_scaled_and_rounded() =>
        Assert.Equal([0, 1, 64, 128, 255], Convert([0f, 0.003f, 0.25f, 0.5f, 1f]));

    [Fact]
    public void Floats_are_bytes_if_one_is_above_one() =>
        Assert.Equal([0, 1, 1, 3, 255], Convert([0d, 0.5, 1, 2.5, 255]));

    [Fact]
    public void Integers_are_taken_as_they_are_unless_all_are_0_or_1_which_are_black_and_white_as_booleans_are()
    {
        Assert.Equal([0, 1, 255], Convert<long>([0, 1, 255]));
        Assert.Equal([0, 7, 127], Convert<sbyte>([0, 7, 127]));
        Assert.Equal([0, 1, 2], Convert<byte>([0, 1, 2]));
        Assert.Equal([0, 255, 255], Convert<byte>([0, 1, 1]));
        Assert.Equal([0, 255, 255], Convert<long>([0, 1, 1]));
        Assert.Equal([0, 255, 255], Convert([false, true, true]));
    }

    [Fact]
    public void Doubles_that_MATLAB_stored_as_bytes_are_fractions_all_the_same()
    {
        var array = ArrayFiles.Read("big-endian.mat", "doubles"); // 0, 1, 1, 0, 10

        Assert.Equal([0, 1, 1, 0, 10], Convert(array.Values()));
        Assert.Equal([0, 255], Convert([0d, 1]));
    }

    [Fact]
    public void Values_that_are_no_pixels_are_refused_with_their_place()
    {
        Assert.Equal("uint16 256 at [0, 0, 2] of [1, 1, 3], counted from 0", Refuse<ushort>([0, 255, 256]).Found);
        Assert.Equal("pixels from 0 to 255, in 8 bits", Refuse<ushort>([0, 255, 256]).Expected);
        Assert.Equal("int8 -1 at [0, 0, 1] of [1, 1, 2], counted from 0", Refuse<sbyte>([0, -1]).Found);
        Assert.Equal("single -0.5 at [0, 0, 0] of [1, 1, 1], counted from 0", Refuse([-0.5f]).Found);
        Assert.Equal("single 255.5 at [0, 0, 0] of [1, 1, 1], counted from 0", Refuse([255.5f]).Found);
        Assert.StartsWith("double NaN at [0, 0, 1]", Refuse([0, double.NaN]).Found, StringComparison.Ordinal);
        Assert.Equal("pixels from 0 to 1, or from 0 to 255", Refuse([0, double.NaN]).Expected);
    }

    [Fact]
    public void The_place_of_a_value_is_in_the_order_of_the_arrays_axes()
    {
        var values = new ushort[24];
        values[1 + 2 * 2 + 6 * 3] = 300;
        var array = MadeArray.Of(values, [2, 3, 4], isColumnMajor: true);

        var error = Assert.Throws<InvalidArrayFileException>(() =>
            new ImageArrays(array, ImageLayout.HeightWidthCount)
        );

        Assert.Equal("uint16 300 at [1, 2, 3] of [2, 3, 4], counted from 0", error.Found);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)] // of NumPy, whose rows are rows in whatever order they are stored
    [InlineData(true, true)]
    public void Square_gray_images_may_be_a_row_each_which_is_of_columns_in_MATLAB(bool isColumnMajor, bool isMatlab)
    {
        var rows = Enumerable.Range(0, 3).Select(n => Square(n, areColumnsFirst: isMatlab)).ToList();

        var images = Guess(isColumnMajor ? Transpose(rows) : rows, [3, 64], isColumnMajor, isMatlab);

        AssertFormula(images, 3, new(1, 8, 8));
    }

    [Fact]
    public void An_image_may_be_a_column_each_in_MATLAB()
    {
        var columns = Enumerable.Range(0, 3).Select(n => Square(n, areColumnsFirst: true)).ToList();

        AssertFormula(Guess(columns, [64, 3], isColumnMajor: true, isMatlab: true), 3, new(1, 8, 8));
    }

    [Theory]
    [InlineData(2, 192, false, "[N, H, W], or in color to [N, H, W, 3]")]
    [InlineData(2, 192, true, "[H, W, N], or in color to [H, W, 3, N]")]
    [InlineData(192, 2, true, "[H, W, N], or in color to [H, W, 3, N]")]
    [InlineData(2, 70, false, "[N, H, W], or in color to [N, H, W, 3]")]
    [InlineData(150, 4, false, "[N, H, W], or in color to [N, H, W, 3]")] // of irises
    public void A_row_of_colors_or_of_no_square_is_refused_with_what_to_do(
        int rows,
        int columns,
        bool isMatlab,
        string to
    )
    {
        var error = Assert.Throws<InvalidArrayFileException>(() =>
            Guess([new byte[rows * columns]], [rows, columns], isMatlab, isMatlab)
        );

        Assert.Equal($"uint8 [{rows}, {columns}]", error.Found);
        Assert.Contains("64 gray pixels or more, in as many rows as columns", error.Expected, StringComparison.Ordinal);
        Assert.Contains($"Reshape the images to {to}, and save that", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NHW", 2, 4, 5, 3)]
    [InlineData("NHWC", 2, 4, 5)]
    [InlineData("NHWC", 2, 4, 5, 4)]
    [InlineData("HWCN", 4, 5, 2, 3)]
    [InlineData("NHW", 0, 28, 28)]
    [InlineData("HWN", 4)]
    public void Other_axes_channels_or_no_images_are_refused(string axes, params int[] sizes)
    {
        var count = sizes.Aggregate((product, size) => product * size);

        var error = Assert.Throws<InvalidArrayFileException>(() =>
            new ImageArrays(MadeArray.Of(new byte[count], sizes), new(axes))
        );

        Assert.Equal($"uint8 [{string.Join(", ", sizes)}]", error.Found);
        Assert.StartsWith(
            $"images [{string.Join(", ", axes.AsEnumerable())}]",
            error.Expected,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_images_that_are_there_are_copied_and_only_whole()
    {
        var images = new ImageArrays(MadeArray.Of(new byte[8], [2, 2, 2]), ImageLayout.CountHeightWidth);

        Assert.Throws<ArgumentOutOfRangeException>(() => images.CopyTo(2, new byte[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => images.CopyTo(-1, new byte[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => images.CopyTo(0, new byte[5]));
    }

    private static ImageArrays Guess(List<byte[]> stored, int[] sizes, bool isColumnMajor, bool isMatlab)
    {
        var array = MadeArray.Of(stored.SelectMany(values => values).ToArray(), sizes, isColumnMajor);
        return new(array, ImageLayout.Guess(array.Shape, isMatlab));
    }

    /// <summary>An image of 8×8 as one row.</summary>
    private static byte[] Square(int n, bool areColumnsFirst) =>
        [
            .. from i in Enumerable.Range(0, 8)
            from j in Enumerable.Range(0, 8)
            select (byte)(7 * n + (areColumnsFirst ? 3 * j + 5 * i : 3 * i + 5 * j)),
        ];

    private static List<byte[]> Transpose(List<byte[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Select(row => row[i]).ToArray())];

    /// <summary>pixel = (7n + 3y + 5x + 11c) % 256, as make-arrays.py has it.</summary>
    private static void AssertFormula(ImageArrays images, int count, ImageFormat format)
    {
        Assert.Equal((count, format), (images.Count, images.Format));
        var pixels = new byte[format.Size];
        for (var n = 0; n < count; n++)
        {
            images.CopyTo(n, pixels);
            Assert.Equal(
                from c in Enumerable.Range(0, format.Channels)
                from y in Enumerable.Range(0, format.Height)
                from x in Enumerable.Range(0, format.Width)
                select (byte)(Factor('N') * n + Factor('H') * y + Factor('W') * x + Factor('C') * c),
                pixels
            );
        }
    }

    private static int Factor(char axis) =>
        axis switch
        {
            'N' => 7,
            'H' => 3,
            'W' => 5,
            _ => 11,
        };

    private static byte[] Convert<T>(T[] values)
        where T : struct
    {
        var pixels = new byte[values.Length];
        new ImageArrays(MadeArray.Of(values, [1, 1, values.Length]), ImageLayout.CountHeightWidth).CopyTo(0, pixels);
        return pixels;
    }

    private static InvalidArrayFileException Refuse<T>(T[] values)
        where T : struct => Assert.Throws<InvalidArrayFileException>(() => Convert(values));
}
