namespace InfoGanMl.CommandLine;

/// <summary>A verb that was stopped, and has something to say of what it leaves behind.</summary>
/// <param name="message">Whole sentences.</param>
public sealed class StoppedException(string message) : OperationCanceledException(message);
