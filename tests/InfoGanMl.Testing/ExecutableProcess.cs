using System.Diagnostics;
using System.Reflection;

namespace InfoGanMl.Testing;

/// <summary>What a finished process left behind.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error);

/// <summary>Runs executables of this repository as processes of their own.</summary>
public static class ExecutableProcess
{
    /// <summary>What the assembly's project wrote into it, such as where a TestedExecutable lies.</summary>
    public static string MetadataOf(Assembly assembly, string key) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == key)?.Value
        ?? throw new ArgumentException($"{assembly.GetName().Name} has no metadata '{key}'.", nameof(key));

    /// <summary>Runs an assembly to its end.</summary>
    public static ProcessResult Run(string assemblyPath, params IEnumerable<string> arguments) =>
        Finish(Start(assemblyPath, arguments));

    /// <summary>Runs an assembly to its end where an environment variable has a value.</summary>
    public static ProcessResult RunWhere(
        string variable,
        string value,
        string assemblyPath,
        params IEnumerable<string> arguments
    )
    {
        var start = StartInfo(assemblyPath, arguments);
        start.Environment[variable] = value;
        return Finish(Process.Start(start)!);
    }

    /// <summary>Runs an assembly to its end in a folder, for what it writes to no other place.</summary>
    public static ProcessResult RunIn(string folder, string assemblyPath, params IEnumerable<string> arguments)
    {
        var start = StartInfo(assemblyPath, arguments);
        start.WorkingDirectory = folder;
        return Finish(Process.Start(start)!);
    }

    /// <summary>Runs a command of the SDK, such as build, to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static void DotNet(IEnumerable<string> command, params IEnumerable<string> properties)
    {
        var result = TryDotNet(command, properties);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(result.Output + result.Error);
        }
    }

    /// <summary>Runs a command of the SDK to its end, which may be a failure.</summary>
    public static ProcessResult TryDotNet(IEnumerable<string> command, params IEnumerable<string> properties) =>
        Finish(Process.Start(Redirected("dotnet", [.. command, .. properties]))!);

    /// <summary>Builds a file of C# in a folder and runs it to its end there; what is built lies in the folder, too.</summary>
    public static ProcessResult DotNetRun(string folder, string file)
    {
        var start = Redirected("dotnet", ["run", file]);
        start.WorkingDirectory = folder;
        start.Environment["XDG_DATA_HOME"] = folder; // else it stays with the user for a month
        return Finish(Process.Start(start)!);
    }

    /// <summary>Runs a program that needs no dotnet beside it to its end.</summary>
    public static ProcessResult RunProgram(string path, params IEnumerable<string> arguments) =>
        Finish(Process.Start(Redirected(path, arguments))!);

    /// <summary>Starts an assembly whose output the caller reads.</summary>
    public static Process Start(string assemblyPath, params IEnumerable<string> arguments) =>
        Process.Start(StartInfo(assemblyPath, arguments))!;

    private static ProcessResult Finish(Process started)
    {
        using var process = started;
        var error = process.StandardError.ReadToEndAsync(); // both at once, or a full pipe would block the process
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    private static ProcessStartInfo StartInfo(string assemblyPath, IEnumerable<string> arguments) =>
        Redirected("dotnet", ["exec", assemblyPath, .. arguments]);

    private static ProcessStartInfo Redirected(string program, IEnumerable<string> arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
