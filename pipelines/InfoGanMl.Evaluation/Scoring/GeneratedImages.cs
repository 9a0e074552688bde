using InfoGanMl.Inference;

namespace InfoGanMl.Evaluation.Scoring;

/// <summary>Generated images.</summary>
/// <param name="Latents">What they were generated from.</param>
/// <param name="Pixels">[N, C, H, W] in [0, 1].</param>
/// <param name="Recovered">What Q says about them.</param>
public sealed record GeneratedImages(Latents Latents, float[] Pixels, Recognition Recovered)
{
    /// <summary>Draws latents by the seed of the evaluation.</summary>
    internal static GeneratedImages Draw(EvaluationContext context)
    {
        var count = context.Options.GeneratedImages;
        context.Begin($"Recovering the codes of {count} generated images.");
        var latents = new LatentSampler(context.Model.Latent, context.Options.Seed).Draw(count);
        var images = context.Generator.Generate(latents);
        return new(latents, images, context.Recognizer.Recognize(images));
    }
}
