using InfoGanMl.Models.Errors;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Saved;

/// <summary>Loads a pipeline that a stranger may have saved.</summary>
internal static class SavedPipeline
{
    /// <summary>Checks an archive and has ML.NET load it.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="file">What messages call the archive.</param>
    /// <param name="archive">The archive.</param>
    /// <exception cref="InfoGanException">Something is wrong with it.</exception>
    public static (ITransformer Model, DataViewSchema Schema) Load(MLContext mlContext, string file, Stream archive)
    {
        var parts = SavedArchive.Read(file, archive);
        SavedParts.Check(file, parts);
        using var copy = SavedArchive.Write(parts);
        return Guard(file, () => (mlContext.Model.Load(copy, out var schema), schema));
    }

    /// <summary>
    /// Turns whatever ML.NET throws into one exception of this project. Its loaders check little, so damage shows as any
    /// exception there is, running out of memory for a list of absurd length included; none is worth telling apart.
    /// </summary>
    public static T Guard<T>(string file, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception failure) when (failure is not InfoGanException)
        {
            throw new InvalidPipelineFileException(
                file,
                Innermost(failure).Message,
                "a pipeline that ML.NET loads",
                failure
            );
        }
    }

    private static Exception Innermost(Exception failure) =>
        failure.InnerException is { } inner ? Innermost(inner) : failure;
}
