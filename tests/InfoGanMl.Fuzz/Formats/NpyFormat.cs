using System.Text;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Models.Runs;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Reference tensors.</summary>
internal sealed class NpyFormat() : FuzzFormat("npy")
{
    private static readonly string[] Dimensions =
    [
        "0",
        "1",
        "3",
        "999999999",
        "65536, 65536",
        "4294967296",
        "-1",
        "46341, 46341",
        "2, 2, 2, 2",
        "65536, 65536, 65536, 65536",
        "536870912, 536870912",
        "٣",
    ];

    public override IReadOnlyList<byte[]> Seeds { get; } = [Write(1, 2, 3), Write(7), Write(), Write(2, 1, 4, 4)];

    protected override IReadOnlyList<Mutation> Mutations { get; } = [ChangeShape, ChangeShape, ChangeHeaderLength];

    public override void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "tensor.npy");
        File.WriteAllBytes(path, input);
        var (values, shape) = ReferenceTensors.Read(path);
        if (values.LongLength != shape.Aggregate(1L, (product, dimension) => product * dimension))
        {
            throw new InvalidDataException($"{values.Length} values for shape {string.Join('x', shape)}.");
        }
    }

    private static byte[] ChangeShape(Random random, byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var (start, end) = (text.IndexOf('(', StringComparison.Ordinal), text.IndexOf(')', StringComparison.Ordinal));
        return start < 0 || end < start
            ? file
            : Encoding.Latin1.GetBytes(
                text[..(start + 1)]
                    + string.Join(", ", Enumerable.Repeat(random.Pick(Dimensions), random.Next(1, 9)))
                    + text[end..]
            );
    }

    private static byte[] ChangeHeaderLength(Random random, byte[] file)
    {
        byte[] copy = [.. file];
        if (copy.Length >= 10)
        {
            (copy[8], copy[9]) = (random.Pick<byte>(0, 1, 54, 118, 0xff), random.Pick<byte>(0, 1, 0xff));
        }

        return copy;
    }

    private static byte[] Write(params int[] shape)
    {
        using var folder = new TempFolder();
        var values = new float[shape.Aggregate(1, (product, dimension) => product * dimension)];
        ReferenceTensors.Write(folder["seed.npy"], values, shape);
        return File.ReadAllBytes(folder["seed.npy"]);
    }
}
