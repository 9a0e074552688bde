using System.Globalization;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Evaluation.ExportCheck;

/// <summary>An exported graph computes something else than the network that training learned.</summary>
public sealed class ParityException(TensorDifference worst)
    : InfoGanException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{worst.Graph}, batch of {worst.BatchSize}, tensor '{worst.Tensor}': found a difference of {worst.MaxAbsDiff:G3} from training's values; expected at most {worst.Tolerance:G3}. Check that the references are of this training run; if they are, the export is wrong."
        )
    )
{
    /// <summary>The output that differs most.</summary>
    public TensorDifference Worst { get; } = worst;
}
