using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace InfoGanMl.Pipelines.Tests.Report;

/// <summary>Headless Chromium, started once for all tests of a class.</summary>
public sealed class Browser : IDisposable
{
    private readonly ChromeDriver _driver;

    public Browser()
    {
        var options = new ChromeOptions { BinaryLocation = FindProgram("chromium") };
        // Without a sandbox it starts as root, too, and without /dev/shm in small containers.
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(FindProgram("chromedriver"));
        _driver = new(service, options);
    }

    /// <summary>All that the page has written to the console since the last call, and what went wrong in it.</summary>
    public IReadOnlyList<string> Messages =>
        [.. _driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>Opens a page in a window of that width.</summary>
    public void Open(string path, int width, string scheme = "light", string media = "screen")
    {
        Call(
            "Emulation.setDeviceMetricsOverride",
            new()
            {
                ["width"] = width,
                ["height"] = 900,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = false,
            }
        );
        Show(media, scheme);
        _driver.Navigate().GoToUrl(new Uri(path));
    }

    /// <summary>Shows the page as on a screen or on paper, light or dark.</summary>
    public void Show(string media, string scheme) =>
        Call(
            "Emulation.setEmulatedMedia",
            new()
            {
                ["media"] = media,
                ["features"] = new[]
                {
                    new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme },
                },
            }
        );

    /// <summary>What a script returns.</summary>
    public T Run<T>(string script) => (T)_driver.ExecuteScript($"return {script}")!;

    /// <summary>The first element that a CSS selector finds.</summary>
    public IWebElement Find(string selector) => _driver.FindElement(By.CssSelector(selector));

    /// <summary>Waits for what the page does on its own, and fails when it does not within half a minute.</summary>
    public void WaitUntil(Func<bool> condition) =>
        new WebDriverWait(_driver, TimeSpan.FromSeconds(30)).Until(_ => condition());

    /// <summary>The page as a PDF file.</summary>
    public byte[] Print()
    {
        var result = (Dictionary<string, object>)Call("Page.printToPDF", new() { ["printBackground"] = true })!;
        return Convert.FromBase64String((string)result["data"]);
    }

    public void Dispose() => _driver.Dispose();

    private object? Call(string command, Dictionary<string, object?> parameters) =>
        _driver.ExecuteCdpCommand(command, parameters);

    private static string FindProgram(string name) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            $"Found no {name}, with which these tests open the report. On Debian: apt-get install chromium chromium-driver"
        );
}
