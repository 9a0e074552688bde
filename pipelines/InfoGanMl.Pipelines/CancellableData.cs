using InfoGanMl.Pipelines.Forwarding;
using Microsoft.ML;

namespace InfoGanMl.Pipelines;

/// <summary>Data that can be told to stop.</summary>
public static class CancellableData
{
    /// <summary>
    /// The same rows until cancellation; reading the next one then throws <see cref="OperationCanceledException"/>, through
    /// every transform and trainer that reads them.
    /// </summary>
    /// <param name="data">The rows.</param>
    /// <param name="cancellation">When to stop.</param>
    public static IDataView WithCancellation(this IDataView data, CancellationToken cancellation) =>
        new View(data, cancellation);

    private sealed class View(IDataView data, CancellationToken cancellation) : ForwardingView(data)
    {
        protected override DataViewRowCursor Wrap(DataViewRowCursor rows) => new Cursor(rows, cancellation);
    }

    private sealed class Cursor(DataViewRowCursor rows, CancellationToken cancellation) : ForwardingCursor(rows)
    {
        public override bool MoveNext()
        {
            cancellation.ThrowIfCancellationRequested();
            return base.MoveNext();
        }
    }
}
