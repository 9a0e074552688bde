using System.Text.Json;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests;

public class TrainingOptionsTests
{
    public static TheoryData<string> Presets => PresetsTests.Names;

    [Fact]
    public void The_defaults_are_these()
    {
        var defaults = JsonSerializer.SerializeToNode(TinyModel.Options, InfoGanJson.Options)!.AsObject();
        string[] stated = ["preset", "latent", "image", "architecture"];
        foreach (var name in stated)
        {
            defaults.Remove(name);
        }

        Assert.Equal(
            """
            {"dataset":"mnist","seed":1,"steps":5000,"batch_size":128,"discriminator_learning_rate":0.0002,"generator_learning_rate":0.001,
            "cool_down":0,"beta1":0.5,"beta2":0.999,"generator_weight_deviation":0.02,"discriminator_weight_deviation":0.02,
            "information_bound":null,"joint_batch_norm":false,"patch_discriminator":false,"conditional_discriminator":false,"gradient_penalty":0,"even_upsampling":false,"real_pairs":null,"head_start":null,"real_statistics":true,
            "report_every":50,"checkpoint_every":1000}
            """.ReplaceLineEndings(""),
            defaults.ToJsonString(InfoGanJson.Line)
        );
        Assert.Equal(
            new RealPairs(Information: 1, Consistency: 0, Following: 0.5, Balance: 0) { Augmentation = new() },
            new()
        );
        Assert.Equal(
            new Augmentation(
                RotationDegrees: 15,
                Scaling: 0.15,
                Shift: 0.1,
                Slant: 0.3,
                Thickness: 0.8,
                Strokes: 0,
                Dimming: 0,
                Stretch: 0
            ),
            new()
        );
        Assert.Equal(new HeadStart(Steps: 1500, BatchSize: 128, LearningRate: 1e-3, Balance: 2, Starts: 1), new());
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Options_survive_a_round_trip_through_json(string preset)
    {
        var options = Recipes.Presets.Find(preset);

        var json = JsonSerializer.Serialize(options, InfoGanJson.Options);
        var copy = JsonSerializer.Deserialize<TrainingOptions>(json, InfoGanJson.Options)!;

        Assert.Equal(json, JsonSerializer.Serialize(copy, InfoGanJson.Options));
        Assert.Equal(options.Architecture.Generator, copy.Architecture.Generator);
        Assert.Equal(options.Architecture.Trunk, copy.Architecture.Trunk);
        Assert.Equal(options.Architecture.RecognizerHead, copy.Architecture.RecognizerHead);
        Assert.Equal(
            options.Latent.Space.GeneratorInputs.Select(t => t.Name),
            copy.Latent.Space.GeneratorInputs.Select(t => t.Name)
        );
        Assert.Equal(options.Latent.Categorical, copy.Latent.Categorical);
        Assert.Equal(options.Latent.Continuous, copy.Latent.Continuous); // with what each code follows
        Assert.Equal(
            (options.Image, options.RealPairs, options.HeadStart), // with the augmentations of the pairs
            (copy.Image, copy.RealPairs, copy.HeadStart)
        );
    }

    [Fact]
    public void All_mistakes_are_reported_together()
    {
        var options = TinyModel.Options with
        {
            Latent = TinyModel.Options.Latent with { Noise = 0 },
            Steps = 0,
            ReportEvery = 0,
            CheckpointEvery = -1,
            BatchSize = 1,
            DiscriminatorLearningRate = 0,
            GeneratorLearningRate = double.NaN,
            GeneratorWeightDeviation = double.PositiveInfinity,
            DiscriminatorWeightDeviation = 0,
            InformationBound = 0,
            Beta1 = 1,
            Beta2 = -0.1,
            CoolDown = double.NaN,
            RealPairs = new(Information: -1, Consistency: double.NaN, Following: double.PositiveInfinity, Balance: -1)
            {
                Augmentation = new(
                    RotationDegrees: -15,
                    Scaling: 1,
                    Shift: double.NaN,
                    Slant: double.PositiveInfinity,
                    Thickness: 1.1,
                    Strokes: -1,
                    Dimming: 1,
                    Stretch: -1
                ),
            },
            HeadStart = new(Steps: 0, BatchSize: 1, LearningRate: 0, Balance: -1, Starts: 0),
            Architecture = TinyModel.Options.Architecture with { RecognizerHead = [new Reshape(1, 2, 2)] },
        };

        var error = Assert.Throws<InvalidOptionsException>(options.Validated);

        Assert.Equal(
            [
                "latent.noise is 0; expected at least 1.",
                "Steps is 0; expected at least 1.",
                "ReportEvery is 0; expected at least 1.",
                "CheckpointEvery is -1; expected at least 1.",
                "BatchSize is 1; expected at least 2.",
                "DiscriminatorLearningRate is 0; expected a finite number above 0.",
                "GeneratorLearningRate is NaN; expected a finite number above 0.",
                "GeneratorWeightDeviation is Infinity; expected a finite number above 0.",
                "DiscriminatorWeightDeviation is 0; expected a finite number above 0.",
                "InformationBound is 0; expected a finite number above 0.",
                "Beta1 is 1; expected at least 0 and below 1.",
                "Beta2 is -0.1; expected at least 0 and below 1.",
                "CoolDown is NaN; expected at least 0 and below 1.",
                "RealPairs.Information is -1; expected a finite number of at least 0.",
                "RealPairs.Consistency is NaN; expected a finite number of at least 0.",
                "RealPairs.Following is Infinity; expected a finite number of at least 0.",
                "RealPairs.Balance is -1; expected a finite number of at least 0.",
                "Augmentation.RotationDegrees is -15; expected a finite number of at least 0.",
                "Augmentation.Shift is NaN; expected a finite number of at least 0.",
                "Augmentation.Slant is Infinity; expected a finite number of at least 0.",
                "Augmentation.Stretch is -1; expected a finite number of at least 0.",
                "Augmentation.Scaling is 1; expected at least 0 and below 1.",
                "Augmentation.Dimming is 1; expected at least 0 and below 1.",
                "Augmentation.Strokes is -1; expected at least 0.",
                "Augmentation.Thickness is 1.1; expected at least 0 and at most 1.",
                "HeadStart.Steps is 0; expected at least 1.",
                "HeadStart.Starts is 0; expected at least 1.",
                "HeadStart.BatchSize is 1; expected at least 2.",
                "HeadStart.LearningRate is 0; expected a finite number above 0.",
                "HeadStart.Balance is -1; expected a finite number of at least 0.",
            ],
            error.Mistakes.SkipLast(1)
        );
        Assert.StartsWith("Layer 0 of the features: Reshape", error.Mistakes[^1], StringComparison.Ordinal);
        Assert.All(error.Mistakes, mistake => Assert.Contains("\n  - " + mistake, error.Message));
    }

    [Fact]
    public void Options_without_mistakes_are_returned_as_they_are() =>
        Assert.Same(TinyModel.Options, TinyModel.Options.Validated());

    [Fact]
    public void Even_upsampling_by_a_kernel_that_strides_do_not_divide_is_a_mistake() =>
        AssertMistake(
            "EvenUpsampling is set with a transposed convolution of kernel 4 and stride 3",
            TinyModel.Options with
            {
                EvenUpsampling = true,
                Architecture = TinyModel.Options.Architecture with
                {
                    Generator =
                    [
                        new Dense(1),
                        new Reshape(1, 1, 1),
                        new TransposedConv(8, Kernel: 3, Stride: 1),
                        new TransposedConv(1, Kernel: 4, Stride: 3),
                    ],
                },
            }
        );

    [Fact]
    public void A_head_start_without_pairs_to_learn_from_is_a_mistake() =>
        AssertMistake("HeadStart is set without RealPairs", TinyModel.Options with { HeadStart = new() });

    [Fact]
    public void Categories_of_real_images_for_D_without_pairs_that_teach_them_are_a_mistake() =>
        AssertMistake(
            "ConditionalDiscriminator is set without RealPairs",
            TinyModel.Options with
            {
                ConditionalDiscriminator = true,
            }
        );

    [Fact]
    public void A_code_that_follows_what_it_is_not_taught_is_a_mistake()
    {
        var following = TinyModel.Options with
        {
            Latent = TinyModel.Options.Latent with
            {
                Continuous = [new("free"), new("lean", Follows: AugmentationKind.Slant)],
            },
        };

        Assert.Equal(
            "code 'lean' follows Slant that RealPairs does not teach; expected a RealPairs with a range of it and a weight of"
                + " Following above 0.",
            Assert.Single(following.FindMistakes())
        );
        Assert.Single((following with { RealPairs = new(Following: 0) }).FindMistakes());
        Assert.Single((following with { RealPairs = new() { Augmentation = new(Slant: 0) } }).FindMistakes());
        Assert.Empty((following with { RealPairs = new() { Augmentation = new(Thickness: 0) } }).FindMistakes());
    }

    [Fact]
    public void Real_pairs_without_a_categorical_code_are_a_mistake()
    {
        var uncategorised = TinyModel.Options with { Latent = new(Noise: 2, [], [new("free")]), RealPairs = new() };

        Assert.Equal(
            "RealPairs is set without a categorical code; expected one, as its answers are what is compared.",
            Assert.Single(uncategorised.FindMistakes())
        );
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_thickness_below_nothing_or_none_at_all_is_a_mistake(double thickness)
    {
        var options = TinyModel.Options with { RealPairs = new() { Augmentation = new(Thickness: thickness) } };

        Assert.StartsWith("Augmentation.Thickness is", Assert.Single(options.FindMistakes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Augmentations_may_be_none_at_all_and_go_all_the_way()
    {
        Assert.Empty(Augmented(new(0, 0, 0, 0, 0, 0, 0)).FindMistakes());
        Assert.Empty(Augmented(new(Scaling: 0.99, Thickness: 1)).FindMistakes());

        static TrainingOptions Augmented(Augmentation augmentations) =>
            TinyModel.Options with
            {
                RealPairs = new() { Augmentation = augmentations },
            };
    }

    [Fact]
    public void A_convolution_that_does_not_move_is_a_mistake_like_any_other()
    {
        var options = TinyModel.Options with
        {
            Architecture = TinyModel.Options.Architecture with { Trunk = [new Conv(1, Stride: 0), new Flatten()] },
        };

        Assert.StartsWith("Layer 0 of the trunk", Assert.Single(options.FindMistakes()), StringComparison.Ordinal);
    }

    private static void AssertMistake(string start, TrainingOptions options) =>
        Assert.StartsWith(start, Assert.Single(options.FindMistakes()), StringComparison.Ordinal);
}
