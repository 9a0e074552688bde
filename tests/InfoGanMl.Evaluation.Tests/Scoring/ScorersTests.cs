using System.Reflection;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Models;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests.Scoring;

/// <summary>That every kind of figure is measured and shown without being named in a list.</summary>
public class ScorersTests
{
    private static readonly string JudgePath = Path.Combine(Repository.Root, "models", "judges", "mnist.onnx");

    private static readonly EvaluationOptions Quick = new()
    {
        GeneratedImages = 300,
        JudgeFile = JudgePath,
        FeaturizerFile = JudgePath, // which has features, too
    };

    [Fact]
    public void Scorers_stand_in_the_order_of_the_questions_and_then_of_their_names()
    {
        var all = Scorers.All.Select(scorer => (scorer.Question, scorer.GetType().Name)).ToList();

        Assert.Equal(all.OrderBy(scorer => scorer.Question).ThenBy(scorer => scorer.Name, StringComparer.Ordinal), all);
        Assert.Equal(Enum.GetValues<Question>(), all.Select(scorer => scorer.Question).Distinct());
    }

    [Fact]
    public void Every_kind_is_measured_by_one_scorer_and_has_a_key_of_its_own()
    {
        var declared = typeof(FigureKind)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FigureKind))
            .Select(field => ((FigureKind)field.GetValue(null)!).Key);

        Assert.Equal(declared.Order(), Scorers.Kinds.Select(kind => kind.Key).Order());
        Assert.Distinct(Scorers.Kinds.Select(kind => kind.Key));
        Assert.Distinct(Scorers.Kinds.Select(kind => kind.Title));
    }

    [Fact]
    public async Task Every_kind_is_measured_where_it_can_be()
    {
        var digits = new ImageDataset("few", await Digits.LabeledAsync(200), await Digits.TestImagesAsync(500));
        var sprites = SpriteImages.For(TinyFolder.Continuous) with { Sprites = new(SpriteDrawing.Gray, 32) };
        var few = new FactorScoreOptions
        {
            TrainImages = 200,
            TestImages = 100,
            FactorVae = new() { TrainVotes = 10, TestVotes = 10 },
        };
        Figure[] measured =
        [
            .. Evaluate(PretrainedModel.Mnist, digits, Quick),
            .. Evaluate(
                TinyFolder.Codes,
                SpriteImages.For(TinyFolder.Codes),
                Quick with
                {
                    JudgeFile = null,
                    FeaturizerFile = null,
                }
            ),
            .. Evaluate(
                TinyFolder.Continuous,
                sprites,
                Quick with
                {
                    JudgeFile = null,
                    FeaturizerFile = null,
                    Factors = few,
                }
            ),
        ];

        Assert.Empty(Scorers.Kinds.Select(kind => kind.Key).Except(measured.Select(figure => figure.Kind.Key)));
    }

    [Fact]
    public void The_table_of_the_README_is_that_of_the_kinds()
    {
        const string Head = "|---|---|---|---|\n";
        var rows = Scorers.Kinds.Select(kind => $"| {kind.Title} | `{kind.Key}` | {kind.Unit} | {kind.Paper} |\n");

        Assert.True(
            MadeFile.IsCurrent(
                "pipelines/InfoGanMl.Evaluation/README.md",
                readme => readme[..(readme.IndexOf(Head, StringComparison.Ordinal) + Head.Length)] + string.Concat(rows)
            ),
            MadeFile.Advice
        );
    }

    private static FigureSet Evaluate(ModelFolder model, ImageDataset data, EvaluationOptions options)
    {
        using var evaluator = Evaluator.Open(model, options);
        return evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Figures;
    }
}
