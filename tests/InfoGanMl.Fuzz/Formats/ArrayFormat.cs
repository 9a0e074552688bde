using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Files of named arrays, of which all, images and labels are read.</summary>
/// <param name="name">Their extension.</param>
/// <param name="seeds">Names of good ones among the files that the tests of the preparation have.</param>
internal abstract class ArrayFormat(string name, params string[] seeds) : FuzzFormat(name)
{
    /// <summary>Variables in the seeds that are no arrays of real numbers.</summary>
    private static readonly string[] Others =
    [
        "cells",
        "text",
        "struct",
        "sparse",
        "complex",
        "objects",
        "strings",
        "records",
    ];

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [.. seeds.Select(seed => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Arrays", $"{seed}.{name}")))];

    public override void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, $"arrays.{Name}");
        File.WriteAllBytes(path, input);
        string[] names = [.. ArrayFile.ReadNames(path, CancellationToken.None).Except(Others)];
        foreach (var array in ArrayFile.Read(path, names, CancellationToken.None).Values)
        {
            Use(array);
        }
    }

    private static void Use(NumericArray array)
    {
        if (array.Count > 0)
        {
            _ = array[array.Count - 1];
        }

        switch (array.Name)
        {
            case "X":
                UseLast(new(array, ImageLayout.HeightWidthChannelsCount));
                break;
            case "images" or "train_images":
                var isGray = array.Shape.Sizes.Count == 3;
                UseLast(new(array, isGray ? ImageLayout.CountHeightWidth : ImageLayout.CountHeightWidthChannels));
                break;
            case "":
                UseLast(new(array, ImageLayout.Guess(array.Shape, isColumnMajor: false)));
                break;
            case "y" or "labels" or "train_labels":
                LabelArray.Read(array);
                break;
        }
    }

    private static void UseLast(ImageArrays images) => images.CopyTo(images.Count - 1, new byte[images.Format.Size]);
}
