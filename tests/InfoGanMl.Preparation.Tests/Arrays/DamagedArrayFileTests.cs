using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;

namespace InfoGanMl.Preparation.Tests.Arrays;

/// <summary>Damage, byte by byte: what is not refused reads as something, and never ends in another error.</summary>
public class DamagedArrayFileTests
{
    public static TheoryData<string> Files => [.. ArrayFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_ends_early_is_refused_wherever_it_ends(string file)
    {
        var bytes = File.ReadAllBytes(ArrayFiles.PathOf(file));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InvalidArrayFileException>(() => Read(bytes[..length], file));
        }
    }

    [Theory]
    [InlineData("kinds.mat")]
    [InlineData("big-endian.mat")]
    [InlineData("bare.npy")]
    public void A_changed_byte_where_there_is_no_checksum_is_refused_or_read(string file)
    {
        var refused = Change(file).Count(arrays => arrays is null);

        Assert.True(refused > 50, $"{refused} refused");
    }

    [Theory]
    [InlineData("svhn.mat")]
    [InlineData("kinds-compressed.mat")]
    [InlineData("gray.npz")]
    [InlineData("kinds.npz")]
    [InlineData("odd.npz")]
    [InlineData("stored.npz")]
    public void A_changed_byte_where_there_is_a_checksum_is_never_taken_for_another_value(string file)
    {
        var right = Read(File.ReadAllBytes(ArrayFiles.PathOf(file)), file);
        var results = Change(file).ToList();

        Assert.Contains(null, results);
        Assert.All(results, arrays => Assert.True(arrays is null || arrays.SequenceEqual(right)));
    }

    /// <summary>All arrays with each byte of the file changed in one bit, and in all; null where that is refused.</summary>
    private static IEnumerable<List<string>?> Change(string file)
    {
        var bytes = File.ReadAllBytes(ArrayFiles.PathOf(file));
        foreach (var mask in (byte[])[1, 0xff])
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] ^= mask;
                yield return TryRead(bytes, file);
                bytes[at] ^= mask;
            }
        }
    }

    private static List<string>? TryRead(byte[] bytes, string file)
    {
        try
        {
            return Read(bytes, file);
        }
        catch (InvalidArrayFileException)
        {
            return null;
        }
    }

    private static List<string> Read(byte[] bytes, string file) =>
        [
            .. ArrayFile
                .Read(file, new MemoryStream(bytes), ArrayFiles.All[file], TestContext.Current.CancellationToken)
                .Values.Select(Describe)
                .Order(StringComparer.Ordinal),
        ];

    private static string Describe(NumericArray array) =>
        $"{array.Name} {array.Type} {array.Shape} {string.Join(' ', array.Values())}";
}
