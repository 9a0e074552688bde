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
    public static bool Include(string path) => Path.GetExtension(path).ToLowerInvariant() is ".mat" or ".npz";

    /// <summary>Reads them: a part for each array of images.</summary>
    /// <exception cref="InvalidArrayFileException">A file is damaged, or its arrays are none of images and labels.</exception>
    public IReadOnlyList<PackedPart> Read(IReadOnlyList<SourcePicture> files)
    {
        var variables = files.SelectMany(FindVariables).ToList();
        var images = variables.Where(variable => variable.Names.AreLabels is false).ToList();
        return images.Count > 0
            ? [.. images.Select(image => Read(image, FindLabels(image, images, variables)))]
            : throw new PreparationException(
                $"no images in {string.Join(", ", files.Select(file => file.Path))}, only "
                    + string.Join(", ", variables.Select(variable => variable.Name)),
                "arrays such as train_images and train_labels, x_train and y_train, or X and y in a file named train",
                "Save them under such names."
            );
    }

    private IEnumerable<Variable> FindVariables(SourcePicture file)
    {
        var names = ArrayFile.ReadNames(Path.Combine(folder, file.Path), cancellation);
        return names.Select(name => new Variable(file, name, VariableNames.Of(file.Path, name)));
    }

    /// <summary>The labels of the same part; null where there are none.</summary>
    private static Variable? FindLabels(
        Variable image,
        IReadOnlyList<Variable> images,
        IReadOnlyList<Variable> variables
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

    private static bool IsSamePart(Variable one, Variable other) => one.Names.PartName == other.Names.PartName;

    private PackedPart Read(Variable images, Variable? labels)
    {
        var array = ReadArray(images);
        var packed = new ImageArrays(array, ImageLayout.Guess(array.Shape, isColumnMajor: IsMatlab(images.File)));
        return new(
            images.Path,
            images.File,
            packed,
            labels is null ? null : ReadLabels(labels, packed.Count),
            images.Names.Part
        );
    }

    private string[] ReadLabels(Variable variable, int count)
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
        var areDigits = IsMatlab(variable.File) && labels.Min() > 0 && labels.Max() == DigitZero;
        return Array.ConvertAll(labels, label => $"{(areDigits ? label % DigitZero : label)}");
    }

    private Arrays.Values.NumericArray ReadArray(Variable variable) =>
        ArrayFile.Read(Path.Combine(folder, variable.File.Path), [variable.Name], cancellation)[variable.Name];

    private static bool IsMatlab(SourcePicture file) => file.Path.EndsWith(".mat", StringComparison.OrdinalIgnoreCase);

    private sealed record Variable(SourcePicture File, string Name, VariableNames Names)
    {
        public string Path => $"{File.Path}/{Name}";
    }
}
