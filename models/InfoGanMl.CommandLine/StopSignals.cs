using System.Runtime.InteropServices;

namespace InfoGanMl.CommandLine;

/// <summary>
/// Ctrl+C, and the system's request to end, as a cancellation: the current step, or an export, is finished first. Who does not
/// want to wait for that asks again, which ends the process at once.
/// </summary>
/// <remarks>
/// The command line library listens to them only once a command has first waited for something, and kills a command that takes
/// longer than a fixed time to end.
/// </remarks>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens from now on.</summary>
    public StopSignals() =>
        _registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        ];

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
