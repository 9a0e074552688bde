namespace InfoGanMl.CrashStress;

/// <summary>A run did not survive.</summary>
internal sealed class StressFailedException(string folder, string found, string expected)
    : Exception($"{folder}: found that {found}; expected it {expected}.");
