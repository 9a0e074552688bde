using InfoGanMl.Models;

namespace InfoGanMl.Pipelines;

/// <summary>Which of Q's outputs a classifier is trained on.</summary>
[Flags]
public enum RecognizerOutputs
{
    /// <summary>The probabilities of every categorical code.</summary>
    Probabilities = 1,

    /// <summary>The mean of every continuous code.</summary>
    Means = 2,

    /// <summary>Q's last layer before the codes.</summary>
    Features = 4,

    /// <summary>Everything.</summary>
    All = Probabilities | Means | Features,
}

/// <summary>Finds the columns of chosen outputs.</summary>
internal static class RecognizerOutputsColumns
{
    /// <exception cref="ArgumentException">The model has none of the chosen outputs.</exception>
    public static string[] ColumnsOf(this RecognizerOutputs outputs, ModelManifest manifest)
    {
        var latent = manifest.Latent;
        var columns = new List<string>();
        if (outputs.HasFlag(RecognizerOutputs.Probabilities))
        {
            columns.AddRange(latent.Categorical.Select(code => code.ProbabilitiesName));
        }

        if (outputs.HasFlag(RecognizerOutputs.Means))
        {
            columns.AddRange(latent.Continuous.Select(code => code.MeanName));
        }

        if (outputs.HasFlag(RecognizerOutputs.Features))
        {
            columns.Add(manifest.Recognizer.Outputs[^1].Name);
        }

        return columns.Count > 0
            ? [.. columns]
            : throw new ArgumentException(
                $"Found outputs '{outputs}', none of which this model has; expected at least one.",
                nameof(outputs)
            );
    }
}
