using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts;

public sealed class TransferHeadStartTests : IDisposable
{
    private readonly SeenImages _seen = TinyPhotos.Look(TinyPhotos.Options);
    private readonly RandomSource _random = new(1, CPU);
    private readonly RealImages _images;

    public TransferHeadStartTests() => _images = TinyPhotos.Images(_random);

    [Fact]
    public void First_teachers_learn_alone_then_heads_and_the_last_stages_of_the_trunk_from_them_and_from_copies()
    {
        using var headStart = Begin(TinyPhotos.Options);
        var gan = headStart.Ranking[0].Gan;
        var trunk = TinyPhotos.StateOf(gan.Trunk);

        Assert.Equal((1, 24), headStart.Next);
        Assert.Equal(4, headStart.Ranking.Count);
        Run(headStart, 3);
        Assert.Empty(Changed(gan.Trunk, trunk));

        Assert.Equal((1, 8), headStart.Next);
        Assert.Equal(3, headStart.Ranking.Count);
        var heads = headStart.Ranking.Select(HeadOf).ToList();
        Run(headStart, 1);
        Assert.NotEmpty(Changed(gan.Trunk, trunk));
        Assert.All(headStart.Ranking, start => Assert.Equal(0, start.Steps)); // taught ones tell no mutual information

        Run(headStart, 2);
        Assert.True(headStart.IsDone);
        Assert.All(headStart.Ranking, start => Assert.DoesNotContain(heads, head => head.Equals(HeadOf(start))));
        Assert.All(headStart.Ranking, start => Assert.Equal(2, start.Steps));
        Assert.All(
            Changed(gan.Trunk, trunk),
            name => Assert.InRange(LayerOf(name), FirstLearningLayer(gan), int.MaxValue)
        );
        Assert.DoesNotContain(Changed(gan.Trunk, trunk), name => name.Contains("running", StringComparison.Ordinal));
    }

    [Fact]
    public void Heads_share_one_trunk_and_the_best_of_them_goes_on()
    {
        var headStart = Begin(TinyPhotos.Options);
        Run(headStart, 6);
        var (best, gan) = (HeadOf(headStart.Ranking[0]), headStart.Ranking[0].Gan);

        Assert.Equal(3, headStart.Ranking.Count);
        Assert.All(headStart.Ranking, start => Assert.Same(gan, start.Gan));
        Assert.True(headStart.Ranking[0].Information >= headStart.Ranking[2].Information);
        using var taken = headStart.TakeBest();
        headStart.Dispose();
        Assert.True(best.Equals(taken.Recognizer.Codes.parameters().First()));
        Assert.All(taken.Trunk.parameters(), parameter => Assert.False(parameter.requires_grad));
    }

    [Fact]
    public void A_code_learns_what_it_follows_from_the_difference_of_two_copies()
    {
        const int Steps = 15;
        using var headStart = Begin(
            TinyPhotos.Following with
            {
                Transfer = TinyPhotos.Following.Transfer! with { LearningStages = 0 },
                HeadStart = TinyPhotos.Following.HeadStart! with { Steps = Steps, Starts = 1, LearningRate = 1e-2 },
            }
        );
        Run(headStart, 3 + Steps);

        var images = _images.EveryNth(1, 0);
        var brightness = Brightness(images) - Brightness(images / 2);

        Assert.Equal(24, brightness.shape[0]);
        Assert.True(
            (brightness > 0).sum().item<long>() >= 22,
            "nearly every image is read as brighter than its darker copy"
        );

        Tensor Brightness(Tensor batch) => headStart.Ranking[0].RecognizeImages(batch).Codes.select(1, 3);
    }

    [Fact]
    public void No_stage_learns_where_none_is_to()
    {
        using var headStart = Begin(
            TinyPhotos.Options with
            {
                Transfer = TinyPhotos.Options.Transfer! with { LearningStages = 0 },
            }
        );
        var gan = headStart.Ranking[0].Gan;
        var trunk = TinyPhotos.StateOf(gan.Trunk);

        Run(headStart, 6);

        Assert.Empty(Changed(gan.Trunk, trunk));
    }

