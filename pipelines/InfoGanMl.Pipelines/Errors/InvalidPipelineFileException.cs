using InfoGanMl.Models.Errors;

namespace InfoGanMl.Pipelines.Errors;

/// <summary>A saved pipeline, or a part of it, that is damaged, too large, or made of other parts than InfoGanMl's.</summary>
public sealed class InvalidPipelineFileException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Save the pipeline again, or load it with mlContext.Model.Load if you trust"
            + " whoever made it.",
        path,
        found,
        expected,
        inner
    );
