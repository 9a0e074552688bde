using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Idx;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests;

public sealed class IdxDatasetTests : IDisposable
{
    private static readonly IdxDataset Known = KnownDatasets.Mnist;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Small_files_of_the_right_names_in_the_cache_are_not_taken_for_the_data_set()
    {
        foreach (var file in Known.Files)
        {
            _folder.Write($"cache/mnist/{file.Name}", IdxBytes.Labels(3));
        }

        var error = await Assert.ThrowsAsync<DatasetUnavailableException>(() =>
            Known.OpenAsync(_folder["cache"], sources: [], cancellation: TestContext.Current.CancellationToken)
        );

        Assert.Equal(4, error.Failures.Count);
        Assert.Equal("found 11 bytes; expected 47040016", error.Failures[0].Reason);
    }

    public void Dispose() => _folder.Dispose();
}
