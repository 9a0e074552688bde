using InfoGanMl.Training.Steps;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Steps;

public class FusedAdamTests
{
    [Fact]
    public void Twenty_steps_end_at_the_weights_of_the_plain_optimizer()
    {
        using var plain = Network();
        using var fused = Network();
        using var reference = optim.Adam(plain.parameters(), 1e-2, beta1: 0.5, beta2: 0.999);
        using var optimizer = new FusedAdam(fused.parameters(), 1e-2, beta1: 0.5, beta2: 0.999);
        for (var step = 0; step < 20; step++)
        {
            reference.zero_grad();
            Loss(plain, step).backward();
            reference.step();
            optimizer.Minimize(Loss(fused, step));
        }

        Assert.All(
            plain.parameters().Zip(fused.parameters()),
            pair => Assert.True(pair.First.allclose(pair.Second, rtol: 0, atol: 1e-6))
        );
    }

    [Fact]
    public void The_learning_rate_of_the_moment_is_used()
    {
        using var network = Network();
        using var optimizer = new FusedAdam(network.parameters(), 1e-2);
        optimizer.Minimize(Loss(network, 0));
        var before = network.parameters().Select(parameter => parameter.detach().clone()).ToList();

        optimizer.LearningRate = 0;
        optimizer.Minimize(Loss(network, 1));

        Assert.All(before.Zip(network.parameters()), pair => Assert.True(pair.First.Equals(pair.Second)));
    }

    [Fact]
    public void Nothing_but_the_state_stays_behind()
    {
        using var network = Network();
        using var optimizer = new FusedAdam(network.parameters(), 1e-2);
        Step();

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Enumerable.Range(0, 20).ToList().ForEach(_ => Step());

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.Minimize(Loss(network, 0));
        }
    }

    private static Sequential Network()
    {
        var network = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2));
        using var random = new torch.Generator(1);
        using var _ = no_grad();
        foreach (var parameter in network.parameters())
        {
            parameter.uniform_(-1, 1, random);
        }

        return network;
    }

    private static Tensor Loss(Sequential network, int step)
    {
        using var random = new torch.Generator((ulong)step);
        var input = rand([16, 4], generator: random);
        return (network.forward(input) - input.narrow(1, 0, 2)).square().mean();
    }
}
