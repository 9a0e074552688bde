using InfoGanMl.Models.Files;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Files;

public sealed class BoundedFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a file")]
    [InlineData("a link")]
    public void A_file_within_bounds_is_read_by_whatever_name(string name)
    {
        File.CreateSymbolicLink(_folder["a link"], _folder.Write("a file", new byte[100]));

        Assert.Equal(100, Read(name).Length);
    }

    [Fact]
    public void A_link_is_as_long_as_what_it_leads_to()
    {
        File.CreateSymbolicLink(_folder["link"], _folder.Write("large", new byte[101]));

        Assert.Equal("101 bytes", Assert.Throws<Refused>(() => Read("link")).Message);
    }

    [Fact]
    public void A_link_to_a_device_that_never_ends_is_not_read()
    {
        File.CreateSymbolicLink(_folder["link"], "/dev/zero");

        Assert.Equal("0 bytes", Assert.Throws<Refused>(() => Read("link")).Message);
    }

    [Fact]
    public void A_link_to_nothing_is_said_to_be_one()
    {
        File.CreateSymbolicLink(_folder["link"], _folder["gone"]);

        Assert.Equal("a link to no file", Assert.Throws<Refused>(() => Read("link")).Message);
    }

    private byte[] Read(string name) =>
        BoundedFile.ReadAllBytes(_folder[name], most: 100, (found, _, _) => new Refused(found));

    private sealed class Refused(string found) : Exception(found);
}
