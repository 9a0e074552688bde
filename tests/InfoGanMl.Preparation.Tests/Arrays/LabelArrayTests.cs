using InfoGanMl.Preparation.Arrays;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Tests.Arrays.Made;

namespace InfoGanMl.Preparation.Tests.Arrays;

public class LabelArrayTests
{
    [Theory]
    [InlineData("svhn.mat", "y", "1 10 9")]
    [InlineData("gray.npz", "train_labels", "0 1")]
    [InlineData("gray.npz", "val_labels", "0")]
    [InlineData("stored.npz", "labels", "0 1")]
    [InlineData("big-endian.mat", "doubles", "0 1 1 0 10")]
    [InlineData("kinds.mat", "logical", "1 0 1")]
    public void There_is_one_for_each_image_in_a_row_or_a_column(string file, string name, string labels) =>
        Assert.Equal(labels, string.Join(' ', LabelArray.Read(ArrayFiles.Read(file, name))));

    [Theory]
    [InlineData("kinds.mat", "uint8", "uint8 [2, 3]")]
    [InlineData("odd.npz", "scalar", "double []")]
    [InlineData("kinds.mat", "three", "int16 [2, 3, 4]")]
    public void Several_for_an_image_are_refused(string file, string name, string found)
    {
        var error = Assert.Throws<InvalidArrayFileException>(() => LabelArray.Read(ArrayFiles.Read(file, name)));

        Assert.Equal((name, found), (error.Variable, error.Found));
    }

    [Theory]
    [InlineData(0.5, "double 0.5 at [1] of [2], counted from 0")]
    [InlineData(3e9, "double 3000000000 at [1] of [2], counted from 0")]
    [InlineData(double.NaN, "double NaN at [1] of [2], counted from 0")]
    [InlineData(double.NegativeInfinity, "double -Infinity at [1] of [2], counted from 0")]
    public void What_is_no_whole_number_is_refused_with_its_place(double value, string found)
    {
        var array = MadeArray.Of([1, value], [2]);

        Assert.Equal(found, Assert.Throws<InvalidArrayFileException>(() => LabelArray.Read(array)).Found);
    }
}
