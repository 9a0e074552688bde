using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Arrays;

public sealed class ArrayFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_are_listed_whatever_the_variables_are()
    {
        Assert.Equal(["X", "y"], ReadNames(ArrayFiles.PathOf("svhn.mat")));
        Assert.Equal(["images", "labels"], ReadNames(ArrayFiles.PathOf("stored.npz")));
        Assert.Equal(
            ["cells", "complex", "sparse", "struct", "text", .. ArrayFiles.MatKinds.Order(StringComparer.Ordinal)],
            ReadNames(ArrayFiles.PathOf("kinds.mat")).OrderBy(name => ArrayFiles.MatKinds.Contains(name)).ThenBy(n => n)
        );
        Assert.Equal(ReadNames(ArrayFiles.PathOf("kinds.mat")), ReadNames(ArrayFiles.PathOf("kinds-compressed.mat")));
    }

    [Fact]
    public void The_arrays_that_are_asked_for_are_read()
    {
        var arrays = Read(ArrayFiles.PathOf("svhn.mat"), "y", "X");

        Assert.Equal(["X", "y"], arrays.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("svhn.mat", "x", "only X, y")]
    [InlineData("stored.npz", "train_images", "only images, labels")]
    public void For_a_name_that_is_not_there_those_that_are_are_told(string file, string name, string found)
    {
        var path = ArrayFiles.PathOf(file);

        var error = Assert.Throws<InvalidArrayFileException>(() => Read(path, name));

        Assert.Equal(
            $"{path}, variable '{name}': found {found}; expected this variable. "
                + "Check the name, or save the array under it.",
            error.Message
        );
    }

    [Fact]
    public void The_first_twenty_names_are_told_and_the_rest_counted()
    {
        var path = _folder.Write(
            "many.npz",
            NpyBytes.Archive([.. Enumerable.Range(10, 25).Select(i => ($"a{i}.npy", Array.Empty<byte>()))])
        );

        var error = Assert.Throws<InvalidArrayFileException>(() => Read(path, "images"));

        Assert.EndsWith(", a29 and 5 more", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_there_twice_is_refused()
    {
        var array = NpyBytes.Array("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n", 7);
        var variable = MatBytes.Variable("y", 9, [1, 1], MatBytes.Element(2, [7]));
        var npz = _folder.Write("twice.npz", NpyBytes.Archive(("y.npy", array), ("y.npy", array)));
        var mat = _folder.Write("twice.mat", MatBytes.File(variable, variable));

        Assert.All(
            [npz, mat],
            path =>
                Assert.Equal(
                    "2 variables of this name",
                    Assert.Throws<InvalidArrayFileException>(() => Read(path, "y")).Found
                )
        );
    }

    [Fact]
    public void What_is_no_array_is_no_variable()
    {
        var path = _folder.Write("text.npz", NpyBytes.Archive(("readme.txt", [1])));

        Assert.Empty(ReadNames(path));
        Assert.Equal("no variables", Assert.Throws<InvalidArrayFileException>(() => Read(path, "y")).Found);
    }

    [Fact]
    public void Other_kinds_of_files_are_refused_and_told_which_are_read()
    {
        var text = _folder.Write("text.npz", [.. Enumerable.Repeat((byte)'a', 500)]);
        var short1 = _folder.Write("short.mat", [1, 2, 3]);

        Assert.All(
            [text, short1],
            path =>
                Assert.Equal(
                    "a MAT-file of MATLAB, version 5 to 7, or an .npz or .npy file of NumPy",
                    Assert.Throws<InvalidArrayFileException>(() => ReadNames(path)).Expected
                )
        );
    }

    [Fact]
    public void Empty_and_missing_files_are_refused()
    {
        var empty = _folder.Write("empty.mat", []);

        Assert.Equal("0 bytes", Assert.Throws<InvalidArrayFileException>(() => ReadNames(empty)).Found);
        Assert.Equal(
            "no such file",
            Assert.Throws<InvalidArrayFileException>(() => ReadNames(_folder["no.mat"])).Found
        );
    }

    [Fact]
    public void Reading_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            ArrayFile.Read(ArrayFiles.PathOf("svhn.mat"), ["X"], stop.Token)
        );
        Assert.Throws<OperationCanceledException>(() =>
            ArrayFile.Read(ArrayFiles.PathOf("gray.npz"), ["train_images"], stop.Token)
        );
    }

    private static IReadOnlyList<string> ReadNames(string path) =>
        ArrayFile.ReadNames(path, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Read(string path, params string[] names) =>
        ArrayFile.Read(path, names, TestContext.Current.CancellationToken).Keys;
}
