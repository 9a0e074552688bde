namespace InfoGanMl.Conventions.Tests.Namespaces;

/// <summary>A type of one namespace that needs a type of another.</summary>
/// <param name="From">Namespace and name of the type that needs the other.</param>
/// <param name="To">Namespace and name of the type that it needs.</param>
internal sealed record TypeReference((string Namespace, string Name) From, (string Namespace, string Name) To);
