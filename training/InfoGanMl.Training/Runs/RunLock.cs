using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Runs;

namespace InfoGanMl.Training.Runs;

/// <summary>Keeps a second training out of a run folder. It ends with the process, however that ends.</summary>
internal static class RunLock
{
    /// <summary>Takes the lock; disposing the file frees it.</summary>
    /// <exception cref="InvalidOptionsException">Another training has it.</exception>
    public static FileStream Take(string folder) =>
        LockFile.TryTake(Path.Combine(folder, RunLayout.Lock))
        ?? throw new InvalidOptionsException([
            $"output is {folder}, which another training is writing to; expected a folder of its own.",
        ]);

    /// <summary>Checks, without writing anything, that no other training has it.</summary>
    /// <exception cref="InvalidOptionsException">One has.</exception>
    public static void RequireFree(string folder)
    {
        if (File.Exists(Path.Combine(folder, RunLayout.Lock)))
        {
            Take(folder).Dispose();
        }
    }
}
