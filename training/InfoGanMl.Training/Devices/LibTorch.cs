using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using InfoGanMl.Models.Errors;
using TorchSharp;

namespace InfoGanMl.Training.Devices;

/// <summary>
/// Loads libtorch: the one that was built in, or that of an installed PyTorch, which spares a GPU machine the 3 GB of packages
/// that it has already. A process can do so once, before anything of TorchSharp is used.
/// </summary>
public static partial class LibTorch
{
    /// <summary>Name of the runtime property that names a folder, set by building with <c>LibTorch=DIR</c>.</summary>
    private const string FolderProperty = "InfoGanMl.LibTorch";

    private const string Shim = "LibTorchSharp";
    private static readonly Lock Turn = new();
    private static string? _loaded;

    /// <summary>Which one was loaded, for reports.</summary>
    public static string Description { get; private set; } = "none yet";

    /// <summary>Loads it, unless that was done.</summary>
    /// <param name="folder">
    /// Where PyTorch or libtorch is; null for the folder that the program was built with, or else the libtorch beside it.
    /// </param>
    /// <param name="anyVersion">Takes versions that were not tried.</param>
    /// <exception cref="InvalidOptionsException">There is none, it was not tried, or it does not load.</exception>
    public static void Load(string? folder = null, bool anyVersion = false)
    {
        lock (Turn)
        {
            if (_loaded is not null && (folder is null || folder == _loaded))
            {
                return;
            }

            var chosen = folder ?? AppContext.GetData(FolderProperty) as string ?? "";
            var installed = chosen == "" ? null : Check(chosen, anyVersion);
            Preload(installed);
            LoadShim();
            _loaded = chosen;
            Description = installed is null
                ? $"{torch.__version__}, built in"
                : $"{installed.Version} in {installed.Libraries}";
        }
    }

    private static LibTorchFolder Check(string path, bool anyVersion)
    {
        // TorchSharp loads what lies beside the program whatever else is there, and a second libtorch ends the process.
        if (FindOwn() is { } own)
        {
            throw Unusable(
                $"one in {own}, beside the program",
                $"a program that was built without, with LibTorch={path}, to use the one there"
            );
        }

        var found =
            LibTorchFolder.Find(path)
            ?? throw Unusable(
                $"no libtorch in {path}",
                "the folder of a Python environment with PyTorch, or of libtorch"
            );
        return found.IsTried || anyVersion
            ? found
            : throw Unusable(
                $"libtorch {found.Version ?? "of no stated version"} in {found.Libraries}",
                $"{string.Join(" or ", LibTorchFolder.Tried)}, which were tried with TorchSharp {TorchSharpVersion}"
            );
    }

    /// <summary>
    /// Brings the libraries into the process in the order of their needs: what TorchSharp asks for by name is then there already.
    /// </summary>
    private static void Preload(LibTorchFolder? folder)
    {
        if (folder is null)
        {
            NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out _); // Windows does not look beside the shim
            return;
        }

        string[] names =
            OperatingSystem.IsWindows() ? ["c10.dll", "torch_cpu.dll", "c10_cuda.dll", "torch_cuda.dll", "torch.dll"]
            : OperatingSystem.IsMacOS() ? ["libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib"]
            : ["libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so", "libtorch.so"];
        foreach (var path in names.Select(name => Path.Combine(folder.Libraries, name)).Where(File.Exists))
        {
            LoadWithNeeds(path, folder);
        }
    }

    /// <summary>Loads a library; one that it misses is looked for beside PyTorch, and then loaded first.</summary>
    private static void LoadWithNeeds(string path, LibTorchFolder folder)
    {
        var tried = new HashSet<string>();
        while (true)
        {
            try
            {
                NativeLibrary.Load(path);
                return;
            }
            catch (DllNotFoundException failure)
            {
                var missing = Missing().Match(failure.Message).Groups["name"].Value;
                if (missing == "" || !tried.Add(missing) || folder.FindDependency(missing) is not { } need)
                {
                    throw DoesNotLoad(path, failure);
                }

                LoadWithNeeds(need, folder);
            }
        }
    }

    private static void LoadShim()
    {
        try
        {
            NativeLibrary.Load(Shim, typeof(torch).Assembly, null);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            throw DoesNotLoad(Shim, failure);
        }
    }

    /// <summary>The folder of the libtorch that was built in.</summary>
    private static string? FindOwn() =>
        (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "")
            .Split(Path.PathSeparator)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, LibTorchFolder.MainLibrary)));

    private static string TorchSharpVersion => typeof(torch).Assembly.GetName().Version!.ToString(3);

    private static InvalidOptionsException DoesNotLoad(string library, Exception failure) =>
        Unusable(
            $"that {library} does not load: {failure.Message.ReplaceLineEndings(" ").Trim()}",
            "a libtorch for this system beside the program, or an installed PyTorch"
        );

    private static InvalidOptionsException Unusable(string found, string expected) =>
        new([$"libtorch cannot be used: found {found}; expected {expected}."]);

    [GeneratedRegex(@"(?<name>lib[\w.+-]+\.so[\w.]*): cannot open shared object file")]
    private static partial Regex Missing();
}
