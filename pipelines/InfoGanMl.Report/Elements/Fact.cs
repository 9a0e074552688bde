namespace InfoGanMl.Report.Elements;

/// <summary>Something worth knowing, by name.</summary>
internal sealed record Fact(string Name, string Value);
