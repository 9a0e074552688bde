namespace InfoGanMl.Fuzz.Running;

/// <summary>What became of one input.</summary>
internal enum Verdict : byte
{
    /// <summary>It was read.</summary>
    Accepted,

    /// <summary>It was refused with an exception of this project.</summary>
    Refused,

    /// <summary>Another exception, or none of this project's limits was kept: a finding.</summary>
    Finding,
}

/// <summary>What became of one input.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Problem">What a finding is: its first line names its kind.</param>
internal sealed record Outcome(Verdict Verdict, string Problem = "");

/// <summary>What became of all inputs of a format.</summary>
/// <param name="Format">Its name.</param>
/// <param name="Accepted">Inputs that were read.</param>
/// <param name="Refused">Inputs that were refused.</param>
/// <param name="Findings">Problems by their kind, and how often each came up.</param>
internal sealed record Summary(string Format, int Accepted, int Refused, IReadOnlyDictionary<string, int> Findings)
{
    /// <summary>How many inputs are findings.</summary>
    public int FindingCount => Findings.Values.Sum();

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Format}: {Accepted + Refused + FindingCount} inputs, {Accepted} accepted, {Refused} refused, {FindingCount} findings";
}
