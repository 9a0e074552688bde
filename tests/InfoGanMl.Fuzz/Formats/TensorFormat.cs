using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Models.Runs;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Reference tensors.</summary>
internal sealed class TensorFormat() : FuzzFormat("tensor")
{
    public override IReadOnlyList<byte[]> Seeds { get; } = [Write(1, 2, 3), Write(7), Write(), Write(2, 1, 4, 4)];

    protected override IReadOnlyList<Mutation> Mutations => NpyMutations.All;

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

    private static byte[] Write(params int[] shape)
    {
        using var folder = new TempFolder();
        var values = new float[shape.Aggregate(1, (product, dimension) => product * dimension)];
        ReferenceTensors.Write(folder["seed.npy"], values, shape);
        return File.ReadAllBytes(folder["seed.npy"]);
    }
}
