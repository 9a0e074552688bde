using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Arrays.NumPy;

public sealed class NpyFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_one_array_of_a_file_has_the_empty_name()
    {
        var array = ArrayFiles.Read("bare.npy", "");

        Assert.Equal([""], ArrayFile.ReadNames(ArrayFiles.PathOf("bare.npy"), TestContext.Current.CancellationToken));
        Assert.Equal((ElementType.UInt8, "[3, 4, 5]"), (array.Type, array.Shape.ToString()));
        Assert.Equal(7 * 2 + 3 * 3 + 5 * 4, array[array.Count - 1]);
    }

    [Fact]
    public void Objects_of_Python_are_refused_by_the_file_alone()
    {
        var path = ArrayFiles.PathOf("objects.npy");

        var error = Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.ReadPath(path, ""));

        Assert.Equal(
            (path, null, "Python objects, which are pickled: programs, not numbers"),
            (error.Path, error.Variable, error.Found)
        );
        Assert.StartsWith($"{path}: found Python", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50000, 28, 28", 6, "6 bytes of values")]
    [InlineData("2, 3", 7, "7 bytes of values")]
    [InlineData("65536, 65536, 65536", 1, "an array [65536, 65536, 65536] of 1 bytes a value")]
    public void The_header_announces_what_the_file_holds(string sizes, int count, string found)
    {
        var header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({sizes}), }}\n";
        var path = _folder.Write("made.npy", NpyBytes.Array(header, new byte[count]));

        Assert.Equal(found, Assert.Throws<InvalidArrayFileException>(() => ArrayFiles.ReadPath(path, "")).Found);
    }
}
