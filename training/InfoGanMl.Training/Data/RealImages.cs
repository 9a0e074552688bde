using System.Security.Cryptography;
using InfoGanMl.Models.Images;
using InfoGanMl.Training.Snapshots;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>
/// The training images as one byte tensor on the device, drawn in shuffled epochs. Bytes take a quarter of the memory, and
/// one index_select per batch replaces a tensor per image.
/// </summary>
public sealed class RealImages : IDisposable
{
    private readonly byte[] _source;
    private readonly Tensor _pixels;
    private readonly RandomSource _random;
    private Tensor _order;
    private long _next;

    /// <summary>Copies the images to the device.</summary>
    /// <param name="pixels">N·C·H·W bytes.</param>
    /// <param name="format">Size of one image.</param>
    /// <param name="random">Source of the order; batches are made on its device.</param>
    public RealImages(byte[] pixels, ImageFormat format, RandomSource random)
    {
        Count = pixels.Length / format.Size;
        (_source, _random) = (pixels, random);
        _pixels = tensor(pixels, [Count, format.Channels, format.Height, format.Width], device: random.Device);
        _order = random.Permutation(Count);
    }

    /// <summary>Number of images.</summary>
    public int Count { get; }

    /// <summary>The next batch [count, C, H, W] in [0, 1]; an epoch's last images are left out when they fill no batch.</summary>
    public Tensor Next(int count) => At(NextIndices(count));

    /// <summary>Every <paramref name="stride"/>-th image from <paramref name="first"/> on: a batch spread over the whole set.</summary>
    public Tensor EveryNth(int stride, int first) => ToFloats(_pixels.slice(0, first, Count, stride));

    /// <summary>SHA-256 of all pixels, in lower-case hexadecimal.</summary>
    internal string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(_source));

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _order.Dispose();
    }

    /// <summary>The order of this epoch, and how far it has come.</summary>
    internal void VisitState(IStateVisitor state)
    {
        state.Visit("order", _order);
        state.Visit("next", ref _next);
    }

    /// <summary>Which images <see cref="Next"/> would return, for callers that need something else of them, too.</summary>
    internal Tensor NextIndices(int count)
    {
        if (_next + count > Count)
        {
            _order.Dispose();
            _order = _random.Permutation(Count).DetachFromDisposeScope();
            _next = 0;
        }

        var batch = _order.narrow(0, _next, count);
        _next += count;
        return batch;
    }

    /// <summary>The images [count, C, H, W] at these indices, in [0, 1].</summary>
    internal Tensor At(Tensor indices) => ToFloats(_pixels.index_select(0, indices));

    private static Tensor ToFloats(Tensor bytes) => bytes.to(ScalarType.Float32) * ImageFormat.PixelScale;
}
