using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Ingredients;

public class TransferTests
{
    private static readonly TrainingOptions Photos = Presets.Photos;

    public static TheoryData<Transfer, string> Wrong =>
        new()
        {
            { new(LearningStages: 5), "Transfer.LearningStages is 5; expected at most 4." },
            { new(LearningStages: -1), "Transfer.LearningStages is -1; expected at least 0." },
            { new(LearningRate: 0), "Transfer.LearningRate is 0; expected a finite number above 0." },
            { new(TeacherSteps: 0), "Transfer.TeacherSteps is 0; expected at least 1." },
            { new(TaughtSteps: -1), "Transfer.TaughtSteps is -1; expected at least 0." },
            { new(Teachers: 100_000), "Transfer.Teachers is 100000; expected at most 1000." },
            { new(TeacherBatchSize: 1), "Transfer.TeacherBatchSize is 1; expected at least 2." },
            { new(TeacherBalance: -1), "Transfer.TeacherBalance is -1; expected a finite number of at least 0." },
            { new(StyleGap: 0), "Transfer.StyleGap is 0; expected a finite number above 0." },
            { new(Neighbors: 0), "Transfer.Neighbors is 0; expected at least 1." },
            { new(Neighbors: 1_000_000), "Transfer.Neighbors is 1000000; expected at most 1000." },
            { new(NeighborShare: 1.5), "Transfer.NeighborShare is 1.5; expected at least 0 and at most 1." },
            { new(NeighborShare: double.NaN), "Transfer.NeighborShare is NaN; expected at least 0 and at most 1." },
            { new(Side: 100_000), "Transfer.Side is 100000; expected at most 1024." },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Numbers_outside_of_what_makes_sense_are_named(Transfer transfer, string mistake) =>
        Assert.Equal([mistake], (Photos with { Transfer = transfer }).FindMistakes());

    [Fact]
    public void Another_trunk_is_refused_as_the_weights_would_not_fit()
    {
        var other = Photos with
        {
            Architecture = Photos.Architecture with { Trunk = [.. ResNet18.For(Photos.Image), new ReLU()] },
        };

        Assert.Contains("expected its layers", Assert.Single(other.FindMistakes()));
    }

    [Fact]
    public void Gray_images_are_refused()
    {
        var gray = Photos with { Image = Photos.Image with { Channels = 1 } };

        Assert.Contains("expected three channels", gray.FindMistakes()[0]);
    }

    [Fact]
    public void A_head_start_is_asked_for() =>
        Assert.Contains("without HeadStart", Assert.Single((Photos with { HeadStart = null }).FindMistakes()));

    [Fact]
    public void Steps_of_the_teachers_are_counted_and_starts_are_not_as_they_share_a_trunk() =>
        Assert.Equal(
            Photos.Transfer!.TeacherSteps + Photos.HeadStart!.Steps + Photos.Steps,
            (Photos with { HeadStart = Photos.HeadStart with { Starts = 64 } }).TotalSteps
        );
}
