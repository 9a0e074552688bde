using InfoGanMl.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InfoGanMl.Conventions.Tests;

/// <summary>
/// What a training computes on a GPU stays there. Its source says so on machines without one: libtorch's device that has shapes
/// and no values lacks kernels for batch norms and for picking images. Judges learn on CPUs alone.
/// </summary>
public class TrainingDeviceTests
{
    private static readonly string[] OfSteps = ["Data", "HeadStarts", "Losses", "Networks", "Steps"];
    private static readonly string[] OfTrainings = [.. OfSteps, "Categories", "Devices", "Export", "Runs", "Snapshots"];

    /// <summary>What makes a tensor of nothing, on the CPU unless it is told where.</summary>
    private static readonly string[] Factories =
    [
        "arange",
        "empty",
        "eye",
        "from_array",
        "full",
        "linspace",
        "ones",
        "rand",
        "randint",
        "randn",
        "randperm",
        "tensor",
        "zeros",
    ];

    /// <summary>What waits for the device and brings values to the CPU.</summary>
    private static readonly string[] Readers = ["cpu", "data", "item", "nonzero", "numpy", "tolist"];

    /// <summary>RandomSource draws on the CPU and brings what it drew; CpuConvolution works on CPUs alone.</summary>
    private static readonly string[] OnCpu = ["RandomSource.cs", "CpuConvolution.cs"];

    /// <summary>A step ends with reading its measures, once; styles are found before the first step.</summary>
    private static readonly string[] ReadsOnce =
    [
        "StepMeasures.cs",
        "RecognizerStart.cs",
        "StyleGroups.cs",
        "SortedSilhouette.cs",
    ];

    [Fact]
    public void Every_tensor_that_is_made_says_where() =>
        Assert.Empty(
            Sources(OfTrainings, OnCpu).SelectMany(file => WithoutDevice(File.ReadAllText(file)).Select(Named(file)))
        );

    [Fact]
    public void No_value_is_read_before_a_step_has_ended() =>
        Assert.Empty(Sources(OfSteps, ReadsOnce).SelectMany(file => Reads(File.ReadAllText(file)).Select(Named(file))));

    [Theory]
    [InlineData("zeros(1)", true)]
    [InlineData("torch.arange(width, int64)", true)]
    [InlineData("zeros(1, device: real.device)", false)]
    [InlineData("arange(code.Size, int64, random.Device)", false)]
    [InlineData("empty(shape, device: CPU)", false)]
    [InlineData("zeros_like(images)", false)]
    public void One_made_anywhere_would_be_found(string source, bool isFound) =>
        Assert.Equal(isFound, WithoutDevice($"var made = {source};").Any());

    [Theory]
    [InlineData("loss.item<float>()", true)]
    [InlineData("images.mean().cpu()", true)]
    [InlineData("loss.mean()", false)]
    public void A_value_that_is_read_would_be_found(string source, bool isFound) =>
        Assert.Equal(isFound, Reads($"var read = {source};").Any());

    private static IEnumerable<string> Sources(string[] folders, string[] except) =>
        from folder in folders
        from file in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "training", "InfoGanMl.Training", folder),
            "*.cs",
            SearchOption.AllDirectories
        )
        where !except.Contains(Path.GetFileName(file))
        select file;

    private static IEnumerable<string> WithoutDevice(string source) =>
        from call in Calls(source)
        where Factories.Contains(NameOf(call))
        where !call.ArgumentList.Arguments.Any(argument => NamesADevice(argument.ToString()))
        select call.ToString();

    private static IEnumerable<string> Reads(string source) =>
        from call in Calls(source)
        where call.Expression is MemberAccessExpressionSyntax && Readers.Contains(NameOf(call))
        select call.ToString();

    private static bool NamesADevice(string argument) =>
        argument.StartsWith("device:", StringComparison.Ordinal)
        || argument.EndsWith("device", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<InvocationExpressionSyntax> Calls(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>();

    private static string NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => "",
        };

    private static Func<string, string> Named(string file) => call => $"{Path.GetFileName(file)}: {call}";
}
