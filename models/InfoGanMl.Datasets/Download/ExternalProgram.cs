using System.Diagnostics;

namespace InfoGanMl.Datasets.Download;

/// <summary>A program of this machine that a source downloads or unpacks with.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs it to its end; cancelling kills it.</summary>
    /// <param name="command">A name on the path, or a file.</param>
    /// <param name="arguments">Its arguments; the first of them is named in errors.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="cancellation">Kills it and what it started.</param>
    /// <exception cref="IOException">It failed; the message holds its standard error.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not installed.</exception>
    public static async Task RunAsync(
        string command,
        IReadOnlyList<string> arguments,
        string folder,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        try
        {
            var output = program.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await program.StandardError.ReadToEndAsync(cancellation);
            await output;
            await program.WaitForExitAsync(cancellation);
            if (program.ExitCode != 0)
            {
                var name = $"{Path.GetFileNameWithoutExtension(command)} {arguments[0]}";
                throw new IOException($"{name} ended with exit code {program.ExitCode}: {errors.Trim()}");
            }
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(CancellationToken.None); // it writes to the folder that is deleted next
            throw;
        }
    }
}