    [Fact]
    public void Teachers_find_kinds_that_features_tell_apart()
    {
        // Three features, each of a third of the images.
        var features = zeros(1, 24, 512);
        foreach (var image in Enumerable.Range(0, 24))
        {
            features[0, image, image % 3] = 5;
        }

        var options = TinyPhotos.Options with
        {
            Transfer = TinyPhotos.Options.Transfer! with { TeacherSteps = 300 },
            HeadStart = TinyPhotos.Options.HeadStart! with { LearningRate = 1e-2 },
        };
        using var gan = TinyPhotos.Networks(options);
        using var seen = new SeenImages(features, Neighbors.Of(features[0], most: 4), [arange(24)]);
        using var teachers = new Teachers(options, seen, gan, new(1), _random);

        Enumerable.Range(0, 300).ToList().ForEach(_ => teachers.Step());

        Assert.True(teachers.AreDone);
        var answers = teachers.Answers(arange(24)).First().narrow(1, 0, 3).argmax(1).data<long>().ToArray();
        Assert.Equal(3, answers.Distinct().Count());
        Assert.All(answers.Index(), answer => Assert.Equal(answers[answer.Index % 3], answer.Item));
    }

    [Fact]
    public void A_teacher_with_a_batch_norm_answers_one_image_as_it_answers_it_among_others()
    {
        var options = TinyPhotos.Options with
        {
            Architecture = TinyPhotos.Options.Architecture with { RecognizerHead = [new Dense(8), new BatchNorm()] },
        };
        using var gan = TinyPhotos.Networks(options);
        using var teachers = new Teachers(options, _seen, gan, new(1), _random);
        Enumerable.Range(0, 3).ToList().ForEach(_ => teachers.Step());

        var among = teachers.Answers(arange(24)).First()[0];
        var alone = teachers.Answers(arange(1)).First()[0];

        Assert.True(among.allclose(alone, atol: 1e-4));
    }

    [Fact]
    public void A_taught_head_answers_as_its_teacher()
    {
        using var gan = TinyPhotos.Networks(TinyPhotos.Options);
        using var student = new RecognizerStart(gan, gan.Recognizer, gan.Recognizer.Parameters, 1e-2);
        var trunk = eye(3, 512);
        var answers = tensor(
            new float[,]
            {
                { 9, 0, 0, 0 },
                { 0, 0, 9, 0 },
                { 0, 9, 0, 0 },
            }
        );

        Enumerable.Range(0, 200).ToList().ForEach(_ => student.Follow(trunk, answers));

        var learned = gan.Recognizer.Recognize(trunk).narrow(1, 0, 3).argmax(1).data<long>().ToArray();
        Assert.Equal([0L, 2L, 1L], learned);
    }

    public void Dispose()
    {
        _seen.Dispose();
        _images.Dispose();
        _random.Dispose();
    }

    private TransferHeadStart Begin(TrainingOptions options) =>
        new(options, _images, _seen, new torch.Generator(1), _random);

    private static void Run(TransferHeadStart headStart, int steps) =>
        Enumerable.Range(0, steps).ToList().ForEach(_ => headStart.Step());

    private static Tensor HeadOf(RecognizerStart start) => start.Recognizer.Codes.parameters().First().detach().clone();

    private static IEnumerable<string> Changed(nn.Module module, Dictionary<string, Tensor> before) =>
        module.state_dict().Where(entry => !entry.Value.Equals(before[entry.Key])).Select(entry => entry.Key);

    private static int LayerOf(string name) => int.Parse(name.Split('.')[1]); // _modules.17.…

    private static int FirstLearningLayer(InfoGan gan) =>
        Recipes.Networks.ResNet18.StageEnds(gan.Trunk.Network.Layers)[1] + 1;
}
