using InfoGanMl.Models.Errors;
using InfoGanMl.Training.Judging;
using Xunit;

namespace InfoGanMl.Training.Tests.Judging;

public class JudgeOptionsTests
{
    [Fact]
    public void The_defaults_are_those_that_the_shipped_judge_was_trained_with()
    {
        Assert.Equal(
            new()
            {
                Seed = 1,
                Epochs = 6,
                FewestUpdates = 500,
                BatchSize = 128,
                LearningRate = 0.002,
                Augmentation = new(RotationDegrees: 10, Scaling: 0.1, Shift: 0.08, Slant: 0.15, Thickness: 0.3),
            },
            JudgeOptions.For("MNIST").Validated()
        );
    }

    [Theory]
    [InlineData("Fashion-MNIST")]
    [InlineData("my pictures")]
    public void A_judge_of_anything_but_digits_is_trained_without_augmentations_of_strokes(string dataset)
    {
        Assert.Equal(
            new() { Augmentation = new(RotationDegrees: 5, Scaling: 0.08, Shift: 0.08, Slant: 0, Thickness: 0) },
            JudgeOptions.For(dataset).Validated()
        );
    }

    [Theory]
    [InlineData(60_000, 6)] // 468 updates each
    [InlineData(10_000, 7)] // 78
    [InlineData(430, 167)] // 3
    [InlineData(128, 500)]
    [InlineData(1, 500)] // refused later, as fewer than a batch
    public void Few_images_are_learned_from_more_often(int images, int epochs)
    {
        Assert.Equal(epochs, new JudgeOptions().EpochsOver(images));
    }

    [Fact]
    public void Every_mistake_is_named()
    {
        var options = new JudgeOptions
        {
            Epochs = 0,
            FewestUpdates = 0,
            BatchSize = 1,
            LearningRate = double.NaN,
        };

        Assert.Equal(
            [
                "Epochs is 0; expected at least 1.",
                "FewestUpdates is 0; expected at least 1.",
                "BatchSize is 1; expected at least 2.",
                "LearningRate is NaN; expected a finite number above 0.",
            ],
            Assert.Throws<InvalidOptionsException>(options.Validated).Mistakes
        );
    }
}
