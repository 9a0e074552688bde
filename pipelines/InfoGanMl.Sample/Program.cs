using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

// Uses a model folder in an application of its own: sorts a folder of pictures into a CSV file, after a look at a few labeled
// ones, saves what does it for ML.NET, and draws a grid of generated pictures.

const string Usage = """
    classify MODEL LABELED PICTURES OUTPUT.csv OUTPUT.zip   LABELED has a folder for each class with a picture of it or more
    generate MODEL OUTPUT.png
    """;

try
{
    switch (args)
    {
        case ["classify", var model, var labeled, var pictures, var csv, var zip]:
            Classify(ModelFolder.Open(model), labeled, pictures, csv, zip);
            return 0;
        case ["generate", var model, var png]:
            Generate(ModelFolder.Open(model), png);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception problem) when (problem is InfoGanException or IOException or ArgumentException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static void Classify(ModelFolder model, string labeled, string pictures, string csv, string zip)
{
    var mlContext = new MLContext(seed: 1);
    var pipeline = mlContext
        .Transforms.LoadPictures(model)
        .Append(mlContext.Transforms.RecognizeWithInfoGan(model, FindGpu(model)))
        .Append(mlContext.NameCategories(model, labelColumnName: nameof(PictureFile.Folder)));
    var named = mlContext.Data.LoadPictureFiles(labeled);
    using var classifier = pipeline.Fit(named);
    mlContext.Model.Save(classifier, named.Schema, zip);

    var classified = classifier.Transform(mlContext.Data.LoadPictureFiles(pictures));
    var columns = mlContext.Transforms.SelectColumns(nameof(PictureFile.Path), "PredictedLabel", "Score");
    using var file = File.Create(csv);
    mlContext.Data.SaveAsText(columns.Fit(classified).Transform(classified), file, ',', schema: false);
}

// A row for each category, in which only noise and continuous codes vary.
static void Generate(ModelFolder model, string png)
{
    const int Columns = 10;
    var mlContext = new MLContext(seed: 1);
    var rows = model.Latent.Categorical[0].Size;
    var latents = new LatentSampler(model.Latent, seed: 1)
        .Draw(rows * Columns)
        .WithCategory(code: 0, picture => picture / Columns);
    var data = mlContext.Data.LoadLatents(latents);
    using var generator = mlContext.Transforms.GenerateWithInfoGan(model, FindGpu(model)).Fit(data);
    var images = generator.Transform(data).GetColumn<float[]>("image").SelectMany(pixels => pixels).ToArray();
    File.WriteAllBytes(png, ImageGrid.ToPng(images, model.Image, Columns));
}

// The GPU where ONNX Runtime can use one, which Microsoft.ML.OnnxRuntime.Gpu must be there for; null is the CPU.
static int? FindGpu(ModelFolder model)
{
    using var recognizer = ImageRecognizer.Open(model);
    Console.Error.WriteLine($"Execution provider: {recognizer.Provider}.");
    return recognizer.Provider.Device == Device.Cuda ? 0 : null;
}
