using InfoGanMl.Testing;
using PuppeteerSharp;

namespace InfoGanMl.Report.Tests;

/// <summary>Headless Chrome, Edge or Chromium, started once for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly List<string> _messages = [];
    private IBrowser? _browser;
    private IPage? _page;

    /// <summary>All that the page has written to the console, and what went wrong in it.</summary>
    public IReadOnlyList<string> Messages => _messages;

    private IPage Page => _page ?? throw new InvalidOperationException("The browser has not been started.");

    public async ValueTask InitializeAsync()
    {
        _browser = await Puppeteer.LaunchAsync(
            new()
            {
                ExecutablePath =
                    InstalledBrowser.Find(Repository.Root)
                    ?? throw new InvalidOperationException(InstalledBrowser.Advice),
                // Without a sandbox it starts as root, too, and without /dev/shm in small containers.
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
        _page = await _browser.NewPageAsync();
        _page.Console += (_, written) => _messages.Add(written.Message.Text);
        _page.PageError += (_, error) => _messages.Add(error.Message);
    }

    /// <summary>Opens a page in a window of that width.</summary>
    public async Task OpenAsync(string path, int width)
    {
        await Page.SetViewportAsync(new() { Width = width, Height = 900 });
        await ShowAsync("screen", "light");
        _messages.Clear();
        await Page.GoToAsync(new Uri(path).AbsoluteUri);
    }

    /// <summary>Shows the page as on a screen or on paper, light or dark.</summary>
    public Task ShowAsync(string media, string scheme) =>
        // In one call: each of the two that Puppeteer has undoes the other.
        Page.Client.SendAsync(
            "Emulation.setEmulatedMedia",
            new { media, features = new[] { new { name = "prefers-color-scheme", value = scheme } } }
        );

    /// <summary>What a script returns.</summary>
    public Task<T> RunAsync<T>(string script) => Page.EvaluateExpressionAsync<T>(script);

    /// <summary>Waits for what the page does on its own, and fails when it does not within half a minute.</summary>
    public Task WaitUntilAsync(string condition) => Page.WaitForExpressionAsync(condition);

    /// <summary>Clicks on the first element that a CSS selector finds.</summary>
    public Task ClickAsync(string selector) => Page.ClickAsync(selector);

    /// <summary>Presses a key in such an element.</summary>
    public async Task PressAsync(string selector, string key) => await (await FindAsync(selector)).PressAsync(key);

    /// <summary>The text of such an element as it is shown.</summary>
    public Task<string> TextOfAsync(string selector) =>
        RunAsync<string>($"document.querySelector('{selector}').innerText");

    /// <summary>An attribute of such an element.</summary>
    public Task<string> AttributeOfAsync(string selector, string name) =>
        RunAsync<string>($"document.querySelector('{selector}').getAttribute('{name}')");

    /// <summary>Whether such an element is to be seen.</summary>
    public async Task<bool> ShowsAsync(string selector) => await (await FindAsync(selector)).IsVisibleAsync();

    /// <summary>The page as a PDF file.</summary>
    public Task<byte[]> PrintAsync() => Page.PdfDataAsync(new() { PrintBackground = true });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    private async Task<IElementHandle> FindAsync(string selector) =>
        await Page.QuerySelectorAsync(selector) ?? throw new InvalidOperationException($"The page has no {selector}.");
}
