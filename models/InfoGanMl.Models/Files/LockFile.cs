namespace InfoGanMl.Models.Files;

/// <summary>Keeps a second process out of what the first one writes to. It ends with the process, however that ends.</summary>
internal static class LockFile
{
    private const int WouldBlock = 11; // errno of Linux
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020); // Windows

    /// <summary>Takes a lock; disposing the file frees it. Null when another process has it.</summary>
    /// <param name="path">Path of the lock.</param>
    /// <param name="options">Such as whether the file goes with the lock.</param>
    public static FileStream? TryTake(string path, FileOptions options = FileOptions.None)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException taken) when (taken.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            return null;
        }
    }
}
