using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Graphs in a model folder whose manifest has the matching hash: the first byte tells G from Q.</summary>
internal sealed class OnnxFormat() : FuzzFormat("onnx")
{
    private static readonly InferenceOptions OnCpu = new() { Device = Device.Cpu };

    private readonly Lazy<IReadOnlyList<byte[]>> _seeds = new(() =>
        [
            [0, .. File.ReadAllBytes(TinyFolder.Model.GeneratorPath)],
            [1, .. File.ReadAllBytes(TinyFolder.Model.RecognizerPath)],
        ]
    );

    private ModelFolder? _model;

    public override IReadOnlyList<byte[]> Seeds => _seeds.Value;

    protected override IReadOnlyList<Mutation> Mutations => OnnxMutations.All;

    public override void Prepare(string folder) => _model = TinyFolder.CopyTo(Path.Combine(folder, "model"));

    public override void Read(byte[] input, string folder)
    {
        if (input is [0, ..])
        {
            File.WriteAllBytes(_model!.GeneratorPath, input[1..]);
            using var generator = ImageGenerator.Open(_model, OnCpu);
            generator.Generate(new LatentSampler(_model.Latent, seed: 1).Draw(1));
        }
        else
        {
            File.WriteAllBytes(_model!.RecognizerPath, input is [] ? [] : input[1..]);
            using var recognizer = ImageRecognizer.Open(_model, OnCpu);
            recognizer.Recognize(new float[recognizer.Format.Size]);
        }
    }

    protected override byte[] Mutate(Random random, byte[] seed) =>
        [seed[0], .. random.Mutate(seed[1..], random.OneIn(3) ? ByteMutations.All : Mutations)];
}
