using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Idx;

/// <summary>Two files, of images and of labels, for one test.</summary>
internal sealed class WrittenIdx : IDisposable
{
    /// <summary>Where they are, as images and labels.</summary>
    public TempFolder Folder { get; } = new();

    public Task<ImageSet> ReadAsync(byte[] images, byte[] labels) =>
        IdxFile.ReadAsync(
            Folder.Write("images", images),
            Folder.Write("labels", labels),
            TestContext.Current.CancellationToken
        );

    public Task<InvalidIdxException> RefuseAsync(byte[] images, byte[] labels) =>
        Assert.ThrowsAsync<InvalidIdxException>(() => ReadAsync(images, labels));

    public void Dispose() => Folder.Dispose();
}
