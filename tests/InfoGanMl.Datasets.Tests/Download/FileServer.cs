using System.Net;
using System.Net.Sockets;

namespace InfoGanMl.Datasets.Tests.Download;

/// <summary>A web server on this machine that answers each path with what the test gave it, and with 404 otherwise.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Dictionary<string, Func<HttpListenerResponse, Task>> _answers = [];
    private readonly TaskCompletionSource _stopped = new();
    private readonly Task _serving;

    public FileServer()
    {
        (_listener, Address) = Listen();
        _serving = ServeAsync();
    }

    /// <summary>Address of the folder that is served.</summary>
    public Uri Address { get; }

    /// <summary>Paths asked for, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Serves a file whole.</summary>
    public void Serve(string name, byte[] bytes) =>
        _answers[name] = async response =>
        {
            response.ContentLength64 = bytes.Length;
            await response.OutputStream.WriteAsync(bytes);
            response.Close();
        };

    /// <summary>Announces a whole file, sends half of it and drops the connection.</summary>
    public void ServeHalf(string name, byte[] bytes) =>
        _answers[name] = async response =>
        {
            response.ContentLength64 = bytes.Length;
            await response.OutputStream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await response.OutputStream.FlushAsync();
            response.Abort();
        };

    /// <summary>Accepts the request and never answers.</summary>
    /// <returns>A task that ends when the request has come in.</returns>
    public Task ServeNothing(string name)
    {
        var asked = new TaskCompletionSource();
        _answers[name] = _ =>
        {
            asked.TrySetResult();
            return _stopped.Task;
        };
        return asked.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _stopped.SetResult();
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                // A listener that is closed at the wrong moment forgets who waits for it: never wait for it alone.
                var request = _listener.GetContextAsync();
                if (await Task.WhenAny(request, _stopped.Task) != request)
                {
                    return;
                }

                var context = await request;
                var name = context.Request.Url!.AbsolutePath[1..];
                Requests.Add(name);
                await _answers.GetValueOrDefault(name, NotFoundAsync)(context.Response);
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private static Task NotFoundAsync(HttpListenerResponse response)
    {
        response.StatusCode = (int)HttpStatusCode.NotFound;
        response.Close();
        return Task.CompletedTask;
    }

    /// <summary>HttpListener takes no port 0, so another process may grab the free port first: try again then.</summary>
    private static (HttpListener Listener, Uri Address) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address.ToString() } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }
}
