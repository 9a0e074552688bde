using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Arrays.Matlab;

public sealed class MatFileTests : IDisposable
{
    private const int DoubleClass = 6;
    private const int UInt8Class = 9;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_in_the_order_of_SVHN_are_read_column_by_column()
    {
        var images = ArrayFiles.Read("svhn.mat", "X");

        Assert.Equal((ElementType.UInt8, "[32, 32, 3, 3]"), (images.Type, images.Shape.ToString()));
        for (var i = 0; i < images.Count; i++)
        {
            var (y, x, c, n) = (i / 288, i / 9 % 32, i / 3 % 3, i % 3);
            Assert.Equal((7 * n + 3 * y + 5 * x + 11 * c) % 256, images[i]);
        }
    }

    [Fact]
    public void Labels_of_SVHN_are_as_they_are() => Assert.Equal([1, 10, 9], ArrayFiles.Read("svhn.mat", "y").ToInts());

    [Theory]
    [InlineData("int8", "Int8", -3, 1)]
    [InlineData("uint8", "UInt8", 250, 1)]
    [InlineData("int16", "Int16", -300, 100)]
    [InlineData("uint16", "UInt16", 65530, 1)]
    [InlineData("int32", "Int32", -70000, 70000)]
    [InlineData("uint32", "UInt32", 4294967290, 1)]
    [InlineData("int64", "Int64", -1099511627776, 1099511627776)]
    [InlineData("uint64", "UInt64", 0, 1099511627776)]
    [InlineData("single", "Single", 0, 0.25)]
    [InlineData("double", "Double", 0, 0.1)]
    public void Every_class_of_numbers_is_read_packed_or_not(string name, string type, double start, double step)
    {
        foreach (var file in new[] { "kinds.mat", "kinds-compressed.mat" })
        {
            var array = ArrayFiles.Read(file, name);

            Assert.Equal((type, "[2, 3]"), (array.Type.ToString(), array.Shape.ToString()));
            Assert.Equal(ArrayFiles.Ramp(start, step), array.Values());
        }
    }

    [Fact]
    public void Logical_arrays_arrays_of_three_axes_and_empty_ones_are_read()
    {
        var logical = ArrayFiles.Read("kinds.mat", "logical");

        Assert.Equal(ElementType.Boolean, logical.Type);
        Assert.Equal([1, 0, 1], logical.ToInts());
        Assert.Equal(Enumerable.Range(0, 24), ArrayFiles.Read("kinds.mat", "three").ToInts());
        Assert.Equal("[0, 3]", ArrayFiles.Read("kinds.mat", "empty").Shape.ToString());
    }

    [Fact]
    public void Values_in_narrower_types_are_read_from_big_endian_files()
    {
        var doubles = ArrayFiles.Read("big-endian.mat", "doubles");

        Assert.Equal((ElementType.Double, ElementType.UInt8), (doubles.Type, doubles.Values.Type));
        Assert.Equal([0, 1, 1, 0, 10], doubles.ToInts());
        Assert.Equal([-1, 300], ArrayFiles.Read("big-endian.mat", "singles").ToInts());
        Assert.Equal([-70000, 70000], ArrayFiles.Read("big-endian.mat", "ints").ToInts());
        Assert.Equal([1, 2, 3], ArrayFiles.Read("big-endian.mat", "shorts").ToInts());
        Assert.Equal([0.5, -2.25], ArrayFiles.Read("big-endian.mat", "wide").Values());
    }

    [Theory]
    [InlineData("cells", "a cell array")]
    [InlineData("struct", "a structure")]
    [InlineData("text", "text")]
    [InlineData("sparse", "a sparse array")]
    [InlineData("complex", "complex numbers")]
    public void What_is_no_array_of_real_numbers_is_refused_if_asked_for(string name, string found)
    {
        var error = Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.Read("kinds.mat", name));

