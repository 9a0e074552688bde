using InfoGanMl.Inference;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Pipelines.Graphs;

/// <summary>
/// A graph for many threads and many owners: a PredictionEngine disposes the model that it was made of, while others use it and
/// the next engine is still to be made. It is freed with the last of its owners, and opens again when it is used after that.
/// </summary>
internal sealed class SharedGraph : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<BatchedSession> _open;
    private readonly List<WeakReference> _owners = []; // besides the first; those that nobody disposed are collected
    private BatchedSession? _session;
    private int _running; // calls of the session
    private bool _isReleased; // so that the last of these frees it

    /// <param name="open">Opens the graph: at once, and whenever it is needed again.</param>
    public SharedGraph(Func<BatchedSession> open)
    {
        (_open, _session) = (open, open());
        Tensors = _session.Tensors;
    }

    /// <summary>Names of its tensors, and their shapes.</summary>
    public GraphTensors Tensors { get; }

    /// <summary>Adds an owner, which disposes the graph or is forgotten.</summary>
    public void AddOwner(object owner)
    {
        lock (_lock)
        {
            _owners.RemoveAll(other => !other.IsAlive);
            _owners.Add(new(owner));
        }
    }

    /// <inheritdoc cref="BatchedSession.Run"/>
    public float[][] Run(int rows, int batchSize, IReadOnlyList<ReadOnlyMemory<float>> inputs)
    {
        var session = Begin();
        try
        {
            return session.Run(rows, batchSize, inputs);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Ends the ownership of one. The last frees the graph: at once, or when no thread is running it any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _owners.RemoveAll(owner => !owner.IsAlive);
            if (_owners.Count > 0)
            {
                _owners.RemoveAt(_owners.Count - 1); // whichever it is: their number counts
                return;
            }

            _isReleased = true;
            FreeIfIdle();
        }
    }

    private BatchedSession Begin()
    {
        lock (_lock)
        {
            _session ??= _open();
            _isReleased = false;
            _running++;
            return _session;
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _running--;
            FreeIfIdle();
        }
    }

    private void FreeIfIdle()
    {
        if (_isReleased && _running == 0)
        {
            _session?.Dispose();
            _session = null;
        }
    }
}
