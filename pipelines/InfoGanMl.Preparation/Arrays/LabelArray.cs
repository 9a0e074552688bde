using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Arrays;

/// <summary>Labels of images in an array of numbers.</summary>
internal static class LabelArray
{
    /// <summary>Reads one label for each image, as it is: SVHN's digit zero stays 10.</summary>
    /// <param name="array">[N], or [N, 1] or [1, N] as MATLAB has it, of whole numbers in any type.</param>
    /// <exception cref="InvalidArrayFileException">Images have several labels, or one is no whole number.</exception>
    public static int[] Read(NumericArray array)
    {
        var axes = array.Shape.Sizes.Count;
        return axes is 1 or 2 && array.Shape.Sizes.Count(size => size != 1) <= 1
            ? array.ToInts()
            : throw array.Source.Refuse(
                $"{array.Type.Describe()} {array.Shape}",
                "labels [N] or [N, 1], one for each image",
                "Save one class for each image; images of several classes at once have no place here."
            );
    }
}
