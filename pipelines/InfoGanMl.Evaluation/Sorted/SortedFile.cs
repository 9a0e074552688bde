using InfoGanMl.Datasets;
using InfoGanMl.Models.Latents;
using nietras.SeparatedValues;

namespace InfoGanMl.Evaluation.Sorted;

/// <summary>Which picture is in which category: a CSV file of all pictures, whatever they were used for, and of those left out.</summary>
public static class SortedFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "sorted.csv";

    /// <summary>The contents of the file.</summary>
    /// <param name="answers">What Q says of every picture.</param>
    /// <param name="leftOut">Pictures that no image could be made of.</param>
    /// <param name="latent">The codes.</param>
    /// <param name="nameOf">Name of a category of the first code; null where it has none.</param>
    /// <returns>
    /// Columns path, split and class; for each categorical code its category and the probability of that; the mean of each
    /// continuous code; category_name, of the first code's; and left_out, why no image could be made of a picture.
    /// </returns>
    public static string ToCsv(
        IReadOnlyList<PictureAnswer> answers,
        IReadOnlyList<LeftOutPicture> leftOut,
        LatentSpace latent,
        Func<int, string?> nameOf
    )
    {
        using var writer = Sep.New(',').Writer(o => o with { Escape = true }).ToText();
        foreach (var answer in answers)
        {
            using var row = writer.NewRow();
            Set(row, answer.Path, answer.IsTest ? "test" : "train", answer.Class);
            foreach (var (i, code) in latent.Categorical.Index())
            {
                SetCategory(row, code.Name, answer.Categories[i], answer.Probabilities[i]);
            }

            foreach (var (i, code) in latent.Continuous.Index())
            {
                row[code.Name].Format(answer.Means[i]);
            }

            row["category_name"].Set(answer.Categories is [var first, ..] ? nameOf(first) ?? "" : "");
            row["left_out"].Set("");
        }

        foreach (var (path, reason) in leftOut)
        {
            using var row = writer.NewRow();
            Set(row, path, split: "", @class: null);
            foreach (var code in latent.Categorical)
            {
                row[code.Name].Set("");
                row[$"{code.Name}_probability"].Set("");
            }

            foreach (var code in latent.Continuous)
            {
                row[code.Name].Set("");
            }

            row["category_name"].Set("");
            row["left_out"].Set(reason);
        }

        return writer.ToString();
    }

    private static void Set(SepWriter.Row row, string path, string split, string? @class)
    {
        row["path"].Set(path);
        row["split"].Set(split);
        row["class"].Set(@class ?? "");
    }

    private static void SetCategory(SepWriter.Row row, string code, int category, float probability)
    {
        row[code].Format(category);
        row[$"{code}_probability"].Format(probability);
    }
}
