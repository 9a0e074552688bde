using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Models.Devices;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests.Categories;

[Trait("Speed", "Slow")]
public class RunAgreementTests
{
    [Fact]
    public async Task A_model_agrees_with_itself_and_two_good_ones_more_than_a_good_and_a_bad_one()
    {
        var images = await Digits.TestImagesAsync(1000);

        var agreement = RunAgreement.Measure(
            [PretrainedModel.Mnist, PretrainedModel.Mnist, SmokeModel.Model],
            images,
            Device.Cpu,
            TestContext.Current.CancellationToken
        );

        Assert.Equal([1, 1, agreement[2][0]], agreement[0]);
        Assert.Equal(agreement[0][2]!.Value, agreement[2][0]!.Value, 1e-12);
        Assert.InRange(agreement[0][2]!.Value, 0.1, 0.99);
    }
}
