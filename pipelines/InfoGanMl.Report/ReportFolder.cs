using System.Text;
using InfoGanMl.Evaluation;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Report;

/// <summary>The files that an evaluation leaves: metrics for scripts, a page for people.</summary>
public static class ReportFolder
{
    /// <summary>Name of the page.</summary>
    public const string PageName = "report.html";

    /// <summary>Refuses what cannot become a folder, before hours are spent on what should go there.</summary>
    /// <exception cref="IOException">There is a file of that name, or of that of a folder around it.</exception>
    internal static void RequirePossible(string folder)
    {
        var path = Path.GetFullPath(folder);
        while (path is not null && !Directory.Exists(path))
        {
            if (File.Exists(path))
            {
                throw new IOException($"The folder {folder} cannot be made: a file '{path}' already exists.");
            }

            path = Path.GetDirectoryName(path);
        }
    }

    /// <summary>Writes the metrics and the report of one model; files of the same names are replaced.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="result">The evaluation.</param>
    public static void Write(string folder, EvaluationResult result) =>
        WriteAll(
            folder,
            (MetricsFile.Name, MetricsFile.ToJson(result.Metrics)),
            (PageName, ReportPage.Render(result.Metrics, result.Pictures))
        );

    /// <summary>Writes the comparison of several models; files of the same names are replaced.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="comparison">The comparison.</param>
    public static void Write(string folder, RunComparison comparison) =>
        WriteAll(folder, ("comparison.json", comparison.ToJson()), (PageName, ComparisonPage.Render(comparison)));

    private static void WriteAll(string folder, params (string Name, string Content)[] files)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.WriteTogether([
            .. files.Select(file => (Path.Combine(folder, file.Name), Encoding.UTF8.GetBytes(file.Content))),
        ]);
    }
}
