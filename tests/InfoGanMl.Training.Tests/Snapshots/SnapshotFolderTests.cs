using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Testing;
using InfoGanMl.Training.Snapshots;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Snapshots;

public sealed class SnapshotFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SnapshotFolder _snapshots;

    public SnapshotFolderTests()
    {
        _snapshots = new(_folder["snapshots"]);
    }

    [Fact]
    public void What_was_saved_comes_back()
    {
        using var random = new Generator(7);
        using var weights = rand([3, 4], generator: random);
        _snapshots.Save(5, state => Visit(state, weights, random, count: 12, double.NaN));
        using var expected = weights.clone();
        using var next = rand(100, generator: random); // the source moves on
        weights.zero_();

        using var saved = _snapshots.OpenNewest()!;
        var (count, information) = Visit(saved, weights, random, count: 0, information: 0);

        Assert.True(weights.equal(expected).all().item<bool>());
        Assert.True(rand(100, generator: random).equal(next).all().item<bool>());
        Assert.Equal(12, count);
        Assert.Equal(double.NaN, information);
    }

    [Fact]
    public void The_newest_two_are_kept()
    {
        foreach (var step in new[] { 8, 9, 10, 1_000_000 })
        {
            Save(step);
        }

        Assert.Equal(
            ["step-000010.safetensors", "step-1000000.safetensors"],
            Directory.GetFiles(_folder["snapshots"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_folder_without_any_has_none_to_go_on_from()
    {
        Assert.Null(_snapshots.OpenNewest());
        Assert.True(_snapshots.IsEmpty);
    }

    [Fact]
    public void One_that_could_not_be_written_leaves_those_before_and_nothing_else()
    {
        Save(1);
        Directory.CreateDirectory(_folder["snapshots/step-000002.safetensors"]); // it cannot be moved to there

        Assert.ThrowsAny<Exception>(() => Save(2));

        Assert.Equal(["step-000001.safetensors"], Directory.GetFiles(_folder["snapshots"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_damaged_one_is_passed_over_for_the_one_before()
    {
        Save(1);
        Save(2);
        Change("snapshots/step-000002.safetensors", bytes => bytes[^1] ^= 1);

        using var saved = _snapshots.OpenNewest()!;

        Assert.Equal(1, saved.Read<int>("step"));
    }

    [Fact]
    public void A_change_of_any_byte_is_found()
    {
        using var tensor = zeros(2);
        _snapshots.Save(1, state => Visit(state, tensor, step: 1));
        var file = _folder["snapshots/step-000001.safetensors"];
        var whole = File.ReadAllBytes(file);
        for (var i = 0; i < whole.Length; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[i] ^= 4;
            File.WriteAllBytes(file, changed);

            Assert.Throws<InvalidRunFolderException>(Restore);
        }

        File.WriteAllBytes(file, whole);
        Restore();

        void Restore()
        {
            using var saved = _snapshots.OpenNewest()!;
            Visit(saved, tensor, step: 0);
        }
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_found()
    {
        Save(1);
        var file = _folder["snapshots/step-000001.safetensors"];
        var whole = File.ReadAllBytes(file);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);

            Assert.Throws<InvalidRunFolderException>(() => _snapshots.OpenNewest());
        }
    }

    [Fact]
    public void A_tensor_of_another_shape_is_refused_with_both()
    {
        using var tensor = zeros(2);
        using var other = zeros(3);
        _snapshots.Save(1, state => Visit(state, tensor, step: 1));

        using var saved = _snapshots.OpenNewest()!;
        var refused = Assert.Throws<InvalidRunFolderException>(() => Visit(saved, other, step: 0));

        Assert.Contains(
            "tensor 'tensor' as {\"dtype\":\"F32\",\"shape\":[2]",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("expected F32 [3] in bytes 0 to 12", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_end_early_are_refused_although_their_hash_is_right()
    {
        byte[] data = [1, 2, 3, 4];
        var hash = Convert.ToHexStringLower(SHA256.HashData(data));
        var header =
            $$$"""{"__metadata__":{"sha256":"{{{hash}}}"},"tensor":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";
        _folder.Write("snapshots/step-000001.safetensors", Join(header, data));
        using var tensor = zeros(2);
        using var saved = _snapshots.OpenNewest()!;

        var refused = Assert.Throws<InvalidRunFolderException>(() => saved.Visit("tensor", tensor));

        Assert.Contains("found 4 bytes of tensors", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)] // numbers left
    [InlineData(12)] // seeded
    [InlineData(17)] // the next one
    public void A_state_that_would_end_the_process_in_libtorch_is_refused(int damaged)
    {
        using var random = new Generator(7);
        _snapshots.Save(1, state => state.In("part").Visit("random", random));
        Rewrite(bytes => bytes[damaged] = (byte)(damaged == 17 ? 0xff : 0));
        using var saved = _snapshots.OpenNewest()!;

        var refused = Assert.Throws<InvalidRunFolderException>(() =>
            ((IStateVisitor)saved).In("part").Visit("random", random)
        );

        Assert.Contains("no state of a generator in 'part.random'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_null_is_refused()
    {
        _folder.Write("snapshots/step-000001.safetensors", Join("""{"__metadata__":{"step":null}}""", []));

        var refused = Assert.Throws<InvalidRunFolderException>(() => _snapshots.OpenNewest());

        Assert.Contains("step = null", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_announces_more_than_there_is_is_refused_without_taking_the_memory()
    {
        Save(1);
        Change("snapshots/step-000001.safetensors", bytes => bytes[5] = 0x7f);

        var refused = Assert.Throws<InvalidRunFolderException>(() => _snapshots.OpenNewest());

        Assert.Contains("with a header of 1396", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Save(int step)
    {
        using var tensor = zeros(2);
        _snapshots.Save(step, state => Visit(state, tensor, step));
    }

    private void Change(string name, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(_folder[name]);
        change(bytes);
        File.WriteAllBytes(_folder[name], bytes);
    }

    /// <summary>Changes the only tensor of the only snapshot, and its hash with it.</summary>
    private void Rewrite(Action<byte[]> change)
    {
        const string name = "snapshots/step-000001.safetensors";
        var file = File.ReadAllBytes(_folder[name]);
        var dataStart = 8 + (int)BitConverter.ToInt64(file);
        var data = file[dataStart..];
        var before = Convert.ToHexStringLower(SHA256.HashData(data));
        change(data);
        var after = Convert.ToHexStringLower(SHA256.HashData(data));
        var header = Encoding.UTF8.GetString(file[8..dataStart]).Replace(before, after, StringComparison.Ordinal);
        File.WriteAllBytes(_folder[name], Join(header, data));
    }

    private static byte[] Join(string header, byte[] data)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. data];
    }

    private static void Visit(IStateVisitor state, Tensor tensor, int step)
    {
        state.Visit("step", ref step);
        state.Visit("tensor", tensor);
    }

    private static (int Count, double Information) Visit(
        IStateVisitor state,
        Tensor weights,
        Generator random,
        int count,
        double information
    )
    {
        var part = state.In("part");
        part.Visit("weights", weights);
        part.Visit("random", random);
        part.Visit("count", ref count);
        part.Visit("information", ref information);
        return (count, information);
    }
}
