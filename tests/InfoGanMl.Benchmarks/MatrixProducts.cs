using System.Diagnostics;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>Products of large square matrices: the most arithmetic that this machine does in a second.</summary>
internal sealed class MatrixProducts(Device device) : IDisposable
{
    private const int Side = 2048;
    private const int Products = 10;

    private readonly Tensor _left = rand([Side, Side], device: device);
    private readonly Tensor _right = rand([Side, Side], device: device);

    /// <summary>Floating point operations per second, in single precision.</summary>
    public double MeasureFlops()
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Products; i++)
        {
            using var product = _left.mm(_right);
        }

        _left[0, 0].item<float>(); // waits for the device
        return Products * 2.0 * Side * Side * Side / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }
}
