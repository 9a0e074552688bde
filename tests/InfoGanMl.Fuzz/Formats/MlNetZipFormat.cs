using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Models that ML.NET saved: G, Q, and a classifier that loads pictures, recognizes them and names their classes.</summary>
internal sealed class MlNetZipFormat() : FuzzFormat("ml-net-zip")
{
    private readonly Lazy<IReadOnlyList<byte[]>> _seeds = new(CreateSeeds);
    private readonly MLContext _mlContext = new(seed: 1);

    public override IReadOnlyList<byte[]> Seeds => _seeds.Value;

    protected override IReadOnlyList<Mutation> Mutations => ZipMutations.All;

    public override void Read(byte[] input, string folder)
    {
        using var zip = new MemoryStream(input);
        using var loaded = _mlContext.Model.LoadInfoGan(zip, out _);
    }

    private static byte[][] CreateSeeds()
    {
        var mlContext = new MLContext(seed: 1);
        var model = TinyFolder.Model;
        using var folder = new TempFolder();
        var pictures = mlContext.Data.LoadFromEnumerable(WritePictures(model.Image, folder));
        var latents = mlContext.Data.LoadLatents(new LatentSampler(model.Latent, seed: 1).Draw(1));
        using var generator = mlContext.Transforms.GenerateWithInfoGan(model).Fit(latents);
        using var classifier = mlContext
            .ClassifyWithInfoGan(
                model,
                mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(),
                nameof(PictureFile.Folder),
                pictures: mlContext.Transforms.LoadPictures(model)
            )
            .Fit(pictures);
        return
        [
            Save(mlContext, generator, latents.Schema),
            Save(mlContext, classifier.GetModelFor(TransformerScope.Scoring), pictures.Schema),
        ];
    }

    private static List<PictureFile> WritePictures(ImageFormat format, TempFolder folder)
    {
        var random = new Random(1);
        return
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i =>
                {
                    var pixels = new byte[format.Size];
                    random.NextBytes(pixels);
                    return new PictureFile
                    {
                        Path = folder.Write($"{i}.png", PngImage.Encode(pixels, format)),
                        Folder = i % 2 == 0 ? "even" : "odd",
                    };
                }),
        ];
    }

    private static byte[] Save(MLContext mlContext, ITransformer model, DataViewSchema schema)
    {
        using var saved = new MemoryStream();
        mlContext.Model.Save(model, schema, saved);
        return saved.ToArray();
    }
}
