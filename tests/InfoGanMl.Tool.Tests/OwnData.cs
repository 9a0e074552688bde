using InfoGanMl.Datasets.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>A folder of the user's own images or pictures, evaluated for one test.</summary>
internal sealed class OwnData : IDisposable
{
    private static readonly string Tool = ExecutableProcess.MetadataOf(typeof(OwnData).Assembly, "infogan");

    /// <summary>Where the data are, and below out the report.</summary>
    public TempFolder Folder { get; } = new();

    public ProcessResult Run(ImageSet train, ImageSet test, params string[] arguments) =>
        Run(PretrainedModel.Mnist.FolderPath, train, test, arguments);

    public ProcessResult Run(string model, ImageSet train, ImageSet test, params string[] arguments) =>
        ExecutableProcess.Run(
            Tool,
            [
                "evaluate",
                "--model",
                model,
                "--data",
                IdxFiles.Write(Folder["data"], train, test),
                "--output",
                Folder["out"],
                .. arguments,
            ]
        );

    public ProcessResult RunOnPictures(params string[] options) =>
        ExecutableProcess.RunIn(
            Folder.Path, // where the images are kept
            Tool,
            [
                "evaluate",
                $"--model={PretrainedModel.Mnist.FolderPath}",
                $"--data={Folder["pictures"]}",
                $"--output={Folder["out"]}",
                .. options,
            ]
        );

    public static ImageSet WithoutLabels(ImageSet images) => new(images.Format, images.Pixels);

    public Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Folder[Path.Combine("out", file)], TestContext.Current.CancellationToken);

    public void Dispose() => Folder.Dispose();
}
