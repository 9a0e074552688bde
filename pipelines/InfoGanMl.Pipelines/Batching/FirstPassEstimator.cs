using System.Runtime.ExceptionServices;
using InfoGanMl.Models.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>
/// Reads a column to its end, behind a cache, and changes nothing. What goes wrong there, such as a broken picture, is thrown as it
/// is; a trainer that read first would bury it in what ML.NET says of its threads.
/// </summary>
/// <param name="column">The column.</param>
internal sealed class FirstPassEstimator(string column) : IEstimator<TransformerChain<ITransformer>>
{
    public TransformerChain<ITransformer> Fit(IDataView input)
    {
        try
        {
            using var rows = input.GetRowCursor([input.Schema[column]]);
            while (rows.MoveNext()) { }
        }
        catch (Exception buried) when (Innermost(buried) is InfoGanException cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }

        return new();
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema;

    private static Exception Innermost(Exception failure) =>
        failure.InnerException is { } inner ? Innermost(inner) : failure;
}
