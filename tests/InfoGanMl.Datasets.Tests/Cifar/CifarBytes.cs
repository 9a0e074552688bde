namespace InfoGanMl.Datasets.Tests.Cifar;

/// <summary>Builds small files of CIFAR-10's format.</summary>
internal static class CifarBytes
{
    /// <summary>One record for each label; red, green and blue of an image are one value each, all different.</summary>
    public static byte[] Records(params byte[] labels) => [.. labels.SelectMany(Record)];

    /// <summary>The image of a label: 3×32×32 bytes.</summary>
    public static byte[] Image(byte label) =>
        [.. Enumerable.Range(0, 3).SelectMany(channel => Enumerable.Repeat((byte)(10 * label + channel), 32 * 32))];

    private static byte[] Record(byte label) => [label, .. Image(label)];
}
