using Microsoft.Playwright;
using Xunit;

namespace CsrGraph.BrowserTests;

/// <summary>A Chromium of the machine's; none is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("CSRGRAPH_CHROMIUM") ?? "/usr/bin/chromium";

    // What a page does on a machine that is busy with other things takes its time, and how long it takes is not what is tested.
    private const float Patience = 120_000;

    private IPlaywright? playwright;
    private IBrowser? chromium;

    private static bool IsMissing => !File.Exists(Executable) && Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") != "1";

    public async ValueTask InitializeAsync()
    {
        if (IsMissing) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a visitor who was never here; the test is skipped where there is no Chromium.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="locale">What the visitor reads, as a language tag.</param>
    /// <param name="dark">Whether the visitor likes it dark.</param>
    public async Task<IPage> OpenAsync(int width = 1360, string locale = "en-US", bool dark = false)
    {
        if (IsMissing) Assert.Skip($"there is no {Executable}; install chromium, or name one with CSRGRAPH_CHROMIUM");
        var page = await chromium!.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            Locale = locale,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        page.SetDefaultTimeout(Patience);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
