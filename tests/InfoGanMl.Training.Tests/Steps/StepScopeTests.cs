using System.Runtime;
using InfoGanMl.Training.Steps;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Steps;

public class StepScopeTests
{
    [Fact]
    public void Numbers_reach_libtorch_whole_while_another_thread_makes_garbage()
    {
        using var count = zeros(1, dtype: int64);
        for (var step = 0; step < 200; step++)
        {
            using var scope = new StepScope();
            Parallel.Invoke(
                () =>
                {
                    for (var i = 0; i < 1000; i++)
                    {
                        count.add_(1);
                    }
                },
                () => MakeGarbage(megabytes: 32)
            );
        }

        Assert.Equal(200_000, count.item<long>());
    }

    [Fact]
    public void Garbage_is_collected_between_steps_and_not_within_one()
    {
        var garbage = new List<WeakReference>();
        for (var step = 0; step < 10; step++)
        {
            using var scope = new StepScope();
            garbage.Add(new(new byte[1000]));
            MakeGarbage(megabytes: 32);
            Assert.True(garbage[^1].IsAlive);
        }

        // The last steps are still within the budget.
        Assert.All(garbage[..5], reference => Assert.False(reference.IsAlive));
    }

    [Fact]
    public void A_region_without_collections_that_the_app_is_in_goes_on_after_a_step()
    {
        Assert.True(GC.TryStartNoGCRegion(200 << 20));
        for (var step = 0; step < 3; step++)
        {
            using var scope = new StepScope();
            MakeGarbage(megabytes: 32); // more than the budget of a step, in all
        }

        Assert.Equal(GCLatencyMode.NoGCRegion, GCSettings.LatencyMode);
        GC.EndNoGCRegion();
    }

    private static void MakeGarbage(int megabytes)
    {
        for (var i = 0; i < megabytes * 1024; i++)
        {
            GC.KeepAlive(new byte[1000]);
        }
    }
}
