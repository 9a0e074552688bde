using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Training;
using InfoGanMl.Training.Categories;
using InfoGanMl.Training.Devices;
using InfoGanMl.Training.Runs;
using TorchSharp;
using static TorchSharp.torch;
using Device = InfoGanMl.Models.Devices.Device;

namespace InfoGanMl.Train;

/// <summary>A training and the folder it writes to, everything checked.</summary>
internal sealed record PreparedRun(TrainingRun Training, RunFolder Folder, ImageDataset Data, torch.Device Device)
    : IDisposable
{
    private static string FeaturesPath => Path.Combine(DataCache.Folder, "features");

    /// <summary>Checks what a command line asks for, then downloads what is missing, then makes the folder.</summary>
    /// <exception cref="InvalidOptionsException">All that is wrong with it; nothing was written or downloaded.</exception>
    public static async Task<PreparedRun> StartAsync(
        RunRequest request,
        TimeSpan snapshotEvery,
        IProgress<ActivityReport> progress,
        CancellationToken stop
    )
    {
        var (options, device, own) = await CheckAsync(request, progress, stop);
        var data = own ?? await TrainingData.OpenAsync(options, null, progress, stop);
        IReadOnlyList<CategoryTrial>? tried = null;
        if (request.Changes.FindsCategories)
        {
            tried = new CategorySearch(options, data.Train, device) { FeaturesPath = FeaturesPath }.Run(progress, stop);
            var found = CategorySearch.Choose(tried);
            options = options with { Latent = options.Latent.WithCategories([found]) };
            progress.Report($"Taking {found} categories.");
        }

        var training = Prepare(options, data, device, snapshotEvery);
        var folder = RunFolder.Create(request.Output, training.Options, RunConditions.Of(device, request.Data), tried);
        return new(training, folder, data, device);
    }

    /// <summary>Checks what a command line asks for, as far as that can be told without pictures being prepared.</summary>
    /// <returns>The options and the device, and the user's own images where these are IDX files.</returns>
    /// <exception cref="InvalidOptionsException">All that is wrong with it; nothing was written or downloaded.</exception>
    public static async Task<(TrainingOptions Options, torch.Device Device, ImageDataset? Own)> CheckAsync(
        RunRequest request,
        IProgress<ActivityReport> progress,
        CancellationToken stop
    )
    {
        var mistakes = new Mistakes();
        var own = request.Data is null
            ? null
            : await mistakes.CatchAsync(() => IdxFolder.OpenAsync(request.Data, progress, stop));
        var options = mistakes.Catch(() =>
            request.Changes.ApplyTo(PresetOf(request, own, progress) with { Seed = request.Seed })
        );
        var device = mistakes.Catch(() => TrainingDevice.Choose(request.Device));
        if (options is not null && device is not null)
        {
            options = mistakes.Catch(() => TrainingPrecision.Resolve(options, device)) ?? options;
        }

        mistakes.Catch(() => RunFolder.RequireNew(request.Output));
        if (options is not null && own is not null)
        {
            options = mistakes.Catch(() => options.AdaptedTo(own.Train.Format)) ?? options;
            mistakes.Add(TrainingRun.FindMistakes(request.Changes.WithFewestCategories(options), own));
        }

        mistakes.Add(options?.FindMistakes() ?? []);
        if (options is not null && request.Changes.FindsCategories)
        {
            mistakes.Add(CategorySearch.FindMistakes(options));
        }

        if (request is { Data: null, Pictures: null } && options is { Dataset: null })
        {
            mistakes.Add([
                $"there is no data, and none that could be downloaded for preset {options.Preset}; expected some.",
            ]);
        }

        mistakes.ThrowIfAny();
        return (options!, device!, own);
    }

    /// <summary>The preset that is named, or else the one for the images; pictures that are yet to be prepared say nothing.</summary>
    private static TrainingOptions PresetOf(RunRequest request, ImageDataset? own, IProgress<ActivityReport> progress)
    {
        if (request.Preset is { } name)
        {
            return Presets.Find(name);
        }

        if (own is null)
        {
            return Presets.Pictures;
        }

        var (preset, reason) = RecipeOptions.PresetFor(own);
        progress.Report($"Taking preset {preset.Preset}: {reason}. --preset takes another.");
        return preset;
    }

    private static TrainingRun Prepare(
        TrainingOptions options,
        ImageDataset data,
        torch.Device device,
        TimeSpan snapshotEvery
    ) => new(options, data, device, TimeProvider.System) { SnapshotEvery = snapshotEvery, FeaturesPath = FeaturesPath };

    /// <summary>Finds what a run that has begun needs to go on.</summary>
    /// <exception cref="InfoGanException">Something of it is missing, damaged or different.</exception>
    public static async Task<PreparedRun> ResumeAsync(
        RunFolder folder,
        TimeSpan snapshotEvery,
        IProgress<ActivityReport> progress,
        CancellationToken stop
    )
    {
        var (options, began) = (folder.Options, folder.Conditions);
        var device = TrainingDevice.Choose(began.Device);
        if (began.Threads != get_num_threads())
        {
            progress.Report(
                $"The run began with {began.Threads} threads and goes on with {get_num_threads()}: its last digits will differ "
                    + $"from those of a run without interruption. Set OMP_NUM_THREADS={began.Threads} to avoid it."
            );
        }

        var data = await TrainingData.OpenAsync(options, began.Data, progress, stop);
        var training = Prepare(options, data, device, snapshotEvery);
        return new(training, folder, data, device);
    }

    /// <inheritdoc/>
    public void Dispose() => Folder.Dispose();
}

/// <summary>What a command line says of a new run.</summary>
/// <param name="Preset">Name or file; null where the images decide.</param>
/// <param name="Changes">What is changed of it.</param>
/// <param name="Seed">Of everything random.</param>
/// <param name="Device">Where to train.</param>
/// <param name="Data">Folder of IDX files; null for a data set that is had by name, or for pictures.</param>
/// <param name="Pictures">Pictures that are yet to be prepared.</param>
/// <param name="Output">New folder for the run.</param>
internal sealed record RunRequest(
    string? Preset,
    RecipeChanges Changes,
    int Seed,
    Device Device,
    string? Data,
    PictureSource? Pictures,
    string Output
);
