namespace InfoGanMl.Models.Tests;

public sealed class ModelCardTests : IDisposable
{
    private readonly CreatedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_card_of_a_model_that_sorts_nothing_says_so()
    {
        _model
            .Create(TinyModel.Manifest.Latent with { Categorical = [] })
            .WithScores(
                TinyModel.Scores with
                {
                    Figures =
                    [
                        .. TinyModel.Scores.Figures.Where(s => s.Key.StartsWith("cont", StringComparison.Ordinal)),
                    ],
                }
            );

        Assert.Contains("The model has no categorical code, so it sorts nothing.", _model.Card);
        Assert.DoesNotContain("L_I", _model.Card);
        Assert.DoesNotContain("accuracy", _model.Card);
    }

    [Fact]
    public void The_card_lists_every_code_of_several_and_none_as_picked_by_labels()
    {
        _model
            .Create(TinyModel.Manifest.Latent with { Categorical = [new("category_1", 2), new("category_2", 2)] })
            .WithScores(
                new(
                    TestImages: 10_000,
                    [
                        new("categorical_codes.category_1.l_i", "L_I of category_1", 0.5, "nats")
                        {
                            Most = Math.Log(2),
                        },
                        new("categorical_codes.category_2.l_i", "L_I of category_2", 0.5, "nats")
                        {
                            Most = Math.Log(2),
                        },
                        new("categorical_codes.category_1.accuracy_one_to_one", "accuracy", 0.9876, "share"),
                    ]
                )
            );

        Assert.Contains("those of `category_1`, the first code; none was picked by labels.", _model.Card);
        Assert.Contains("| L_I of category_1 | 0.500 of 0.693 nats |", _model.Card);
        Assert.Contains("| accuracy | 98.76 % |", _model.Card);
        Assert.Contains("| L_I of category_2 | 0.500 of 0.693 nats |", _model.Card);
        Assert.Equal(3, ModelFolder.Open(_model.Folder["model"]).Manifest.Scores!.Figures.Count);
    }

    [Fact]
    public void The_card_tells_how_to_load_the_model_and_lists_the_tensors()
    {
        _model.Create();

        Assert.StartsWith("# InfoGAN on Sample, preset tiny, seed 1", _model.Card, StringComparison.Ordinal);
        Assert.Contains("| in | `category` | [N, 2] |", _model.Card);
        Assert.Contains("| out | `image` | [N, 1, 2, 2] |", _model.Card);
        Assert.Contains("RecognizeWithInfoGan", _model.Card);
    }
}
