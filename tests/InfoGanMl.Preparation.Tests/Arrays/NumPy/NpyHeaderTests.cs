using InfoGanMl.Preparation.Arrays.NumPy;
using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Tests.Arrays.NumPy;

public class NpyHeaderTests
{
    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }    \n", "<f4", false, "2 3")]
    [InlineData("{'shape':(7,),'fortran_order':True,'descr':'|u1'}", "|u1", true, "7")]
    [InlineData("{\"descr\": \">i8\", \"fortran_order\": False, \"shape\": ()}\n", ">i8", false, "")]
    [InlineData("{'descr': '<u2', 'fortran_order': False, 'shape': (1, 2, 3,), }", "<u2", false, "1 2 3")]
    public void Type_order_and_sizes_are_read_in_any_order(string text, string type, bool isColumnMajor, string sizes)
    {
        var header = Parse(text);

        Assert.Equal((type, isColumnMajor), (header.Type, header.IsColumnMajor));
        Assert.Equal(sizes, string.Join(' ', header.Sizes));
    }

    [Theory]
    [InlineData("", "its end")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}", "no 'shape'")]
    [InlineData("{'descr': '<f4', 'shape': (1,)}", "no 'fortran_order'")]
    [InlineData("{'fortran_order': False, 'shape': (1,)}", "no 'descr'")]
    [InlineData("{'descr': '<f4', 'descr': '<f8'}", "the key 'descr'")]
    [InlineData("{'descr': '<f4', 'order': False}", "the key 'order'")]
    [InlineData("{'fortran_order': 0}", "0")]
    [InlineData("{'fortran_order': __import__('os')}", "'_' at character 18")]
    [InlineData("{'shape': (3)}", "the sizes (3)")]
    [InlineData("{'shape': (3 4)}", "the sizes (3)")]
    [InlineData("{'shape': (1, -3)}", "the size -3")]
    [InlineData("{'shape': (2147483648,)}", "the size 2147483648")]
    [InlineData("{'shape': (2.0,)}", "'.' at character 12")]
    [InlineData("{'shape': ((((1,),),),)}", "the size (")]
    [InlineData("{'shape': (1,)", "its end")]
    [InlineData("{'descr' '<f4'}", "'<f4' for :")]
    [InlineData("{'descr': '<f4'}{", "{")]
    [InlineData("{'descr': '<f4}", "''' at character 10")]
    public void Whatever_else_is_in_it_is_refused(string text, string found)
    {
        var error = Assert.Throws<InvalidArrayFileException>(() =>
        {
            var header = Parse(text);
            _ = (header.Type, header.IsColumnMajor, header.Sizes);
        });

        Assert.Equal($"{found} in the header", error.Found);
    }

    [Fact]
    public void More_axes_than_NumPy_knows_are_refused()
    {
        var error = Assert.Throws<InvalidArrayFileException>(() =>
            Parse($"{{'shape': ({string.Concat(Enumerable.Repeat("1,", 65))})}}")
        );

        Assert.Equal("more than 64 sizes in the header", error.Found);
    }

    private static NpyHeader Parse(string text) => NpyHeader.Parse(new ArraySource("made.npz", "a"), text);
}
