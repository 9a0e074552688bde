using System.Runtime.InteropServices;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Models;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>A reader that does all that no reader may do, by its input's first byte: a watchdog that sees nothing finds nothing.</summary>
internal sealed class SelfTestFormat() : FuzzFormat("self-test")
{
    /// <summary>Nothing is wrong.</summary>
    public const byte Accept = 0;

    /// <summary>An exception of this project.</summary>
    public const byte Refuse = 1;

    /// <summary>Any other exception.</summary>
    public const byte Throw = 2;

    /// <summary>Work without an end.</summary>
    public const byte Hang = 3;

    /// <summary>More native memory than allowed.</summary>
    public const byte Allocate = 4;

    /// <summary>The end of the process.</summary>
    public const byte Crash = 5;

    private const int HugePage = 2 << 20;

    public override IReadOnlyList<byte[]> Seeds =>
        [
            [Accept],
            [Refuse],
        ];

    protected override IReadOnlyList<Mutation> Mutations => [(_, input) => input];

    public override void Read(byte[] input, string folder)
    {
        switch (input[0])
        {
            case Refuse:
                throw new InvalidModelFolderException(folder, "a test", "nothing");
            case Throw:
                throw new FormatException("A test.");
            case Hang:
                Thread.SpinWait(int.MaxValue);
                Thread.SpinWait(int.MaxValue);
                break;
            case Allocate:
                Fill(600 << 20);
                break;
            case Crash:
                Environment.FailFast("A test.");
                break;
        }
    }

    protected override byte[] Mutate(Random random, byte[] seed) => seed;

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Advise(nint address, nuint length, int advice);

    private static void Fill(int bytes)
    {
        var memory = Marshal.AllocHGlobal(bytes);
        if (OperatingSystem.IsLinux())
        {
            // Or touching every page takes longer than a reader may, where page faults are slow.
            var aligned = (memory + HugePage - 1) & -HugePage;
            _ = Advise(aligned, (nuint)(bytes - HugePage), advice: 14); // MADV_HUGEPAGE
        }

        for (var page = 0; page < bytes; page += 4096)
        {
            Marshal.WriteByte(memory, page, 1);
        }

        Marshal.FreeHGlobal(memory);
    }
}
