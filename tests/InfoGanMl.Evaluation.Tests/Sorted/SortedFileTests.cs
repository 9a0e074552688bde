using InfoGanMl.Evaluation.Sorted;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation.Tests.Sorted;

public sealed class SortedFileTests
{
    private static readonly LatentSpace Latent = new(Noise: 2, [new("category", 2), new("color", 3)], [new("width")]);

    [Fact]
    public void A_row_says_all_that_Q_says_of_a_picture()
    {
        PictureAnswer[] answers =
        [
            new("a/1, 2.png", IsTest: true, "cat", [1, 0], [0.75f, 0.5f], [-0.25f]),
            new("b.png", IsTest: false, null, [0, 2], [1, 1], [2]),
        ];

        var csv = SortedFile.ToCsv(answers, [new("c.png", "found \"nothing\"")], Latent, c => c == 1 ? "cats" : null);

        Assert.Equal(
            [
                "path,split,class,category,category_probability,color,color_probability,width,category_name,left_out",
                "\"a/1, 2.png\",test,cat,1,0.75,0,0.5,-0.25,cats,",
                "b.png,train,,0,1,2,1,2,,",
                "c.png,,,,,,,,,\"found \"\"nothing\"\"\"",
            ],
            csv.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
        );
    }
}
