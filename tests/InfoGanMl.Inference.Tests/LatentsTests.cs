using InfoGanMl.Models.Latents;
using InfoGanMl.Testing;

namespace InfoGanMl.Inference.Tests;

/// <summary>Latents that are given.</summary>
public sealed class LatentsTests
{
    private static readonly LatentSpace Space = new(Noise: 3, [new("digit", 10)], [new("slant"), new("width")]);

    [Fact]
    public void Given_latents_are_kept_as_they_are()
    {
        float[] noise = [1, 2, 3, 4, 5, 6];

        var latents = Latents.From(
            Space,
            noise,
            [
                [7, 0],
            ],
            [
                [-1, 1],
                [0, 0.5f],
            ]
        );
        noise[0] = 9;

        Assert.Equal(2, latents.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6], latents.Noise);
        Assert.Equal([7, 0], Assert.Single(latents.Categories));
        Assert.Equal(
            [
                [-1, 1],
                [0, 0.5f],
            ],
            latents.Continuous
        );
    }

    [Fact]
    public void No_rows_are_latents_too()
    {
        Assert.Equal(
            0,
            Latents
                .From(
                    Space,
                    [],
                    [
                        [],
                    ],
                    [
                        [],
                        [],
                    ]
                )
                .Count
        );
    }

    public static TheoryData<float[], int[][], float[][], string> Wrong =>
        new()
        {
            {
                [1, 2],
                [
                    [0],
                ],
                [
                    [0],
                    [0],
                ],
                "Found 2 values of noise; expected 3 for each row."
            },
            {
                [1, 2, float.NaN],
                [
                    [0],
                ],
                [
                    [0],
                    [0],
                ],
                "Found NaN in noise; expected finite numbers."
            },
            {
                [1, 2, 3],
                [],
                [
                    [0],
                    [0],
                ],
                "Found 0 categorical codes; expected 1."
            },
            {
                [1, 2, 3],
                [
                    [0],
                ],
                [
                    [0],
                ],
                "Found 1 continuous codes; expected 2."
            },
            {
                [1, 2, 3],
                [
                    [0, 1],
                ],
                [
                    [0],
                    [0],
                ],
                "Found 2 values of 'digit'; expected 1, one for each row of noise."
            },
            {
                [1, 2, 3],
                [
                    [10],
                ],
                [
                    [0],
                    [0],
                ],
                "Found category 10; expected 0 to 9 for 'digit'."
            },
            {
                [1, 2, 3],
                [
                    [-1],
                ],
                [
                    [0],
                    [0],
                ],
                "Found category -1; expected 0 to 9 for 'digit'."
            },
            {
                [1, 2, 3],
                [
                    [0],
                ],
                [
                    [0],
                    [],
                ],
                "Found 0 values of 'width'; expected 1, one for each row of noise."
            },
            {
                [1, 2, 3],
                [
                    [0],
                ],
                [
                    [0],
                    [float.NegativeInfinity],
                ],
                "Found -Infinity in 'width'; expected finite numbers."
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_row_of_the_space_is_refused(
        float[] noise,
        int[][] categories,
        float[][] continuous,
        string message
    )
    {
        var problem = Assert.Throws<ArgumentException>(() => Latents.From(Space, noise, categories, continuous));

        Assert.StartsWith(message.Replace("-Infinity", $"{float.NegativeInfinity}"), problem.Message);
    }

    [Fact]
    public void Images_between_two_begin_with_the_one_and_end_with_the_other()
    {
        const int Steps = 5;
        var model = PretrainedModel.Mnist;
        using var generator = ImageGenerator.Open(model);
        var ends = new LatentSampler(model.Latent, seed: 1).Draw(2).WithCategory(code: 0, _ => 7);
        var images = generator.Generate(ends).Chunk(model.Image.Size).ToList();

        var between = Latents.From(
            model.Latent,
            Between([.. ends.Noise]),
            [
                [.. Enumerable.Repeat(7, Steps)],
            ],
            [.. ends.Continuous.Select(code => Between([.. code]))]
        );
        var found = generator.Generate(between).Chunk(model.Image.Size).ToList();

        Assert.Equal(Steps, found.Count);
        Assert.All(images[0].Zip(found[0]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.All(images[1].Zip(found[^1]), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.All(images, end => Assert.InRange(end.Zip(found[2], (a, b) => Math.Abs(a - b)).Max(), 0.2f, 1));

        static float[] Between(float[] two)
        {
            var (from, to) = (two[..(two.Length / 2)], two[(two.Length / 2)..]);
            return
            [
                .. Enumerable
                    .Range(0, Steps)
                    .SelectMany(step => from.Zip(to, (a, b) => float.Lerp(a, b, step / (Steps - 1f)))),
            ];
        }
    }
}
