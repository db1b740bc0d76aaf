using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsrGraph.Cli.Settings;
using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Tests.GraphQL;
using CsrGraph.Vocabulary;
using CsrGraph.Web;
using CsrGraph.Web.Http;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>The table of codes in docs/errors.md has every code, and its examples get them.</summary>
public sealed partial class ErrorTableSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedFiles.RepositoryRoot(), "docs", "errors.md"));

    public static TheoryData<string, int, string> Examples
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var row in Lines.Select(l => CodeRow().Match(l)).Where(m => m.Success))
            {
                rows.Add(row.Groups["code"].Value, int.Parse(row.Groups["status"].Value, CultureInfo.InvariantCulture), row.Groups["example"].Value);
            }

            return rows;
        }
    }

    [Fact]
    public void The_table_has_every_code_once() =>
        Assert.Equal(ErrorCode.All.Concat(EdgeCode.All).Order(StringComparer.Ordinal), Examples.Select(e => e.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void The_settings_that_move_limits_exist() =>
        Assert.All(Lines.SelectMany(l => Variable().Matches(l)), m => Assert.Contains(Setting.All, s => s.Variable == m.Value));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gets_its_code_and_status(string code, int status, string example)
    {
        using var api = new GraphQLApi(VocabularyDefinition.Load(), new FaultyStore(small.Store) { Before = (_, _) => Fail(code) }, new ApiOptions
        {
            HasIntrospection = code != ErrorCode.IntrospectionOff,
        });
        var graph = new ServedGraph(small.Store, VocabularyDefinition.Load(), (_, _) => throw new FormatException("no filter"), Path.GetTempPath());
        await using var server = await RunningServer.StartAsync(api.AnswerAsync, with: settings => With(settings, code), graph: graph);
        using var request = Request(example);

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var error = json.RootElement.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    // What has to be so for a code to come; for all others nothing has to.
    private static WebSettings With(WebSettings settings, string code) => code switch
    {
        EdgeCode.Unauthorized => settings with { Token = "open-sesame-of-the-newsroom" },
        EdgeCode.DocumentNotAllowed => settings with { IsOnlyDocuments = true },
        EdgeCode.TooManyExports => settings with { MaxExports = 0 },
        EdgeCode.PayloadTooLarge => settings with { MaxBody = 8 },
        _ => settings,
    };

    private static void Fail(string code)
    {
        if (code == ErrorCode.StoreUnavailable) throw new StoreUnavailableException("it is away");
        if (code == ErrorCode.Internal) throw new InvalidOperationException("a fault");
    }

    private static HttpRequestMessage Request(string example)
    {
        var parts = Parts().Match(example);
        var request = new HttpRequestMessage(new HttpMethod(parts.Groups["method"].Value), new Uri(parts.Groups["path"].Value, UriKind.Relative));
        var (header, value) = (parts.Groups["header"].Value, parts.Groups["value"].Value);
        request.Headers.TryAddWithoutValidation("Accept", header == "Accept" ? value : MediaType.GraphQLResponse);
        if (parts.Groups["body"].Value is not { Length: > 0 } body) return request;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(header == "Content-Type" ? value : MediaType.Json);
        return request;
    }

    [GeneratedRegex(@"^\| `(?<code>[A-Z_]+)` \| (?<status>\d+) \| [^|]+ \| `(?<example>[^|]+)` \| [^|]+ \|$")]
    private static partial Regex CodeRow();

    [GeneratedRegex("CSRGRAPH_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(?<method>[A-Z]+) (?<path>\S+)( (?<header>[A-Z][A-Za-z-]+): (?<value>[^{ ]+))?( (?<body>\{.*))?$")]
    private static partial Regex Parts();
}
