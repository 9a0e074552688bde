namespace InfoGanMl.Evaluation.Categories;

/// <summary>
/// Steps of confidence that are fine where most images are: 0, 0.01, 0.02 ... 0.99, then by doubt = 1 − confidence in steps
/// of a tenth of a decade down to 10⁻¹², and one step for all below. An edge belongs to the surer step.
/// </summary>
internal static class ConfidenceBins
{
    private const int Hundredths = 99; // below 0.99
    private const int PerDecade = 10;
    private const int Decades = 10; // from 10⁻² to 10⁻¹²

    // 0.3 counts as 30 hundredths although 1 − 0.7 rounds to a little less.
    private const double Rounding = 1e-9;

    /// <summary>Number of steps.</summary>
    public const int Count = Hundredths + Decades * PerDecade + 1;

    /// <summary>The step of a doubt, from 0 for the largest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The doubt is not in [0, 1].</exception>
    public static int Find(double doubt)
    {
        if (doubt is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(doubt), doubt, "Expected a probability.");
        }

        var hundredths = (int)(100 * (1 - doubt) + Rounding);
        if (hundredths < Hundredths)
        {
            return hundredths;
        }

        // Of no doubt at all the logarithm is −∞.
        var decades = Math.Min(Decades, -2 - Math.Log10(doubt));
        return Hundredths + Math.Max(0, (int)(PerDecade * decades + Rounding));
    }

    /// <summary>Which of so many equal steps of confidence a step lies in; 100 must be a multiple of them.</summary>
    public static int Step(int bin, int steps) => Math.Min(bin, Hundredths) * steps / 100;
}
