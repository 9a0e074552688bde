using System.Diagnostics;

// tests/browser.cake loads this file, too: scripts have no namespaces, and in them Path and File are Cake's.
#if CAKE
#nullable enable
#else
namespace InfoGanMl.Testing;

#endif

/// <summary>Chrome, Edge or Chromium, wherever it is: each of them can open the report.</summary>
public static class InstalledBrowser
{
    /// <summary>The environment variable that names a browser, which then is used and no other.</summary>
    public const string Variable = "INFOGANML_BROWSER";

    /// <summary>Where a browser lies, below the repository, that tests/browser.cake brought.</summary>
    public const string Brought = "artifacts/browser/browser";

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "chrome-headless-shell",
        "microsoft-edge",
        "microsoft-edge-stable",
        "msedge",
    ];

    /// <summary>The first browser that starts, if any does.</summary>
    /// <param name="repository">The top folder of the repository.</param>
    public static string? Find(string repository) => Find(repository, Environment.GetEnvironmentVariable);

    /// <summary>The same where the environment is another one.</summary>
    public static string? Find(string repository, Func<string, string?> environment) =>
        environment(Variable) is { Length: > 0 } named
            ? Starts(named)
                ? System.IO.Path.GetFullPath(named)
                : throw new InvalidOperationException(
                    $"{Variable} is '{named}'; expected the file that starts a browser."
                )
            : OnPath(environment("PATH"))
                .Concat(UsualPlaces())
                .Append($"{repository}/{Brought}")
                .FirstOrDefault(Starts);

    /// <summary>What was looked for where, and what to do where nothing was found.</summary>
    public static string Advice =>
        "Found no browser to open the report in. Looked for "
        + $"{string.Join(", ", Names)} on the PATH, {string.Join(", ", UsualPlaces().Append(Brought))}. "
        + $"Install Chrome, Edge or Chromium, or let {Variable} name the file that starts one.";

    private static IEnumerable<string> OnPath(string? path) =>
        from folder in (path ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    private static IEnumerable<string> UsualPlaces() =>
        OperatingSystem.IsWindows()
            ? Below(
                WindowsFolders,
                "Google/Chrome/Application/chrome.exe",
                "Microsoft/Edge/Application/msedge.exe",
                "Chromium/Application/chrome.exe"
            )
        : OperatingSystem.IsMacOS()
            ? Below(
                ["/Applications", $"{Folder(Environment.SpecialFolder.UserProfile)}/Applications"],
                "Google Chrome.app/Contents/MacOS/Google Chrome",
                "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                "Chromium.app/Contents/MacOS/Chromium"
            )
        : ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/opt/chromium/chrome", "/snap/bin/chromium"];

    private static string[] WindowsFolders =>
        [
            Folder(Environment.SpecialFolder.ProgramFiles),
            Folder(Environment.SpecialFolder.ProgramFilesX86),
            Folder(Environment.SpecialFolder.LocalApplicationData),
        ];

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);

    private static IEnumerable<string> Below(string[] folders, params string[] programs) =>
        from program in programs
        from folder in folders
        select $"{folder}/{program}";

    /// <summary>Whether this is a browser, and not, say, the script that in its place asks to install a snap.</summary>
    private static bool Starts(string program)
    {
        if (!System.IO.File.Exists(program) || OperatingSystem.IsWindows()) // where --version opens a window
        {
            return System.IO.File.Exists(program);
        }

        try
        {
            var options = new ProcessStartInfo(program, ["--version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(options)!;
            return process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception) // not executable
        {
            return false;
        }
    }
}
#if CAKE
#nullable restore
#endif
