using System.Runtime.ExceptionServices;
using InfoGanMl.Models.Errors;
using InfoGanMl.Pipelines;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Picture files, loaded into the column that Q reads.</summary>
/// <param name="name">Its name on the command line.</param>
internal abstract class PictureFormat(string name) : FuzzFormat(name)
{
    private readonly MLContext _mlContext = new(seed: 1);
    private TransformerChain<ITransformer>? _pictures;

    public override void Prepare(string folder)
    {
        var none = _mlContext.Data.LoadFromEnumerable<PictureFile>([]);
        _pictures = _mlContext.Transforms.LoadPictures(TinyFolder.Model).Fit(none);
    }

    public override void Read(byte[] input, string folder)
    {
        var path = Path.Combine(folder, "picture");
        File.WriteAllBytes(path, input);
        var row = _mlContext.Data.LoadFromEnumerable([new PictureFile { Path = path }]);
        try
        {
            _ = _pictures!.Transform(row).GetColumn<float[]>("image").Single();
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is InfoGanException refusal)
        {
            // ML.NET reads ahead on other threads, and wraps what happens there.
            ExceptionDispatchInfo.Throw(refusal);
        }
    }
}
