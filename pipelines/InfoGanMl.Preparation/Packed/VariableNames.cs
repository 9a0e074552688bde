using System.Text.RegularExpressions;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>What a variable in a file holds, as its name or else the name of the file says.</summary>
/// <remarks>
/// MedMNIST has train_images and val_labels, Keras x_train and y_test, SVHN X and y in train_32x32.mat, Kuzushiji-49 arr_0 in
/// k49-train-imgs.npz, and others x_train.npy and y_train.npy.
/// </remarks>
/// <param name="PartName">Name of the part, in lower case; empty where none is given.</param>
/// <param name="AreLabels">Whether they are labels and not images; null for neither.</param>
internal sealed partial record VariableNames(string PartName, bool? AreLabels)
{
    private static readonly string[] OfImages = ["x", "image", "images", "img", "imgs", "data"];
    private static readonly string[] OfLabels = ["y", "label", "labels", "target", "targets"];

    /// <summary>What it is for; null where that is not given, or is none of the usual names.</summary>
    public Part? Part => PartNames.Find(PartName);

    /// <summary>Reads the names.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="variable">Name of the variable; empty for a file of one.</param>
    public static VariableNames Of(string file, string variable)
    {
        string[] own = Split(variable);
        string[] all = [.. own, .. Split(Path.GetFileNameWithoutExtension(file))];
        return new(
            all.FirstOrDefault(word => PartNames.Find(word) is not null || word == "extra") ?? "",
            all.Select(KindOf).FirstOrDefault(kind => kind is not null)
        );
    }

    private static bool? KindOf(string word) =>
        OfImages.Contains(word) ? false
        : OfLabels.Contains(word) ? true
        : null;

    private static string[] Split(string name) =>
        [.. Words().Matches(name.ToLowerInvariant()).Select(word => word.Value)];

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Words();
}
