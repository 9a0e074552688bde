using System.Text;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Preparation;
using SkiaSharp;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>CSV files that list pictures, or hold their pixels.</summary>
internal sealed class PictureListFormat() : FuzzFormat("picture-list")
{
    private static readonly string[] Cells =
    [
        "",
        ",",
        ",,,",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        "\"a\nb\"",
        ";",
        "\t",
        "a.png",
        "A.PNG",
        "in/../a.png",
        "../a.png",
        "/etc/passwd",
        "/dev/zero",
        "a.png/",
        "link.png",
        "\0",
        "\ufeff",
        "path",
        "label",
        "split",
        "train",
        "test",
        "2",
    ];

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        "path\na.png\nin/b.png\n"u8.ToArray(),
        "path,label\na.png,shoe\nin/b.png,\"hat, old\"\nc.png,shoe\n"u8.ToArray(),
        "split,path,label\r\ntrain,a.png,1\r\ntest,in/b.png,2\r\n"u8.ToArray(),
        "path;label\na.png;1\nin/b.png;2\n"u8.ToArray(),
        Encoding.UTF8.GetBytes($"label,{Pixels(',', "p")}\n7,{Pixels(',')}\n8,{Pixels(',')}\n"),
        Encoding.UTF8.GetBytes($"emotion,pixels,Usage\n0,{Pixels(' ')},Training\n1,{Pixels(' ')},PublicTest\n"),
    ];

    protected override IReadOnlyList<Mutation> Mutations { get; } = [Insert, Insert, Replace];

    public override void Prepare(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "in"));
        var picture = Drawing.Encode(SKEncodedImageFormat.Png);
        File.WriteAllBytes(Path.Combine(folder, "a.png"), picture);
        File.WriteAllBytes(Path.Combine(folder, "in", "b.png"), picture);
        File.CreateSymbolicLink(Path.Combine(folder, "link.png"), "a.png");
    }

    public override void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "list.csv");
        File.WriteAllBytes(path, input);
        _ = PictureSearch.Find(path, new(), CancellationToken.None).Fingerprint();
    }

    private static string Pixels(char separator, string name = "") =>
        string.Join(separator, Enumerable.Range(0, 64).Select(i => $"{name}{i}"));

    private static byte[] Insert(Random random, byte[] input)
    {
        var at = random.Next(input.Length + 1);
        return [.. input.AsSpan(0, at), .. Cell(random), .. input.AsSpan(at)];
    }

    /// <summary>Another content for a cell, as far as cells are plain.</summary>
    private static byte[] Replace(Random random, byte[] input)
    {
        var start = random.Next(input.Length + 1);
        var left = input.AsSpan(0, start).LastIndexOfAny((byte)',', (byte)'\n') + 1;
        var length = input.AsSpan(start).IndexOfAny((byte)',', (byte)'\n');
        return [.. input.AsSpan(0, left), .. Cell(random), .. length < 0 ? [] : input.AsSpan(start + length)];
    }

    private static byte[] Cell(Random random) => Encoding.UTF8.GetBytes(random.Pick(Cells));
}
