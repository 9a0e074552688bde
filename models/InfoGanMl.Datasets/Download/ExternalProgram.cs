using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace InfoGanMl.Datasets.Download;

/// <summary>A program of this machine that a source downloads or unpacks with.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="command">A name on the path, or a file.</param>
    /// <param name="arguments">Its arguments; the first of them is named in errors.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="cancellation">Kills it and what it started, and waits until they are gone.</param>
    /// <exception cref="IOException">It failed; the message holds its standard error.</exception>
    /// <exception cref="Win32Exception">It is not installed.</exception>
    public static async Task RunAsync(
        string command,
        IReadOnlyList<string> arguments,
        string folder,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var program = Cli.Wrap(command)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithValidation(CommandResultValidation.None);
        var result = await program.ExecuteBufferedAsync(cancellation);
        if (result.ExitCode != 0)
        {
            var name = $"{Path.GetFileNameWithoutExtension(command)} {arguments[0]}";
            throw new IOException($"{name} ended with exit code {result.ExitCode}: {result.StandardError.Trim()}");
        }
    }
}
