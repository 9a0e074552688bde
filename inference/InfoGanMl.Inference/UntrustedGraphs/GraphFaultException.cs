namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>What is wrong with a graph; whoever knows its file makes an exception for users of it.</summary>
internal sealed class GraphFaultException(string found, string expected)
    : Exception($"Found {found}; expected {expected}.")
{
    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}
