namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>
/// A linear support vector machine for a single number: positive on the side of one class. Its line makes
/// ½(slope² + offset²) + Σ cost·max(0, 1 − y·(slope·x + offset))² least, as LIBLINEAR does (Fan et al. 2008, L2-loss).
/// </summary>
/// <param name="Slope">Per unit of the number.</param>
/// <param name="Offset">At 0; weighs in as much as the slope, as LIBLINEAR has it.</param>
internal readonly record struct SupportVectorLine(double Slope, double Offset)
{
    private const int MostSteps = 100;

    /// <summary>The value of the line.</summary>
    public double At(double x) => Slope * x + Offset;

    /// <summary>Finds the line by Newton's method: with two unknowns, each step is one pass over the values.</summary>
    /// <param name="values">[N] numbers.</param>
    /// <param name="inside">[N] whether each is of the class.</param>
    /// <param name="costInside">Cost of errors on the class.</param>
    /// <param name="costOutside">Cost of errors on all others.</param>
    public static SupportVectorLine Fit(double[] values, bool[] inside, double costInside, double costOutside)
    {
        var problem = new Problem(values, inside, costInside, costOutside);
        var line = default(SupportVectorLine);
        var here = problem.At(line);
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, offset) = here.NewtonStep();
            var descent = slope * here.BySlope + offset * here.ByOffset;
            if (descent > -1e-12 * (1 + here.Value))
            {
                break;
            }

            // Where other values come within the margin, a whole step may lead too far.
            var share = 1.0;
            var (next, there) = Go(share);
            while (there.Value > here.Value + 1e-4 * share * descent && share > 1e-6)
            {
                (next, there) = Go(share /= 2);
            }

            (line, here) = (next, there);

            (SupportVectorLine, Slopes) Go(double part)
            {
                var moved = new SupportVectorLine(line.Slope + part * slope, line.Offset + part * offset);
                return (moved, problem.At(moved));
            }
        }

        return line;
    }

    /// <summary>What is to be least, and its first and second derivatives.</summary>
    private readonly record struct Slopes(
        double Value,
        double BySlope,
        double ByOffset,
        double BySlopeTwice,
        double ByBoth,
        double ByOffsetTwice
    )
    {
        public (double Slope, double Offset) NewtonStep()
        {
            var determinant = BySlopeTwice * ByOffsetTwice - ByBoth * ByBoth; // at least 1: both squares add 1
            return (
                (ByBoth * ByOffset - ByOffsetTwice * BySlope) / determinant,
                (ByBoth * BySlope - BySlopeTwice * ByOffset) / determinant
            );
        }
    }

    private sealed class Problem(double[] values, bool[] inside, double costInside, double costOutside)
    {
        public Slopes At(SupportVectorLine line)
        {
            var (slope, offset) = (line.Slope, line.Offset);
            var (sum, bySlope, byOffset) = ((slope * slope + offset * offset) / 2, slope, offset);
            var (bySlopeTwice, byBoth, byOffsetTwice) = (1.0, 0.0, 1.0);
            for (var i = 0; i < values.Length; i++)
            {
                var (side, cost) = inside[i] ? (1, costInside) : (-1, costOutside);
                var error = 1 - side * line.At(values[i]);
                if (error > 0)
                {
                    sum += cost * error * error;
                    bySlope -= 2 * cost * side * error * values[i];
                    byOffset -= 2 * cost * side * error;
                    bySlopeTwice += 2 * cost * values[i] * values[i];
                    byBoth += 2 * cost * values[i];
                    byOffsetTwice += 2 * cost;
                }
            }

            return new(sum, bySlope, byOffset, bySlopeTwice, byBoth, byOffsetTwice);
        }
    }
}
