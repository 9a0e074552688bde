using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>A file of many images that was found, and is not read yet.</summary>
/// <param name="File">The file.</param>
/// <param name="Columns">Those of a table of pixels; null for a file of arrays.</param>
internal sealed record PackedFile(SourcePicture File, PixelColumns? Columns);
