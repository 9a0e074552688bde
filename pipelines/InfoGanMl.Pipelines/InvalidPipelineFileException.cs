using InfoGanMl.Models;

namespace InfoGanMl.Pipelines;

/// <summary>A saved pipeline that is damaged, too large, or made of other parts than InfoGanMl's.</summary>
public sealed class InvalidPipelineFileException(string file, string found, string expected, Exception? inner = null)
    : InfoGanException(
        $"{file}: found {found}; expected {expected}. Save the pipeline again, or load it with mlContext.Model.Load if you trust"
            + " whoever made it.",
        inner
    )
{
    /// <summary>The file, and the part of it.</summary>
    public string File { get; } = file;

    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}
