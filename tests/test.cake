// What target Test does: everything, what is fast, or what belongs to one project.
#load "browser.cake"

/// Slow are tests that train whole models, start programs or a browser, or score thousands of images: classes with [Trait("Speed", "Slow")].
void RunTests(string project, bool isFast)
{
    var tests = project == "" ? "InfoGanMl.sln" : $"tests/InfoGanMl.{project}.Tests/InfoGanMl.{project}.Tests.csproj";
    if (!FileExists(tests))
    {
        var names = GetDirectories("tests/*.Tests").Select(folder => folder.GetDirectoryName().Split('.')[1]);
        throw new CakeException($"--project is '{project}'; expected one of {string.Join(", ", names.Order())}.");
    }

    if (!isFast && project is "" or "Report")
    {
        ProvideBrowser(); // or fail, before the minutes that all else takes
    }

    Start(Quoted(["csharpier", "check", "."]));
    DotNetBuild(tests, new DotNetBuildSettings
    {
        MSBuildSettings = BuildSettings(),
        Configuration = "Release",
    });
    // Two programs at a time, of one thread each: libtorch's threads would fight for the cores.
    Environment.SetEnvironmentVariable("OMP_NUM_THREADS", "1");
    Start(Quoted([
        "test", project == "" ? "--solution" : "--project", tests, "--configuration", "Release", "--no-build",
        "--max-parallel-test-modules", "2",
        "--results-directory", "artifacts/test-results",
        .. isFast ? ["--filter-not-trait", "Speed=Slow", "--ignore-exit-code", "8"] : Array.Empty<string>(), // 8: all are slow
    ]));
}
