using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>
/// All that a training draws at random. It is drawn on the CPU and brought to the device of the training: TorchSharp has no
/// generators on GPUs, and a seed gives the same numbers everywhere.
/// </summary>
/// <param name="seed">What the numbers begin with.</param>
/// <param name="device">Where they are used.</param>
public sealed class RandomSource(ulong seed, Device device) : IDisposable
{
    private readonly bool _isElsewhere = device.type != TorchSharp.DeviceType.CPU;

    /// <summary>Where the numbers come from.</summary>
    public Generator Generator { get; } = new(seed);

    /// <summary>Where they are used.</summary>
    public Device Device { get; } = device;

    /// <summary>Numbers from 0 to 1.</summary>
    public Tensor Uniform(params long[] shape) => Bring(rand(shape, generator: Generator));

    /// <summary>Numbers of mean 0 and deviation 1.</summary>
    public Tensor Normal(params long[] shape) => Bring(randn(shape, generator: Generator));

    /// <summary>Whole numbers [count] from 0 to one less than <paramref name="below"/>.</summary>
    public Tensor Integers(int below, int count) => Bring(randint(0, below, [count], int64, generator: Generator));

    /// <summary>The numbers [count] from 0 on, in random order.</summary>
    public Tensor Permutation(int count) => Bring(randperm(count, generator: Generator));

    /// <summary>
    /// A column [N] of each row, drawn as often as the probabilities [N, columns] say: of waiting times with these rates, the
    /// shortest. So libtorch's multinomial draws one, too; the probabilities need not leave the device for it.
    /// </summary>
    public Tensor Columns(Tensor probabilities)
    {
        using var waiting = empty(probabilities.shape).exponential_(generator: Generator);
        return (probabilities / Bring(waiting)).argmax(1);
    }

    /// <inheritdoc/>
    public void Dispose() => Generator.Dispose();

    /// <summary>Copied behind what the device still has to do, which nobody waits for.</summary>
    private Tensor Bring(Tensor drawn) => _isElsewhere ? drawn.to(Device, non_blocking: true) : drawn;
}
