using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Tests.Arrays.Made;

/// <summary>The files that make-arrays.py wrote with SciPy and NumPy.</summary>
internal static class ArrayFiles
{
    /// <summary>Names of the variables in kinds.mat and kinds-compressed.mat that are arrays of real numbers.</summary>
    public static readonly string[] MatKinds =
    [
        "int8",
        "uint8",
        "int16",
        "uint16",
        "int32",
        "uint32",
        "int64",
        "uint64",
        "single",
        "double",
        "logical",
        "three",
        "empty",
        "last",
    ];

    /// <summary>Every file of numbers, and the arrays in it.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        new Dictionary<string, string[]>
        {
            ["svhn.mat"] = ["X", "y"],
            ["kinds.mat"] = MatKinds,
            ["kinds-compressed.mat"] = MatKinds,
            ["big-endian.mat"] = ["doubles", "singles", "ints", "shorts", "wide"],
            ["gray.npz"] = ["train_images", "train_labels", "val_images", "test_labels"],
            ["color.npz"] = ["train_images", "train_labels", "test_images"],
            ["kinds.npz"] = ["bools", "i1", "little-f8", "big-f8", "big-u2"],
            ["odd.npz"] = ["fortran", "version2", "version3", "scalar", "empty"],
            ["stored.npz"] = ["images", "labels"],
            ["bare.npy"] = [""],
            ["flat.npy"] = [""],
        };

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Arrays", "Files", file);

    public static NumericArray Read(string file, string name) => ReadPath(PathOf(file), name);

    /// <summary>Reads one array of a file anywhere.</summary>
    public static NumericArray ReadPath(string path, string name) =>
        ArrayFile.Read(path, [name], TestContext.Current.CancellationToken)[name];

    /// <summary>All values, row-major.</summary>
    public static double[] Values(this NumericArray array) =>
        [.. Enumerable.Range(0, array.Count).Select(index => array[index])];

    /// <summary>start + step * i for so many i.</summary>
    public static double[] Ramp(double start, double step, int count = 6) =>
        [.. Enumerable.Range(0, count).Select(i => start + step * i)];
}
