using InfoGanMl.Testing;
using InfoGanMl.Training.Steps;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Steps;

public class StepMeasuresTests
{
    [Fact]
    public void Measures_are_worked_out_against_the_priors()
    {
        // E[log q] = −0.5 and H = ln 3; errors equal to the priors' variances 1/3 and 1 mean that nothing was learned.
        var measures = StepMeasures.Read(
            TinyRun.Options.Latent.Space,
            tensor(1f),
            tensor(2f),
            tensor(3f),
            new([tensor(-0.5f)], [tensor(0f), tensor(0f)], [tensor(1 / 3f), tensor(0.25f)])
        );

        Assert.Equal(Math.Log(3) - 0.5, measures.MutualInformation[0], 1e-6);
        Assert.Equal(0, measures.ContinuousR2[0], 1e-6);
        Assert.Equal(0.75, measures.ContinuousR2[1], 1e-6);
    }
}
