using InfoGanMl.Training.Losses.Codes;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Codes;

public class BoundInformationTests
{
    // The gradient of the adversarial loss is (3, 4), of length 5; that of λ·L_I points along the second axis.
    [Theory]
    [InlineData(10, 1, 3, -1)] // cut from 10 to 5: 4 − 5
    [InlineData(10, 0.5, 3, 1.5)] // cut to 2.5
    [InlineData(2, 1, 3, 2)] // short enough: 4 − 2
    [InlineData(0, 1, 3, 4)] // no codes
    public void Information_pulls_no_harder_than_its_bound(
        double length,
        double bound,
        double expectedX,
        double expectedY
    )
    {
        using var images = zeros(1, 1, 1, 2, requires_grad: true);
        var (x, y) = (images[0, 0, 0, 0], images[0, 0, 0, 1]);
        var adversarialLoss = 3 * x + 4 * y;
        var information = length * y;

        BoundInformation.Measure(images, adversarialLoss, information, bound).backward();

        float[] gradient = images.grad!.data<float>().ToArray();
        Assert.Equal(expectedX, gradient[0], 1e-6);
        Assert.Equal(expectedY, gradient[1], 1e-6);
    }

    [Fact]
    public void Without_any_pull_images_stay_where_they_are()
    {
        using var images = zeros(1, 1, 1, 2, requires_grad: true);

        BoundInformation.Measure(images, 0 * images.sum(), 0 * images.sum(), bound: 1).backward();

        Assert.Equal([0, 0], images.grad!.data<float>().ToArray());
    }
}
