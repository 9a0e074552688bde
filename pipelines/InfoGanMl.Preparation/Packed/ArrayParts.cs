using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>The images and labels in files of MATLAB and NumPy.</summary>
/// <param name="folder">Full path of the folder that the files are below.</param>
/// <param name="cancellation">Stops between two variables.</param>
internal sealed class ArrayParts(string folder, CancellationToken cancellation)
{
    private const int DigitZero = 10;

    /// <summary>Whether a file is one of arrays, as its name says.</summary>
    public static bool Include(string path) => Path.GetExtension(path).ToLowerInvariant() is ".mat" or ".npz" or ".npy";

    /// <summary>Reads them: a part for each array of images.</summary>
    /// <exception cref="InvalidArrayFileException">A file is damaged, or its arrays are none of images and labels.</exception>
    public IReadOnlyList<PackedPart> Read(IReadOnlyList<SourcePicture> files)
    {
        var variables = files.SelectMany(FindVariables).ToList();
        var named = variables.Where(variable => variable.Names.AreLabels is false).ToList();
        var images = named.Count > 0 ? named : BareArrays.FindImages(variables);
        return images.Count > 0
            ? [.. images.Select(image => Read(image, images, variables))]
            : throw new PreparationException(
                $"no images in {string.Join(", ", files.Select(file => file.Path))}, only "
                    + string.Join(", ", variables.Select(variable => variable.Title)),
                "arrays such as train_images and train_labels, x_train and y_train, or X and y in a file named train",
                "Save them under such names."
            );
    }

    private IEnumerable<ArrayVariable> FindVariables(SourcePicture file)
    {
        var names = ArrayFile.ReadNames(Path.Combine(folder, file.Path), cancellation);
        return names.Select(name => new ArrayVariable(file, name, VariableNames.Of(file.Path, name)));
    }

    /// <summary>The labels of the same part; null where there are none.</summary>
    private static ArrayVariable? FindLabels(
        ArrayVariable image,
        IReadOnlyList<ArrayVariable> images,
        IReadOnlyList<ArrayVariable> variables
    )
    {
        if (images.FirstOrDefault(other => other != image && IsSamePart(other, image)) is { } twin)
        {
            throw new PreparationException(
                $"two arrays of the same images, {image.Path} and {twin.Path}",
                "one of each part",
                "Put one data set into a folder of its own."
            );
        }

        return variables.FirstOrDefault(other => other.Names.AreLabels is true && IsSamePart(other, image));
    }

    private static bool IsSamePart(ArrayVariable one, ArrayVariable other) =>
        one.Names.PartName == other.Names.PartName;

    private PackedPart Read(
        ArrayVariable image,
        IReadOnlyList<ArrayVariable> images,
        IReadOnlyList<ArrayVariable> variables
    )
    {
        if (image.Class is { } name)
        {
            var same = ReadImages(image);
            return new(image.Path, image.File, same, [.. Enumerable.Repeat(name, same.Count)], Part: null);
        }

        var labels = FindLabels(image, images, variables);
        var packed = ReadImages(image);
        var classes = labels is null ? null : ReadLabels(labels, packed.Count);
        return new(image.Path, image.File, packed, classes, image.Names.Part);
    }

    private ImageArrays ReadImages(ArrayVariable variable)
    {
        var array = ReadArray(variable);
        return new(array, ImageLayout.Guess(array.Shape, isColumnMajor: variable.IsMatlab));
    }

    private string[] ReadLabels(ArrayVariable variable, int count)
    {
        var array = ReadArray(variable);
        var labels = LabelArray.Read(array);
        if (labels.Length != count)
        {
            throw array.Source.Refuse(
                $"{labels.Length} labels",
                $"{count}, one for each image",
                "Save as many labels as images."
            );
        }

        // MATLAB counts from 1, so of ten digits, as SVHN's, the 0 comes last; of more classes 10 is one like the others.
        var areDigits = variable.IsMatlab && labels.Min() > 0 && labels.Max() == DigitZero;
        return Array.ConvertAll(labels, label => $"{(areDigits ? label % DigitZero : label)}");
    }

    private Arrays.Values.NumericArray ReadArray(ArrayVariable variable) =>
        ArrayFile.Read(Path.Combine(folder, variable.File.Path), [variable.Name], cancellation)[variable.Name];
}
