using InfoGanMl.Inference.UntrustedGraphs;

namespace InfoGanMl.Inference.Tests.UntrustedGraphs;

public class GraphShapesTests
{
    private static readonly int[] Image = [2, 5, 7];

    [Fact]
    public void A_pool_has_a_value_for_each_place_of_its_window()
    {
        // (5 + 2 - 3) / 2 + 1 = 3 rows, (7 + 2 - 3) / 2 + 1 = 4 columns
        Assert.Equal([2, 3, 4], ShapeAfter(MaxPool(kernel: 3, stride: 2, padding: 1), Image));
        Assert.Equal([2, 1, 1], ShapeAfter(new("GlobalAveragePool", ["a"], ["out"], None), Image));
    }

    [Fact]
    public void A_sum_has_the_shape_of_what_it_adds()
    {
        Assert.Equal(Image, ShapeAfter(new("Add", ["a", "b"], ["out"], None), Image, Image));
        Assert.Equal(Image, ShapeAfter(new("Add", ["a", "a"], ["out"], None), Image));
    }

    [Fact]
    public void A_window_that_may_hold_nothing_is_refused() => Refuse(MaxPool(kernel: 3, stride: 2, padding: 2), Image);

    [Fact]
    public void A_pool_of_a_vector_is_refused()
    {
        Refuse(MaxPool(kernel: 1, stride: 1, padding: 0), [12]);
        Refuse(new("GlobalAveragePool", ["a"], ["out"], None), [12]);
    }

    [Fact]
    public void A_pool_that_takes_minutes_is_refused() =>
        Assert.Contains("multiply-adds", Refuse(MaxPool(kernel: 1023, stride: 1, padding: 511), [1, 4096, 4096]));

    [Fact]
    public void A_pool_with_settings_that_are_never_written_is_refused()
    {
        var pool = MaxPool(kernel: 3, stride: 2, padding: 1);

        Refuse(
            pool with
            {
                Attributes = new Dictionary<string, IReadOnlyList<long>>(pool.Attributes) { ["ceil_mode"] = [1] },
            },
            Image
        );
    }

    [Fact]
    public void A_sum_of_other_than_two_tensors_of_one_shape_is_refused()
    {
        Refuse(new("Add", ["a", "b"], ["out"], None), Image, [2, 5, 1]); // which ONNX would stretch
        Refuse(new("Add", ["a"], ["out"], None), Image);
        Refuse(new("Add", ["a", "b", "a"], ["out"], None), Image, Image);
        Refuse(new("Add", ["a", "constant"], ["out"], None), Image);
    }

    private static Dictionary<string, IReadOnlyList<long>> None => [];

    private static GraphNode MaxPool(long kernel, long stride, long padding) =>
        new(
            "MaxPool",
            ["a"],
            ["out"],
            new Dictionary<string, IReadOnlyList<long>>
            {
                ["kernel_shape"] = [kernel, kernel],
                ["strides"] = [stride, stride],
                ["pads"] = [padding, padding, padding, padding],
            }
        );

    /// <summary>Shape that a node makes of tensors a, b and so on.</summary>
    private static IReadOnlyList<int> ShapeAfter(GraphNode node, params int[][] inputs)
    {
        var shapes = new GraphShapes(new Dictionary<string, GraphWeight> { ["constant"] = new(Image, null) });
        foreach (var (index, shape) in inputs.Index())
        {
            shapes.Add($"{(char)('a' + index)}", shape);
        }

        shapes.Add(node);
        return shapes.Of("out");
    }

    private static string Refuse(GraphNode node, params int[][] inputs) =>
        Assert.Throws<GraphFaultException>(() => ShapeAfter(node, inputs)).Message;
}
