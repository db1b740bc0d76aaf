using System.Text.RegularExpressions;
using CsrGraph.EndToEndTests;
using Microsoft.Playwright;
using Xunit;

namespace CsrGraph.BrowserTests;

/// <summary>The page that a person sees at <c>/graphql</c>.</summary>
public sealed class IdeSpecs(LoadedStore store, Browser browser) : IClassFixture<LoadedStore>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1360, false)]
    [InlineData(390, true)]
    public async Task A_question_that_it_opens_with_is_run_and_answered(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark: dark);
        await page.GotoAsync(Address);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Request" }).DispatchEventAsync("click");

        await Assertions.Expect(page.Locator("app-query-result")).ToContainTextAsync("国家互联网信息办公室网络社会工作局");
        await KeepPictureAsync(page, $"ide-{width}-{(dark ? "dark" : "light")}");
    }

    [Fact]
    public async Task Each_headline_question_is_a_tab()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(Address);

        foreach (var name in new[] { "Who guided which event?", "Which firms signed which pledge?", "Did they sign?", "Who spoke, and as what?" })
        {
            await Assertions.Expect(page.GetByText(name, new() { Exact = true }).First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Its_docs_hold_our_descriptions()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(Address);
        await page.GetByText("Docs", new() { Exact = true }).DispatchEventAsync("click");

        var docs = page.Locator("app-doc-viewer");
        await docs.GetByText("Query", new() { Exact = true }).DispatchEventAsync("click");
        await Assertions.Expect(docs).ToContainTextAsync(Described, new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task It_asks_no_other_host_and_breaks_no_rule_of_its_policy()
    {
        var page = await browser.OpenAsync(locale: "zh-CN");
        var (elsewhere, complaints) = (new List<string>(), new List<string>());
        page.Context.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(store.Serving.Client.BaseAddress!.ToString(), StringComparison.Ordinal)) elsewhere.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // Zod, in Altair, tries whether it may evaluate text, and does without.
            if (message.Type == "error" && !message.Text.Contains("unsafe-eval", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        await page.GotoAsync(Address);
        await Assertions.Expect(page.GetByText(new Regex("发送请求|发送"))).Not.ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Empty(elsewhere);
        Assert.Empty(complaints);
    }

    // Of the query field organisation, as the printed schema has it.
    private const string Described = "Null for an unknown one; a merged id gives what it became.";

    private string Address => new Uri(store.Serving.Client.BaseAddress!, "graphql").ToString();

    // For people to look at: where the environment names a folder for it.
    private static async Task KeepPictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CSRGRAPH_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
