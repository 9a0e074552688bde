using System.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Train.Plans;
using InfoGanMl.Training.Devices;

namespace InfoGanMl.Train;

/// <summary>Which libtorch to train with.</summary>
internal static class LibTorchOptions
{
    private static readonly Option<string?> Folder = OptionKinds.Text(
        "--libtorch",
        "Use the libtorch of an installed PyTorch: the folder of its Python environment, or its torch/lib.",
        "DIR"
    );

    private static readonly Option<bool> AnyVersion = OptionKinds.Flag(
        "--any-libtorch",
        "Use it even where its version was never tried."
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Folder, AnyVersion];

    /// <summary>Loads what they say.</summary>
    public static void Load(ParseResult given) => LibTorch.Load(given.GetValue(Folder), given.GetValue(AnyVersion));

    /// <summary>They, as they were given.</summary>
    public static IEnumerable<string> Written(ParseResult given) =>
        All.SelectMany(option => PlannedCommand.Written(given, option));
}
