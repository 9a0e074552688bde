using InfoGanMl.Recipes.Ingredients;

namespace InfoGanMl.Recipes.Tests.Ingredients;

public class HeadStartTests
{
    [Fact]
    public void One_start_trains_every_step()
    {
        var plan = new HeadStart(Steps: 7);

        Assert.All(Enumerable.Range(0, 7), step => Assert.Equal(1, plan.StartsLeftAt(step)));
        Assert.Equal(7, plan.Updates());
    }

    [Fact]
    public void Half_of_the_starts_drop_out_after_each_of_equal_rounds()
    {
        var plan = new HeadStart(Steps: 8, Starts: 8);

        Assert.Equal([8, 8, 4, 4, 2, 2, 1, 1], Enumerable.Range(0, 8).Select(plan.StartsLeftAt));
        Assert.Equal(30, plan.Updates());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(12)]
    public void Numbers_that_cannot_be_halved_end_with_one_start_too(int starts)
    {
        var plan = new HeadStart(Steps: 100, Starts: starts);

        Assert.Equal(starts, plan.StartsLeftAt(0));
        Assert.Equal(1, plan.StartsLeftAt(99));
    }

    [Fact]
    public void More_rounds_than_steps_leave_more_than_one_start_to_choose_from()
    {
        Assert.Equal([8, 2], Enumerable.Range(0, 2).Select(new HeadStart(Steps: 2, Starts: 8).StartsLeftAt));
    }
}
