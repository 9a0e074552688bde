using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Lists;

/// <summary>A cell that says what a picture is for.</summary>
internal static class SplitCell
{
    /// <summary>Parses a name, or CelebA's number.</summary>
    /// <param name="list">The list.</param>
    /// <param name="line">Where in it.</param>
    /// <param name="cell">What it says.</param>
    /// <exception cref="InvalidPictureListException">It is none of the usual names.</exception>
    public static Part Parse(string list, int line, string cell) =>
        cell.Trim() switch
        {
            "0" => Part.Train,
            "1" or "2" => Part.Test,
            var name => PartNames.Find(name)
                ?? throw new InvalidPictureListException(
                    list,
                    $"the split '{cell}' in line {line}",
                    $"{string.Join(", ", PartNames.All)}; or 0 to train on and 1 or 2 to hold out"
                ),
        };
}
