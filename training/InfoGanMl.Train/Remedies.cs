using InfoGanMl.Models.Errors;

namespace InfoGanMl.Train;

/// <summary>What to do about errors of the libraries, said in the flags of this program.</summary>
internal static class Remedies
{
    private static readonly (string Concept, string Flags)[] Known =
    [
        ("already holds a run", "Pass another --output, or go on with that run: --resume=RUN."),
        ("no usable GPU", "Build with --accelerator=cuda or --libtorch=DIR (dotnet cake), or pass --device=cpu."),
        (
            "libtorch cannot be used",
            "dotnet cake builds the programs for another: --libtorch=DIR for that of an installed PyTorch, nothing for the package. "
                + "infogan-train train --any-libtorch takes a version that was not tried."
        ),
        (
            "precision is 'bfloat16'",
            "Pass --precision=auto, or nothing. A run that began in it goes on where it began."
        ),
        ("the images", "--size and --color bring pictures to another format."),
        ("there is no data", "Pass --data=DIR."),
    ];

    /// <summary>A line for each that applies; null where the message says all.</summary>
    public static string? For(Exception problem)
    {
        if (problem is not InvalidOptionsException options)
        {
            return null;
        }

        var flags = Known.Where(known =>
            options.Mistakes.Any(m => m.Contains(known.Concept, StringComparison.Ordinal))
        );
        var lines = string.Join('\n', flags.Select(known => known.Flags));
        return lines == "" ? null : lines;
    }
}
