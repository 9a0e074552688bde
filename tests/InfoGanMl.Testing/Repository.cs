using System.Reflection;

namespace InfoGanMl.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its top folder, found from the project: what is built may lie anywhere (--artifacts-path).</summary>
    public static string Root { get; } =
        Find(ExecutableProcess.MetadataOf(Assembly.GetExecutingAssembly(), "ProjectFolder"));

    /// <summary>The configuration that the tests were built in, and so all that they run.</summary>
    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static string Find(string project)
    {
        var folder = new DirectoryInfo(project);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InfoGanMl.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"Found no InfoGanMl.sln above {project}.");
    }
}
