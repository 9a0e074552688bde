using System.Text;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Sorted;
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

    /// <summary>
    /// Writes the metrics and the report of one model, and which picture is in which category where its images are of pictures;
    /// files of the same names are replaced.
    /// </summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="result">The evaluation.</param>
    /// <param name="leftOut">Pictures that no image could be made of.</param>
    public static void Write(string folder, EvaluationResult result, IReadOnlyList<LeftOutPicture> leftOut)
    {
        List<(string, string)> files =
        [
            (MetricsFile.Name, MetricsFile.ToJson(result.Metrics)),
            (PageName, ReportPage.Render(result.Metrics, result.Pictures)),
        ];
        if (result.Answers.Count > 0)
        {
            files.Add((SortedFile.Name, SortedFile.ToCsv(result.Answers, leftOut, result.Model.Latent, result.NameOf)));
        }

        WriteAll(folder, [.. files]);
    }

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
