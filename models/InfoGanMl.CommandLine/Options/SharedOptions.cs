using System.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Devices;

namespace InfoGanMl.CommandLine.Options;

/// <summary>Options that several verbs take, and mean the same with.</summary>
public static class SharedOptions
{
    /// <summary>Where images come from.</summary>
    public static Option<string?> Data { get; } =
        OptionKinds.Text(
            "--data",
            "Your own images: a folder with IDX files as MNIST's, plain or .gz, labels optional; or a folder of "
                + "pictures, sorted into folders by class or not; or a .csv file that lists some (columns path, "
                + "label, split) or holds their pixels; or a .npz, .npy or .mat file of images.",
            "PATH"
        );

    /// <summary>Where results go.</summary>
    public static Option<string?> Output { get; } =
        OptionKinds.Text(
            "--output",
            "Where to write; by default a new folder under runs/, named after what is made (of a judge: a file).",
            "PATH"
        );

    /// <summary>Where to compute.</summary>
    public static Option<Device?> Device { get; } =
        OptionKinds.Choice<Device>("--device", "Where to compute; auto by default: a GPU where it works.");

    /// <summary>What random numbers begin with.</summary>
    public static Option<int?> Seed { get; } =
        OptionKinds.Whole("--seed", "Seed of weights, batches and augmentation; 1 by default.", "N");

    /// <summary>A data set that is had by name.</summary>
    public static Option<string?> Dataset { get; } =
        OptionKinds.Choice(
            "--dataset",
            "Data set that is had by name, downloaded or drawn; mnist by default.",
            [.. KnownDatasets.All.Select(known => known.Name)]
        );

    /// <summary>The default of <see cref="Seed"/>.</summary>
    public const int DefaultSeed = 1;
}
