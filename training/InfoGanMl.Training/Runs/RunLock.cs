using InfoGanMl.Models;

namespace InfoGanMl.Training.Runs;

/// <summary>Keeps a second training out of a run folder. It ends with the process, however that ends.</summary>
internal static class RunLock
{
    private const string FileName = "run.lock";

    /// <summary>Takes the lock; disposing the file frees it.</summary>
    /// <exception cref="InvalidOptionsException">Another training has it.</exception>
    public static FileStream Take(string folder) =>
        LockFile.TryTake(Path.Combine(folder, FileName))
        ?? throw new InvalidOptionsException([
            $"output is {folder}, which another training is writing to; expected a folder of its own.",
        ]);

    /// <summary>Checks, without writing anything, that no other training has it.</summary>
    /// <exception cref="InvalidOptionsException">One has.</exception>
    public static void RequireFree(string folder)
    {
        if (File.Exists(Path.Combine(folder, FileName)))
        {
            Take(folder).Dispose();
        }
    }
}
