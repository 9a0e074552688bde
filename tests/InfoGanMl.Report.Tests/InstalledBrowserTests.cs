using System.Text;
using InfoGanMl.Testing;

namespace InfoGanMl.Report.Tests;

/// <summary>Browsers here are scripts that end at once: what is found must start, not open a page.</summary>
public sealed class InstalledBrowserTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("chromium")]
    [InlineData("chromium-browser")]
    [InlineData("google-chrome-stable")]
    [InlineData("msedge")]
    public void A_browser_on_the_path_is_found_by_any_of_its_names(string name)
    {
        var browser = WriteProgram($"path/{name}", exitCode: 0);

        Assert.Equal(browser, Find());
    }

    [Fact]
    public void The_variable_goes_before_the_path()
    {
        WriteProgram("path/chromium", exitCode: 0);
        var mine = WriteProgram("mine", exitCode: 0);

        Assert.Equal(mine, Find(mine));
    }

    [Fact]
    public void A_program_that_does_not_start_is_passed_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Nothing is started there: a window would open.");
        WriteProgram("path/chromium", exitCode: 1);
        var other = WriteProgram("path/google-chrome", exitCode: 0);

        Assert.Equal(other, Find());
    }

    [Fact]
    public void A_variable_that_names_no_browser_is_refused()
    {
        WriteProgram("path/chromium", exitCode: 0);

        var error = Assert.Throws<InvalidOperationException>(() => Find(_folder["none"]));

        Assert.Equal(
            $"INFOGANML_BROWSER is '{_folder["none"]}'; expected the file that starts a browser.",
            error.Message
        );
    }

    [Fact]
    public void Advice_names_the_programs_the_places_and_the_variable()
    {
        Assert.All(
            ["google-chrome-stable", "msedge", "PATH", InstalledBrowser.Brought, InstalledBrowser.Variable],
            part => Assert.Contains(part, InstalledBrowser.Advice, StringComparison.Ordinal)
        );
    }

    public void Dispose() => _folder.Dispose();

    private string? Find(string? named = null) =>
        InstalledBrowser.Find(
            _folder.Path,
            new Dictionary<string, string?>
            {
                ["PATH"] = _folder["path"],
                [InstalledBrowser.Variable] = named,
            }.GetValueOrDefault
        );

    private string WriteProgram(string name, int exitCode)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var path = _folder.Write(name + suffix, Encoding.UTF8.GetBytes($"#!/bin/sh\nexit {exitCode}\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
