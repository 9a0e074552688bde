using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Arrays.NumPy;

public sealed class NpzFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("i2", "Int16", -300, 100)]
    [InlineData("u2", "UInt16", 65530, 1)]
    [InlineData("i4", "Int32", -70000, 70000)]
    [InlineData("u4", "UInt32", 4294967290, 1)]
    [InlineData("i8", "Int64", -1099511627776, 1099511627776)]
    [InlineData("u8", "UInt64", 0, 1099511627776)]
    [InlineData("f4", "Single", 0, 0.25)]
    [InlineData("f8", "Double", 0, 0.1)]
    public void Every_type_is_read_in_both_orders_of_bytes(string name, string type, double start, double step)
    {
        foreach (var order in new[] { "little", "big" })
        {
            var array = ArrayFiles.Read("kinds.npz", $"{order}-{name}");

            Assert.Equal((type, "[2, 3]"), (array.Type.ToString(), array.Shape.ToString()));
            Assert.Equal(ArrayFiles.Ramp(start, step), array.Values());
        }
    }

    [Fact]
    public void Types_of_one_byte_are_read()
    {
        var bools = ArrayFiles.Read("kinds.npz", "bools");

        Assert.Equal(ElementType.Boolean, bools.Type);
        Assert.Equal([1, 0, 1], bools.ToInts());
        Assert.Equal(ArrayFiles.Ramp(-3, 1), ArrayFiles.Read("kinds.npz", "i1").Values());
        Assert.Equal(ArrayFiles.Ramp(250, 1), ArrayFiles.Read("kinds.npz", "u1").Values());
    }

    [Fact]
    public void Column_major_arrays_are_read_in_row_major_order()
    {
        var array = ArrayFiles.Read("odd.npz", "fortran");

        Assert.Equal([1, 2, 6], array.Shape.Strides);
        Assert.Equal(Enumerable.Range(0, 24), array.ToInts());
    }

    [Fact]
    public void Versions_2_and_3_single_values_and_empty_arrays_are_read()
    {
        Assert.Equal([0, 1, 2, 3], ArrayFiles.Read("odd.npz", "version2").ToInts());
        Assert.Equal([0, 1, 2, 3], ArrayFiles.Read("odd.npz", "version3").ToInts());
        Assert.Equal([2.5], ArrayFiles.Read("odd.npz", "scalar").Values());
        Assert.Equal("[0, 28, 28]", ArrayFiles.Read("odd.npz", "empty").Shape.ToString());
    }

    [Fact]
    public void Archives_that_are_not_packed_are_read()
    {
        var images = ArrayFiles.Read("stored.npz", "images");

        for (var i = 0; i < images.Count; i++)
        {
            var (n, y, x) = (i / 20, i / 5 % 4, i % 5);
            Assert.Equal(7 * n + 3 * y + 5 * x, images[i]);
        }
    }

    [Theory]
    [InlineData("objects", "Python objects, which are pickled: programs, not numbers")]
    [InlineData("strings", "texts")]
    [InlineData("complex", "complex numbers")]
    [InlineData("records", "records of several fields")]
    public void Arrays_that_are_no_numbers_are_refused_by_what_they_are(string name, string found)
    {
        var error = Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.Read("odd.npz", name));

        Assert.Equal((name, found), (error.Variable, error.Found));
    }

    [Theory]
    [InlineData("2, 3", 5, "6, for uint8 [2, 3]")]
    [InlineData("2, 3", 7, "6, for uint8 [2, 3]")]
    [InlineData("50000, 28, 28", 6, "39200000, for uint8 [50000, 28, 28]")]
    public void Values_must_fill_the_sizes(string sizes, int count, string expected)
    {
        var error = Refuse(sizes, new byte[count]);

        Assert.Equal($"{count} bytes of values", error.Found);
        Assert.Equal(expected, error.Expected);
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("65536, 65536, 65536, 65536, 65536")]
    public void Sizes_that_no_memory_can_hold_are_refused(string sizes) =>
        Assert.StartsWith("an array [", Refuse(sizes + ",", [1]).Found, StringComparison.Ordinal);

    [Fact]
    public void Booleans_are_0_or_1()
    {
        var path = Write("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }\n", [1, 0, 2]);

        var error = Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.ReadPath(path, "a"));

        Assert.Equal("boolean 2 at [2] of [3], counted from 0", error.Found);
    }

    [Theory]
    [InlineData(0, 0x92, "other data")]
    [InlineData(6, 4, "version 4.0 of NumPy's format")]
    [InlineData(7, 1, "version 1.1 of NumPy's format")]
    public void Other_data_and_later_versions_are_refused(int at, byte value, string found)
    {
        var array = NpyBytes.Array("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n", 7);
        array[at] = value;
        var path = _folder.Write("made.npz", NpyBytes.Archive(("a.npy", array)));

        Assert.Equal(found, Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.ReadPath(path, "a")).Found);
    }

    private InvalidArrayFileException Refuse(string sizes, byte[] values)
    {
        var path = Write($"{{'descr': '|u1', 'fortran_order': False, 'shape': ({sizes}), }}\n", values);
        return Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.ReadPath(path, "a"));
    }

    private string Write(string header, byte[] values) =>
        _folder.Write("made.npz", NpyBytes.Archive(("a.npy", NpyBytes.Array(header, values))));
}
