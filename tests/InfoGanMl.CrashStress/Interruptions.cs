namespace InfoGanMl.CrashStress;

/// <summary>Something that happens to a training at a random moment.</summary>
internal interface IInterruption
{
    /// <summary>What is counted.</summary>
    string Name { get; }

    /// <summary>Starts the training in a folder, or goes on with it, and interrupts it.</summary>
    /// <returns>False when it came to its end before.</returns>
    bool Interrupt(string folder);
}

/// <summary><c>kill -9</c>.</summary>
/// <param name="random">Source of the moments.</param>
/// <param name="duration">What a run takes when it is left alone.</param>
internal sealed class Kill(Random random, TimeSpan duration) : IInterruption
{
    /// <inheritdoc/>
    public string Name => "killed";

    /// <inheritdoc/>
    public bool Interrupt(string folder)
    {
        using var training = new Training(folder);
        return !training.EndsWithin(random.NextDouble() * duration) && training.Kill();
    }
}

/// <summary>A disk on which there is room for a part of the run only.</summary>
/// <param name="random">Source of the room that is left.</param>
/// <param name="disk">A file system of its own.</param>
/// <param name="most">Bytes that are left at most.</param>
internal sealed class FullDisk(Random random, string disk, int most) : IInterruption
{
    /// <inheritdoc/>
    public string Name => "out of space";

    /// <inheritdoc/>
    public bool Interrupt(string folder)
    {
        var filler = Path.Combine(disk, "filler");
        Fill(filler, random.Next(most));
        using var training = new Training(folder);
        var (exitCode, error) = training.WaitForEnd();
        File.Delete(filler);
        return exitCode != 0
            && (
                error.Contains("No space left on device", StringComparison.Ordinal)
                    ? true
                    : throw new StressFailedException(folder, $"it ended with {error}", "to say that the disk is full")
            );
    }

    private void Fill(string filler, int left)
    {
        var reserve = Path.Combine(disk, "reserve");
        File.WriteAllBytes(reserve, new byte[left]);
        using var file = File.Create(filler, bufferSize: 0);
        try
        {
            var block = new byte[4096];
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            File.Delete(reserve);
        }
    }
}

/// <summary>A run folder that nothing can be written to any more.</summary>
/// <param name="random">Source of the moments.</param>
/// <param name="duration">What a run takes when it is left alone.</param>
internal sealed class ReadOnly(Random random, TimeSpan duration) : IInterruption
{
    /// <inheritdoc/>
    public string Name => "made read-only";

    /// <inheritdoc/>
    public bool Interrupt(string folder)
    {
        using var training = new Training(folder);
        if (training.EndsWithin(random.NextDouble() * duration))
        {
            return false;
        }

        if (!Directory.Exists(folder)) // it has only just been started
        {
            return training.Kill();
        }

        Tool.Run("chattr", "-R", "-f", "+i", folder);
        var (exitCode, error) = training.WaitForEnd();
        Tool.Run("chattr", "-R", "-f", "-i", folder);
        return exitCode switch
        {
            0 => false,
            1 => true,
            _ => throw new StressFailedException(folder, $"it ended with {exitCode}, {error}", "to report an error"),
        };
    }
}
