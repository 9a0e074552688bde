using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>A whole model folder, opened and used as applications do.</summary>
internal sealed class ModelFolderFormat() : FuzzFormat("model-folder")
{
    private const string Manifest = "model.json";
    private static readonly InferenceOptions OnCpu = new() { Device = Device.Cpu };

    private static readonly string[] LinkTargets =
    [
        "/etc/passwd",
        "../outside",
        "../../outside",
        "model.json",
        "generator.onnx",
        "/dev/zero",
        "/dev/tty",
        ".",
        "/",
        "no such file",
        "/proc/self/mem",
    ];

    private readonly Lazy<IReadOnlyList<byte[]>> _seeds = new(() =>
        [
            Bundle.Pack(
                Directory
                    .GetFiles(TinyFolder.FolderPath)
                    .Order(StringComparer.Ordinal)
                    .Select(path => new Entry(EntryKind.File, Path.GetFileName(path), File.ReadAllBytes(path)))
            ),
        ]
    );

    public override IReadOnlyList<byte[]> Seeds => _seeds.Value;

    protected override IReadOnlyList<Mutation> Mutations { get; } =
    [ChangeContent, ChangeContent, ChangeKind, Remove, Swap];

    public override void Prepare(string folder) => File.WriteAllText(Path.Combine(folder, "outside"), "secret");

    public override void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "model");
        EntryWriter.Write(Bundle.Unpack(input), path);
        var model = ModelFolder.Open(path);
        ModelJsonFormat.Use(model);
        Run(model);
    }

    /// <summary>Opens both graphs and runs them on one row.</summary>
    public static void Run(ModelFolder model)
    {
        using var generator = ImageGenerator.Open(model, OnCpu);
        using var recognizer = ImageRecognizer.Open(model, OnCpu);
        var images = generator.Generate(new LatentSampler(model.Latent, seed: 1).Draw(1));
        _ = recognizer.Recognize(images).MostLikelyCategories();
    }

    /// <summary>The packing stays whole: nobody receives such a bundle.</summary>
    protected override byte[] Mutate(Random random, byte[] seed) => random.Mutate(seed, Mutations);

    private static byte[] ChangeContent(Random random, byte[] bundle) =>
        Change(
            random,
            bundle,
            entry =>
                entry with
                {
                    Content = Path.GetExtension(entry.Name) switch
                    {
                        ".json" => random.Mutate(entry.Content, JsonMutations.All),
                        ".onnx" when random.OneIn(2) => random.Mutate(entry.Content, OnnxMutations.All),
                        _ => random.Mutate(entry.Content, ByteMutations.All),
                    },
                }
        );

    private static byte[] ChangeKind(Random random, byte[] bundle) =>
        Change(
            random,
            bundle,
            entry =>
                random.Next(4) switch
                {
                    0 => entry with { Kind = EntryKind.Folder },
                    1 when random.OneIn(4) => entry with { Kind = EntryKind.Pipe },
                    _ => entry with
                    {
                        Kind = EntryKind.Link,
                        Content = Encoding.UTF8.GetBytes(random.Pick(LinkTargets)),
                    },
                }
        );

    private static byte[] Remove(Random random, byte[] bundle)
    {
        var entries = Bundle.Unpack(bundle);
        if (entries.Count > 0)
        {
            entries.RemoveAt(random.Next(entries.Count));
        }

        return Bundle.Pack(entries);
    }

    /// <summary>The content of one file in the place of another.</summary>
    private static byte[] Swap(Random random, byte[] bundle) =>
        Change(random, bundle, entry => entry with { Content = random.Pick(Bundle.Unpack(bundle)).Content });

    private static byte[] Change(Random random, byte[] bundle, Func<Entry, Entry> change)
    {
        var entries = Bundle.Unpack(bundle);
        if (entries.Count == 0)
        {
            return bundle;
        }

        var index = random.Next(entries.Count);
        var before = entries[index];
        entries[index] = change(before);
        return Bundle.Pack(random.OneIn(10) ? entries : entries.Select(entry => Rehash(entry, before, entries[index])));
    }

    /// <summary>Whoever changes a file can change its hash in the manifest, too.</summary>
    private static Entry Rehash(Entry entry, Entry before, Entry after) =>
        entry.Name == Manifest && entry.Kind == EntryKind.File
            ? entry with
            {
                Content = Encoding.Latin1.GetBytes(
                    Encoding
                        .Latin1.GetString(entry.Content)
                        .Replace(Hash(before.Content), Hash(after.Content), StringComparison.Ordinal)
                ),
            }
            : entry;

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
