namespace InfoGanMl.Conventions.Tests.Namespaces.Sample.Here;

/// <summary>What the other namespace hands out.</summary>
internal sealed record Answer;
