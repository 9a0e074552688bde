using System.Text;
using InfoGanMl.Models.Runs;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Runs;

public sealed class ReferenceTensorsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<int[]> Shapes => new([], [6], [2, 3], [1, 3, 1, 2], [0, 5]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Values_and_shape_survive_a_round_trip(int[] shape)
    {
        var path = _folder["a/b/tensor.npy"];
        var size = shape.Aggregate(1, (product, dimension) => product * dimension);
        float[] values = [.. Enumerable.Range(0, size).Select(i => i - 0.1f)];

        ReferenceTensors.Write(path, values, shape);
        var (found, foundShape) = ReferenceTensors.Read(path);

        Assert.Equal(values, found);
        Assert.Equal(shape, foundShape);
    }

    [Fact]
    public void The_file_is_known_byte_for_byte()
    {
        ReferenceTensors.Write(_folder["tensor.npy"], [1f, -2f], 1, 2);

        // Magic, version 1.0, and the length of the header: 59 characters, padded with 58 spaces and a line feed to 118,
        // so that the data starts at byte 128, a multiple of 64. 1 is 0x3f800000 and -2 is 0xc0000000, little-endian.
        byte[] expected =
        [
            .. (byte[])[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 118, 0],
            .. Encoding.ASCII.GetBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1,2,), }"),
            .. Encoding.ASCII.GetBytes(new string(' ', 58) + "\n"),
            .. (byte[])[0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0],
        ];
        Assert.Equal(expected, File.ReadAllBytes(_folder["tensor.npy"]));
    }

    [Fact]
    public void A_file_as_numpy_spells_it_is_read()
    {
        WriteFile("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", new byte[8]);

        Assert.Equal([1, 2], ReferenceTensors.Read(_folder["tensor.npy"]).Shape);
    }

    [Fact]
    public void Files_are_laid_out_by_graph_batch_size_and_tensor() =>
        Assert.Equal(
            Path.Combine("folder", "generator", "64", "image.npy"),
            ReferenceTensors.PathOf("folder", "generator", 64, "image")
        );

    [Fact]
    public void A_missing_file_is_refused() => Refuse("no such file");

    [Fact]
    public void An_empty_file_is_refused()
    {
        _folder.Write("tensor.npy", []);

        Refuse("0 bytes");
    }

    [Fact]
    public void A_shape_whose_size_overflows_to_that_of_the_file_is_refused()
    {
        WriteFile("{'descr': '<f4', 'fortran_order': False, 'shape': (65536,65536,65536,65536), }", []); // 2^64 values

        Refuse("88 bytes with header");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    public void Another_kind_of_file_is_refused(int length)
    {
        _folder.Write("tensor.npy", new byte[length]);

        Refuse("another kind of file");
    }

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }")]
    [InlineData("nonsense")]
    public void Another_layout_is_refused(string header)
    {
        WriteFile(header, new byte[8]);

        Refuse($"{10 + header.Length + 8} bytes with header {header}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_file_of_another_length_is_refused(int difference)
    {
        ReferenceTensors.Write(_folder["tensor.npy"], [1f, 2f], 2);
        var file = File.ReadAllBytes(_folder["tensor.npy"]);
        Array.Resize(ref file, file.Length + difference);
        _folder.Write("tensor.npy", file);

        Refuse($"{file.Length} bytes with header");
    }

    [Fact]
    public void A_file_that_ends_within_its_header_is_refused()
    {
        ReferenceTensors.Write(_folder["tensor.npy"], [1f, 2f], 2);
        _folder.Write("tensor.npy", File.ReadAllBytes(_folder["tensor.npy"])[..100]);

        Refuse("100 bytes with header");
    }

    public void Dispose() => _folder.Dispose();

    private void WriteFile(string header, byte[] data) =>
        _folder.Write(
            "tensor.npy",
            [
                .. (byte[])[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, 0],
                .. Encoding.ASCII.GetBytes(header),
                .. data,
            ]
        );

    private void Refuse(string found)
    {
        var error = Assert.Throws<InvalidModelFolderException>(() => ReferenceTensors.Read(_folder["tensor.npy"]));

        Assert.Equal(_folder["tensor.npy"], error.Path);
        Assert.StartsWith(found, error.Found, StringComparison.Ordinal);
    }
}
