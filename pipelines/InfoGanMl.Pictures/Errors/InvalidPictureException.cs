using InfoGanMl.Models.Errors;

namespace InfoGanMl.Pictures.Errors;

/// <summary>A picture file that is damaged, too large, or of another kind.</summary>
/// <remarks>ML.NET reads ahead on threads of its own: there, it wraps this in an <see cref="InvalidOperationException"/>.</remarks>
public sealed class InvalidPictureException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Replace the picture or leave it out.",
        path,
        found,
        expected,
        inner
    );
