using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Training;
using InfoGanMl.Training.Runs;
using static TorchSharp.torch;

namespace InfoGanMl.Train;

/// <summary>A training and the folder it writes to, everything checked.</summary>
internal sealed record PreparedRun(TrainingRun Training, RunFolder Folder, ImageDataset Data, Device Device)
    : IDisposable
{
    /// <summary>Checks what a command line asks for, then downloads what is missing, then makes the folder.</summary>
    /// <exception cref="InvalidOptionsException">All that is wrong with it; nothing was written or downloaded.</exception>
    public static async Task<PreparedRun> StartAsync(
        RunRequest request,
        TimeSpan snapshotEvery,
        IProgress<string> progress,
        CancellationToken stop
    )
    {
        var mistakes = new Mistakes();
        var options = mistakes.Catch(() =>
            request.Changes.ApplyTo(Presets.Find(request.Preset) with { Seed = request.Seed })
        );
        var device = mistakes.Catch(() => TrainingDevice.Choose(request.Device));
        var output = mistakes.Catch(() => RunFolder.RequireNew(request.Output));
        var own = request.Data is null ? null : await mistakes.CatchAsync(() => OpenAsync(options ?? Presets.Mnist));
        if (options is not null && own is not null)
        {
            options = mistakes.Catch(() => options.AdaptedTo(own.Train.Format)) ?? options;
            mistakes.Add(TrainingRun.FindMistakes(options, own));
        }

        mistakes.Add(options?.FindMistakes() ?? []);
        mistakes.ThrowIfAny();
        var data = own ?? await OpenAsync(options!);
        var training = new TrainingRun(options!, data, device!, TimeProvider.System) { SnapshotEvery = snapshotEvery };
        var folder = RunFolder.Create(output!, options!, RunConditions.Of(device!, request.Data));
        return new(training, folder, data, device!);

        Task<ImageDataset> OpenAsync(TrainingOptions options) =>
            TrainingData.OpenAsync(options, request.Data, progress, stop);
    }

    /// <summary>Finds what a run that has begun needs to go on.</summary>
    /// <exception cref="InfoGanException">Something of it is missing, damaged or different.</exception>
    public static async Task<PreparedRun> ResumeAsync(
        RunFolder folder,
        TimeSpan snapshotEvery,
        IProgress<string> progress,
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
        var training = new TrainingRun(options, data, device, TimeProvider.System) { SnapshotEvery = snapshotEvery };
        return new(training, folder, data, device);
    }

    /// <inheritdoc/>
    public void Dispose() => Folder.Dispose();
}

/// <summary>What a command line says of a new run.</summary>
internal sealed record RunRequest(
    string Preset,
    RecipeChanges Changes,
    int Seed,
    string Device,
    string? Data,
    string Output
);
