using System.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Steps;

/// <summary>
/// What a training step runs in: its tensors are freed at the end, and garbage is collected between steps only. TorchSharp
/// wraps each number given to an operation (<c>x * 2</c>) in an object that nothing refers to any more while libtorch reads
/// the number. A collection started by another thread in that moment frees it, and the operation fails or, worse, goes on
/// with something else. Two trainings in one process therefore take turns, step by step.
/// </summary>
internal sealed class StepScope : IDisposable
{
    /// <summary>Bytes that the process can allocate in a step without a collection; a step takes about 0.1 MB for each start.</summary>
    private const long Budget = 64 << 20;

    private static readonly Lock Turn = new();
    private static long _allocatedAtCollection;

    private readonly DisposeScope _tensors;
    private readonly bool _startedRegion;

    /// <summary>Waits for its turn and keeps the garbage collector away.</summary>
    public StepScope()
    {
        Turn.Enter();
        if (!IsInRegion) // of the app's own
        {
            CollectOncePerBudget();
            _startedRegion = GC.TryStartNoGCRegion(Budget);
        }

        _tensors = NewDisposeScope();
    }

    private static bool IsInRegion => GCSettings.LatencyMode == GCLatencyMode.NoGCRegion;

    /// <inheritdoc/>
    public void Dispose()
    {
        _tensors.Dispose();
        if (_startedRegion && IsInRegion) // the budget sufficed
        {
            GC.EndNoGCRegion();
        }

        Turn.Exit();
    }

    /// <summary>Starting a region collects nothing as long as there is memory to be had.</summary>
    private static void CollectOncePerBudget()
    {
        if (GC.GetTotalAllocatedBytes() - _allocatedAtCollection > Budget)
        {
            GC.Collect();
            _allocatedAtCollection = GC.GetTotalAllocatedBytes();
        }
    }
}
