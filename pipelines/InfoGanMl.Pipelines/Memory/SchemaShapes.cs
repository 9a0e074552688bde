using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Memory;

/// <summary>
/// Makes a <see cref="SchemaShape"/> of columns whose types are known. ML.NET has no public way to, but hands one to every
/// estimator of a chain that it fits.
/// </summary>
internal static class SchemaShapes
{
    /// <summary>The shape of these columns.</summary>
    public static SchemaShape Of(params IReadOnlyList<MemoryColumn> columns)
    {
        var told = new Told();
        new EstimatorChain<ITransformer>().Append<ITransformer>(told).Fit(new MemoryDataView(0, columns));
        return told.Shape!;
    }

    private sealed class Told : IEstimator<ITransformer>
    {
        public SchemaShape? Shape { get; private set; }

        public ITransformer Fit(IDataView input) => new TransformerChain<ITransformer>();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => Shape = inputSchema;
    }
}
