using System.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Stress;
using InfoGanMl.Testing;

// Long and rough use, outside the tests: exit code 1 when an answer changes or memory grows.

const double MostGrowth = 0.05;
const int LeastSeconds = 10;

var model = new Option<string>("--model")
{
    Description = "Model folder whose Q scores MNIST.",
    DefaultValueFactory = _ => "models/pretrained/mnist",
};
var seconds = new Option<int>("--seconds") { Description = "How long to score.", DefaultValueFactory = _ => 60 };
var threads = new Option<int>("--threads") { Description = "How many threads score.", DefaultValueFactory = _ => 16 };
seconds.Validators.Add(found =>
{
    if (found.GetValue(seconds) < LeastSeconds)
    {
        found.AddError($"--seconds is {found.GetValue(seconds)}; expected at least {LeastSeconds}, for a trend.");
    }
});
var command = new RootCommand("Scores images on many threads through one loaded model.") { model, seconds, threads };
command.SetAction(
    async (arguments, stop) =>
    {
        try
        {
            var folder = ModelFolder.Open(arguments.GetValue(model)!);
            var data = await KnownDatasets.TrainedOn(folder).OpenAsync(cancellation: stop);
            return await ScoreAsync(folder, data.Test, arguments.GetValue(seconds), arguments.GetValue(threads), stop);
        }
        catch (InfoGanException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }
);
return await command.Parse(args).InvokeAsync();

static async Task<int> ScoreAsync(ModelFolder model, ImageSet test, int seconds, int threads, CancellationToken stop)
{
    const int Images = 500;
    using var stress = new ScoringStress(model, test.Select([.. Enumerable.Range(0, Images)]));
    using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
    time.CancelAfter(TimeSpan.FromSeconds(seconds));
    var memory = new MemoryTrace();
    var sampling = memory.SampleAsync(time.Token);
    var (passes, differences) = await Task.Run(() => stress.Run(threads, time.Token), CancellationToken.None);
    await sampling;
    Console.WriteLine(
        $"{threads} threads, {seconds} s: {passes * Images} images scored, {differences} unlike those of one thread; {memory}"
    );
    return differences == 0 && memory.Growth <= MostGrowth ? 0 : 1;
}
