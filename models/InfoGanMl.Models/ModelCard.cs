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
        AppendNotes(card, scores);
        card.AppendLine();
        card.AppendLine("| score | value |");
        card.AppendLine("|---|---|");
        AppendCategories(card, scores);
        foreach (var (code, r2) in latent.Continuous.Zip(scores.ContinuousR2))
        {
            card.AppendLine(Invariant($"| R² of `{code.Name}` as Q recovers it from generated images | {r2:F3} |"));
        }

        foreach (var best in scores.BestMeanings)
        {
            card.AppendLine(
                Invariant($"| rank correlation of `{best.Code}` with {best.Property} | {best.Spearman:F2} |")
            );
        }

        if (scores.Samples is { } samples)
        {
            AppendSamples(card, samples);
        }

        card.AppendLine();
    }

    private static void AppendNotes(StringBuilder card, Scores scores)
    {
        if (scores.MutualInformation is null)
        {
            card.AppendLine("The model has no categorical code, so it sorts nothing.");
        }

        if (scores.CategoricalCodes is [var first, ..])
        {
            card.AppendLine(
                Invariant(
                    $"Scores of the category are those of `{first.Code}`, the first code; none was picked by labels."
                )
            );
        }
    }

    private static void AppendCategories(StringBuilder card, Scores scores)
    {
        if (scores.AccuracyOneToOne is not null) // else the data had no labels
        {
            card.AppendLine(Invariant($"| one-to-one accuracy of the category | {scores.AccuracyOneToOne:P2} |"));
            card.AppendLine(Invariant($"| purity | {scores.Purity:P2} |"));
            card.AppendLine(Invariant($"| NMI | {scores.Nmi:F4} |"));
            card.AppendLine(Invariant($"| ARI | {scores.Ari:F4} |"));
        }

        if (scores.DownstreamAccuracy100Labels is { } downstream)
        {
            card.AppendLine(Invariant($"| linear classifier on Q's outputs, 100 labels | {downstream:P2} |"));
        }

        if (scores.MutualInformation is { } information)
        {
            card.AppendLine(Invariant($"| L_I of H(c), in nats | {information:F3} of {scores.CodeEntropy:F3} |"));
        }

        foreach (var code in scores.CategoricalCodes)
        {
            var accuracy = code.AccuracyOneToOne is { } share ? Invariant($"; one-to-one accuracy {share:P2}") : "";
            card.AppendLine(
                Invariant(
                    $"| L_I of H(c) of `{code.Code}`, in nats | {code.MutualInformation:F3} of {code.CodeEntropy:F3}{accuracy} |"
                )
            );
        }
    }

    private static void AppendSamples(StringBuilder card, SampleScores samples)
    {
        if (samples.Agreement is { } agreement)
        {
            card.AppendLine(Invariant($"| generated images that show their category's class | {agreement:P2} |"));
        }

        card.AppendLine(
            Invariant(
                $"| precision of generated images (real ones) | {samples.Precision:F3} ({samples.RealPrecision:F3}) |"
            )
        );
        card.AppendLine(
            Invariant($"| recall of generated images (real ones) | {samples.Recall:F3} ({samples.RealRecall:F3}) |")
        );
        card.AppendLine(
            Invariant(
                $"| Fréchet distance of generated images (real ones) | {samples.FrechetDistance:F2} ({samples.RealFrechetDistance:F2}) |"
            )
        );
    }

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
