using InfoGanMl.Fuzz.Mutations;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>A kind of file that strangers may hand over: how inputs are made, and what reads them.</summary>
/// <param name="name">Its name on the command line.</param>
internal abstract class FuzzFormat(string name)
{
    /// <summary>Every format.</summary>
    public static IReadOnlyList<FuzzFormat> All { get; } =
    [
        new ModelJsonFormat(),
        new ModelFolderFormat(),
        new OnnxFormat(),
        new MlNetZipFormat(),
        new IdxFormat(),
        new PngFormat(),
        new JpegFormat(),
        new BmpFormat(),
        new TensorFormat(),
        new OptionsFormat(),
        new PresetFormat(),
        new PictureListFormat(),
        new MatFormat(),
        new NpzFormat(),
        new NpyFormat(),
        new SnapshotFileFormat(),
    ];

    /// <summary>The format of that name, which may be the one that tests the watchdog.</summary>
    public static FuzzFormat Find(string name) =>
        All.Append(new SelfTestFormat()).Single(format => format.Name == name);

    /// <summary>Its name on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>A good input now and then, as one that is never accepted shows nothing, and else a mutated one.</summary>
    public byte[] CreateInput(Random random) =>
        random.OneIn(100) ? random.Pick(Seeds) : Mutate(random, random.Pick(Seeds));

    /// <summary>Writes what every input of a worker needs.</summary>
    /// <param name="folder">The worker's folder, empty.</param>
    public virtual void Prepare(string folder) { }

    /// <summary>Reads an input as applications do.</summary>
    /// <param name="input">What <see cref="CreateInput"/> made.</param>
    /// <param name="folder">The worker's folder.</param>
    public abstract void Read(byte[] input, string folder);

    /// <summary>Good inputs.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Makes another input of a good one.</summary>
    protected virtual byte[] Mutate(Random random, byte[] seed) =>
        random.Next(20) switch
        {
            0 => ByteMutations.Splice(random, seed, random.Pick(Seeds)),
            < 10 => random.Mutate(seed, ByteMutations.All),
            _ => random.Mutate(seed, Mutations),
        };

    /// <summary>Mutations that know the format.</summary>
    protected abstract IReadOnlyList<Mutation> Mutations { get; }
}
