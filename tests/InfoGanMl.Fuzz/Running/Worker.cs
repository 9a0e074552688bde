using System.Diagnostics;
using System.Text;
using InfoGanMl.Fuzz.Formats;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Fuzz.Running;

/// <summary>The child process: reads one input after the other from its standard input and answers each with an outcome.</summary>
internal static class Worker
{
    /// <summary>The most memory that one input may take, in bytes.</summary>
    public const long MostMemory = 512L << 20;

    /// <summary>Works until the input ends.</summary>
    /// <param name="format">Whose inputs come.</param>
    /// <param name="folder">A folder for files, empty at first.</param>
    public static void Run(FuzzFormat format, string folder)
    {
        using var input = new BinaryReader(Console.OpenStandardInput());
        using var output = new BinaryWriter(Console.OpenStandardOutput());
        Console.SetOut(Console.Error); // whatever prints must not come between the answers
        format.Prepare(folder);
        output.Write((byte)Verdict.Accepted); // ready: starting up counts for no input
        output.Flush();
        try
        {
            while (true)
            {
                var outcome = Measure(format, input.ReadBytes(input.ReadInt32()), folder);
                output.Write((byte)outcome.Verdict);
                output.Write(outcome.Problem);
                output.Flush();
            }
        }
        catch (EndOfStreamException)
        {
            // No more inputs.
        }
    }

    /// <summary>Reads one input; any exception but this project's is a finding.</summary>
    public static Outcome Read(FuzzFormat format, byte[] input, string folder)
    {
        try
        {
            format.Read(input, folder);
            return new(Verdict.Accepted);
        }
        catch (InfoGanException)
        {
            return new(Verdict.Refused);
        }
        catch (Exception foreign)
        {
            return new(Verdict.Finding, Describe(foreign));
        }
    }

    private static Outcome Measure(FuzzFormat format, byte[] input, string folder)
    {
        using var process = Process.GetCurrentProcess();
        var (before, peakBefore) = (process.WorkingSet64, process.PeakWorkingSet64);
        var outcome = Read(format, input, folder);
        process.Refresh();
        var taken = process.PeakWorkingSet64 - before;
        return process.PeakWorkingSet64 > peakBefore && taken > MostMemory
            ? new(Verdict.Finding, $"memory\n{taken >> 20} MiB")
            : outcome;
    }

    /// <summary>The type and the place: inputs that fail at the same place are of one kind.</summary>
    private static string Describe(Exception foreign)
    {
        var text = new StringBuilder(foreign.GetType().Name);
        var frames = new StackTrace(foreign).GetFrames().Select(frame => frame.GetMethod());
        var methods = frames.Select(method => $"{method?.DeclaringType?.Name}.{method?.Name}").ToList();
        var own = frames.FirstOrDefault(m =>
            m?.DeclaringType?.Namespace?.StartsWith("InfoGanMl.", StringComparison.Ordinal) == true
        );
        return text.Append($" in {methods.FirstOrDefault()}, below {own?.DeclaringType?.Name}.{own?.Name}")
            .AppendLine()
            .Append(foreign)
            .ToString();
    }
}
