using System.Buffers.Binary;
using InfoGanMl.Datasets.Images;

namespace InfoGanMl.Testing.Pipelines;

/// <summary>Writes image sets as a user's folder of IDX files.</summary>
public static class IdxFiles
{
    /// <summary>Sets without labels get no file of labels.</summary>
    public static string Write(string folder, ImageSet train, ImageSet test)
    {
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "train"), train);
        Write(Path.Combine(folder, "t10k"), test);
        return folder;
    }

    private static void Write(string path, ImageSet images)
    {
        var format = images.Format;
        File.WriteAllBytes(
            $"{path}-images-idx3-ubyte",
            [.. Numbers(2051, images.Count, format.Height, format.Width), .. images.Pixels]
        );
        if (images.IsLabeled)
        {
            File.WriteAllBytes(
                $"{path}-labels-idx1-int",
                [.. Numbers(0x0C01, images.Count), .. Numbers(images.Labels)]
            );
        }
    }

    private static IEnumerable<byte> Numbers(params int[] numbers) =>
        numbers.SelectMany(number => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(number)));
}
