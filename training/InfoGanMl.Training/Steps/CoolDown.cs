namespace InfoGanMl.Training.Steps;

/// <summary>Full learning rates, then, over the last share of the steps, a straight line to 0.</summary>
internal static class CoolDown
{
    /// <summary>What learning rates are multiplied by in a step, the first one being step 0.</summary>
    public static double Factor(int step, int steps, double share)
    {
        var left = Math.Max(0, 1 - (double)step / steps);
        return left < share ? left / share : 1;
    }
}