        Assert.Equal((name, found), (error.Variable, error.Found));
    }

    [Theory]
    [InlineData("MATLAB 7.3 MAT-file, Platform: GLNXA64, HDF5 schema 1.00 .", "\0\u0002IM")]
    [InlineData("\u0089HDF\r\n\u001a\n", "\0\0\0\0")]
    public void Files_of_MATLAB_7_3_are_refused_by_name(string text, string mark)
    {
        byte[] bytes = [.. (text.PadRight(124) + mark).Select(c => (byte)c), .. new byte[512]];

        var error = Assert.Throws<InvalidArrayFileException>(() => Read(bytes, "X"));

        Assert.Contains("MATLAB 7.3", error.Found, StringComparison.Ordinal);
        Assert.Contains("'-v7'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_level_4_are_refused_by_name()
    {
        var error = Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.Read("level4.mat", "y"));

        Assert.Equal("a MAT-file of level 4", error.Found);
    }

    [Fact]
    public void Sizes_that_no_memory_can_hold_are_refused_before_anything_is_allocated()
    {
        var huge = MatBytes.Variable("X", UInt8Class, [60000, 60000, 3, 2], MatBytes.Element(2, [1, 2]));
        var tooMany = MatBytes.Variable("X", UInt8Class, [int.MaxValue, 1], MatBytes.Element(2, [1, 2]));

        Assert.Contains("at most", Refuse(huge).Expected, StringComparison.Ordinal);
        Assert.Contains("at most", Refuse(tooMany).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_packed_file_cannot_announce_gigabytes()
    {
        byte[] values = [.. MatBytes.Number(2), .. MatBytes.Number(2_000_000_000), 1, 2, 3];
        var variable = MatBytes.Variable("X", UInt8Class, [20000, 100000], values);
        MatBytes.Number(2_000_000_048).CopyTo(variable, 4); // the length of the variable

        Assert.StartsWith("room for at most", Refuse(MatBytes.Pack(variable)).Found, StringComparison.Ordinal);
        Assert.Contains("ends within the file", Refuse(variable).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_must_fill_the_sizes_and_fit_the_class()
    {
        var few = MatBytes.Variable("X", UInt8Class, [2, 2], MatBytes.Element(2, [1, 2, 3]));
        var wide = MatBytes.Variable("X", UInt8Class, [1, 1], MatBytes.Element(9, new byte[8]));
        var negative = MatBytes.Variable("X", UInt8Class, [1, 2], MatBytes.Element(1, [1, 0xfe]));

        Assert.Equal("3 bytes of type 2 as values", Refuse(few).Found);
        Assert.Equal("4, for uint8 [2, 2]", Refuse(few).Expected);
        Assert.Equal("numbers of type uint8 or narrower ones", Refuse(wide).Expected);
        Assert.Equal("uint8 -2 at [0, 1] of [1, 2], counted from 0", Refuse(negative).Found);
    }

    [Fact]
    public void A_last_value_without_padding_is_read()
    {
        byte[] values = [.. MatBytes.Number(2), .. MatBytes.Number(5), 1, 2, 3, 4, 5];
        var padded = MatBytes.Variable("y", DoubleClass, [5, 1], values);
        MatBytes.Number(61).CopyTo(padded, 4); // 48 and 13 bytes: the element around it has none either
        var variable = padded[..69];

        Assert.Equal([1, 2, 3, 4, 5], Read(MatBytes.File(variable), "y").ToInts());
        Assert.Equal([1, 2, 3, 4, 5], Read(MatBytes.File(MatBytes.Pack(variable)), "y").ToInts());
    }

    [Fact]
    public void Objects_and_what_MATLAB_keeps_for_itself_are_passed_over()
    {
        byte[] named = [.. MatBytes.Element(6, [17, 0, 0, 0, 0, 0, 0, 0]), .. MatBytes.Element(1, [(byte)'t'])];
        var thing = MatBytes.Element(14, [.. named, .. MatBytes.Element(1, [9])]);
        var own = MatBytes.Variable("", UInt8Class, [1, 1], MatBytes.Element(2, [1]));
        var y = MatBytes.Variable("y", UInt8Class, [1, 1], MatBytes.Element(2, [4]));
        var path = _folder.Write("objects.mat", MatBytes.File(thing, own, y));

        Assert.Equal(["t", "y"], ArrayFile.ReadNames(path, TestContext.Current.CancellationToken));
        Assert.Equal([4], ArrayFiles.ReadPath(path, "y").ToInts());
    }

    private NumericArray Read(byte[] file, string name) => ArrayFiles.ReadPath(_folder.Write("made.mat", file), name);

    private InvalidArrayFileException Refuse(byte[] variable) =>
        Assert.Throws<InvalidArrayFileException>(() => Read(MatBytes.File(variable), "X"));
}
