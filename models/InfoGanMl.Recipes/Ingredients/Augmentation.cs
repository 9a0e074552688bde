using InfoGanMl.Models.Checks;
using static System.FormattableString;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>How a copy of an image may differ from it: ranges of random amounts, the same either way.</summary>
/// <param name="RotationDegrees">It is turned by up to this angle.</param>
/// <param name="Scaling">It is scaled by a factor of 1 ± up to this.</param>
/// <param name="Shift">It is moved by up to this share of the image's side.</param>
/// <param name="Slant">It is slanted by up to this many pixels per pixel of height.</param>
/// <param name="Thickness">Its strokes move by up to this share of the way to their 3×3 dilation or erosion; at most 1.</param>
/// <param name="Strokes">
/// Short strokes drawn over it. They teach Q that one more line, as in a crossed 7, makes no other digit. Not used in a head
/// start, which they only slow down.
/// </param>
/// <param name="Dimming">
/// It is darkened by up to this share. Where brightness says little of what is shown, as of clothes, Q sorts by it otherwise.
/// </param>
/// <param name="Stretch">It is made wider or narrower by a factor of up to 1 + this.</param>
/// <param name="Coloring">
/// Contrast and brightness of each of its channels change by up to this share, each by an amount of its own. Where colors say
/// little of what is shown, as those of a background, Q sorts by them otherwise.
/// </param>
/// <param name="Normalize">
/// It is first brought to the middle of the image, by its center of mass, and to the mean size, by its mass: for data that show
/// one bright thing on black, anywhere and of any size. Place and size of an image then say nothing of those of its copy, so
/// that no category can stand for them.
/// </param>
/// <param name="Mirror">It may be mirrored left to right: for data where that makes nothing else of a thing.</param>
/// <param name="RepeatEdges">What comes in from outside the image is like its edge, and not black.</param>
public sealed record Augmentation(
    double RotationDegrees = 15,
    double Scaling = 0.15,
    double Shift = 0.1,
    double Slant = 0.3,
    double Thickness = 0.8,
    int Strokes = 0,
    double Dimming = 0,
    double Stretch = 0,
    double Coloring = 0,
    bool Normalize = false,
    bool Mirror = false,
    bool RepeatEdges = false
)
{
    internal double RangeOf(AugmentationKind augmentation) =>
        augmentation switch
        {
            AugmentationKind.Slant => Slant,
            AugmentationKind.Thickness => Thickness,
            AugmentationKind.Brightness => Dimming,
            AugmentationKind.Width => Stretch,
            AugmentationKind.Size => Scaling,
            AugmentationKind.Right or AugmentationKind.Down => Shift,
            _ => throw new ArgumentOutOfRangeException(nameof(augmentation), augmentation, "No such augmentation."),
        };

    internal IEnumerable<string> FindMistakes() =>
        Require
            .NotNegative(
                ("Augmentation.RotationDegrees", RotationDegrees),
                ("Augmentation.Shift", Shift),
                ("Augmentation.Slant", Slant),
                ("Augmentation.Stretch", Stretch)
            )
            .Concat(
                Require.Fraction(
                    ("Augmentation.Scaling", Scaling),
                    ("Augmentation.Dimming", Dimming),
                    ("Augmentation.Coloring", Coloring)
                )
            )
            .Concat(
                RotationDegrees > 180
                    ? [Invariant($"Augmentation.RotationDegrees is {RotationDegrees}; expected at most 180.")]
                    : Array.Empty<string>()
            )
            .Concat(Require.AtLeast(0, ("Augmentation.Strokes", Strokes)))
            .Concat(Require.AtMost(RecipeLimits.Strokes, ("Augmentation.Strokes", Strokes)))
            .Concat(Require.Share(("Augmentation.Thickness", Thickness)));
}
