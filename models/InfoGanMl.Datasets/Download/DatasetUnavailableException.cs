using InfoGanMl.Datasets.Idx;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Datasets.Download;

/// <summary>A data set that none of its sources delivered.</summary>
public sealed class DatasetUnavailableException(string dataset, IReadOnlyList<SourceFailure> failures)
    : InfoGanException(
        $"{dataset} is not available:"
            + string.Concat(failures.Select(failure => $"\n  - {failure.Source}: {failure.Reason}"))
            + $"\nExpected them to be there, or a folder with the files {string.Join(", ", IdxNames.OfMnist)}, "
            + "plain or as .gz, which can be made of pictures."
    )
{
    /// <summary>Name of the data set.</summary>
    public string Dataset { get; } = dataset;

    /// <summary>Every source that was tried, in order, with its reason.</summary>
    public IReadOnlyList<SourceFailure> Failures { get; } = failures;
}

/// <summary>Why one source did not deliver.</summary>
/// <param name="Source">The folder, address or package.</param>
/// <param name="Reason">What went wrong there.</param>
public sealed record SourceFailure(string Source, string Reason);
