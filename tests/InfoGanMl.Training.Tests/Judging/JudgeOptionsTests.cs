using InfoGanMl.Models;
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
                BatchSize = 128,
                LearningRate = 0.002,
                Distortions = new(RotationDegrees: 10, Scaling: 0.1, Shift: 0.08, Slant: 0.15, Thickness: 0.3),
            },
            JudgeOptions.For("mnist").Validated()
        );
    }

    [Fact]
    public void The_judge_of_clothes_was_trained_without_distortions_of_strokes()
    {
        Assert.Equal(
            new() { Distortions = new(RotationDegrees: 5, Scaling: 0.08, Shift: 0.08, Slant: 0, Thickness: 0) },
            JudgeOptions.For("fashion-mnist").Validated()
        );
    }

    [Fact]
    public void Every_mistake_is_named()
    {
        var options = new JudgeOptions
        {
            Epochs = 0,
            BatchSize = 1,
            LearningRate = double.NaN,
        };

        Assert.Equal(
            [
                "Epochs is 0; expected at least 1.",
                "BatchSize is 1; expected at least 2.",
                "LearningRate is NaN; expected a finite number above 0.",
            ],
            Assert.Throws<InvalidOptionsException>(options.Validated).Mistakes
        );
    }
}
