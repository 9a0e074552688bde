namespace InfoGanMl.Models.Errors;

/// <summary>Base of every error that InfoGanMl reports about its input: files, data, options, training.</summary>
/// <remarks>Mistakes in calling code are <see cref="ArgumentException"/>s instead.</remarks>
public abstract class InfoGanException(string message, Exception? innerException = null)
    : Exception(message, innerException);
