using System.Globalization;
using System.Text;
using InfoGanMl.Models.Latents;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Models;

/// <summary>The README.md of a model folder, written for someone who has only that folder.</summary>
internal static class ModelCard
{
    public static string Render(ModelManifest manifest)
    {
        var card = new StringBuilder();
        card.AppendLine(Invariant($"# InfoGAN on {manifest.Dataset}, preset {manifest.Preset}, seed {manifest.Seed}"));
        card.AppendLine();
        var rows = manifest.Latent.Categorical.Count > 0 ? "one row per category" : "one row per continuous code";
        card.AppendLine(Invariant($"![Generated images, {rows}](preview.png)"));
        card.AppendLine();
        card.AppendLine(Invariant($"Generated images, {rows}. No label was used in training."));
        card.AppendLine();
        AppendTraining(card, manifest);
        AppendScores(card, manifest.Scores, manifest.Latent);
        AppendTensors(card, "generator.onnx (G)", manifest.Generator);
        AppendTensors(card, "recognizer.onnx (Q)", manifest.Recognizer);
        card.AppendLine("Images are `[N, C, H, W]` in [0, 1]. Both files are ONNX opset 17, IR 8, float32.");
        card.AppendLine(
            Invariant($"Pictures become such images by: {manifest.Preparation}; `LoadPictures(model)` does it.")
        );
        card.AppendLine();
        AppendUsage(card, manifest);
        return card.ToString();
    }

    private static void AppendTraining(StringBuilder card, ModelManifest manifest)
    {
        var training = manifest.Training;
        card.AppendLine("## Training");
        card.AppendLine();
        card.AppendLine(
            Invariant($"{training.Steps:N0} steps, {training.ImagesSeen:N0} images in all, ")
                + Invariant(
                    $"in {training.Seconds:N0} s on {training.Device} ({training.ImagesPerSecond:N0} images/s, "
                )
                + Invariant($"peak memory {training.PeakRssBytes / 1e9:N1} GB). `model.json` holds every option.")
        );
        card.AppendLine();
    }

    private static void AppendScores(StringBuilder card, Scores? scores, LatentSpace latent)
    {
        card.AppendLine("## Scores");
        card.AppendLine();
        if (scores is null)
        {
            card.AppendLine("Not evaluated yet.");
            card.AppendLine();
            return;
        }

        card.AppendLine(Invariant($"Measured on the exported files, {scores.TestImages:N0} test images."));
        if (DescribeCodes(latent) is { } note)
        {
            card.AppendLine(note);
        }

        card.AppendLine();
        card.AppendLine("| score | value |");
        card.AppendLine("|---|---|");
        foreach (var score in scores.Figures)
        {
            card.AppendLine(Invariant($"| {score.Title} | {Describe(score)} |"));
        }

        card.AppendLine();
    }

    private static string? DescribeCodes(LatentSpace latent) =>
        latent.Categorical switch
        {
            [] => "The model has no categorical code, so it sorts nothing.",
            [var first, _, ..] => Invariant(
                $"Scores of the category are those of `{first.Name}`, the first code; none was picked by labels."
            ),
            _ => null,
        };

    private static string Describe(Score score)
    {
        var number = Describe(score, score.Value) + (score.Most is { } most ? $" of {Describe(score, most)}" : "");
        return score.Unit is "share" or "score" or "correlation" or "ratio" ? number : $"{number} {score.Unit}";
    }

    private static string Describe(Score score, double value) =>
        score.Unit switch
        {
            "share" => Invariant($"{value:P2}"),
            "nats" => Invariant($"{value:F3}"),
            "correlation" or "pixels" => Invariant($"{value:F2}"),
            _ => Invariant($"{value:F4}"),
        };

    private static void AppendTensors(StringBuilder card, string title, GraphTensors graph)
    {
        card.AppendLine(Invariant($"## {title}"));
        card.AppendLine();
        card.AppendLine("| | tensor | shape |");
        card.AppendLine("|---|---|---|");
        foreach (
            var (kind, tensor) in graph.Inputs.Select(t => ("in", t)).Concat(graph.Outputs.Select(t => ("out", t)))
        )
        {
            card.AppendLine(Invariant($"| {kind} | `{tensor.Name}` | [N, {string.Join(", ", tensor.Shape)}] |"));
        }

        card.AppendLine();
    }

    private static void AppendUsage(StringBuilder card, ModelManifest manifest)
    {
        card.AppendLine("## Use");
        card.AppendLine();
        card.AppendLine("In ML.NET, with the package InfoGanMl.Pipelines:");
        card.AppendLine();
        card.AppendLine("```csharp");
        card.AppendLine("var model = ModelFolder.Open(\"path/to/this/folder\");");
        card.AppendLine("var recognizer = mlContext.Transforms.RecognizeWithInfoGan(model);");
        card.AppendLine("```");
        card.AppendLine();
        card.AppendLine("To train it again:");
        card.AppendLine();
        card.AppendLine("```");
        card.AppendLine(Invariant($"dotnet cake --target=Train --preset={manifest.Preset} --seed={manifest.Seed}"));
        card.AppendLine("```");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
