using System.CommandLine;
using System.Text.Json;
using CsrGraph.Cli.Input;
using CsrGraph.Export;
using CsrGraph.GraphQL;
using CsrGraph.Store;

namespace CsrGraph.Cli.Verbs;

/// <summary>The options that say which part of the graph is exported, and in which state.</summary>
internal sealed class ExportOptions(Invocation invocation)
{
    public Option<string[]> Around { get; } = new("--around")
    {
        Description = "Only what is around these entities: their claims, and the relations among those that they lead to",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string?> Projection { get; } = new("--projection")
    {
        Description = "Instead of the claims: who does something together, by a relation, the kind of who and the kind of what, such as SIGNED:ORGANISATION:PLEDGE. As csv, gexf, graphml or jsonl",
        HelpName = "P",
    };

    public Option<string?> Filter { get; } = new("--filter")
    {
        Description = "Of a projection, only those who satisfy this: a filter as GraphQL's projection takes it",
        HelpName = JsonOption.HelpName,
    };

    public Option<string?> OverFilter { get; } = new("--over-filter")
    {
        Description = "Of a projection, only what they do together that satisfies this: an overFilter as GraphQL's projection takes it",
        HelpName = JsonOption.HelpName,
    };

    public Option<string?> MinWeight { get; } = new("--min-weight") { Description = "Only edges of the projection between those who share at least so many", HelpName = "N" };

    public Option<string?> ValidAt { get; } = new("--valid-at") { Description = "Only claims that may have held on this day", HelpName = "DAY" };

    public Option<string?> KnownAt { get; } = new("--known-at") { Description = "Only what was known then: a change-set's number, or a moment", HelpName = "T" };

    /// <summary>Reads what is asked for; filters are read only once there is a store.</summary>
    /// <exception cref="BadInputException">It cannot be exported in this format, or is none.</exception>
    public ExportRequest Read(ParseResult parsed, ExportFormat format) => OrBad(() =>
    {
        var limits = invocation.Settings.Limits;
        var request = ExportRequest.Read(
            parsed.GetValue(Around) ?? [], parsed.GetValue(ValidAt), parsed.GetValue(KnownAt), parsed.GetValue(Projection), parsed.GetValue(MinWeight));
        format.Check(request);
        return request with { MaxPairs = limits.MaxPairs, MaxRows = limits.MaxProjectionRows };
    });

    /// <summary>Finds out what is to be exported.</summary>
    /// <exception cref="BadInputException">A filter is none, or there is no such entity or state.</exception>
    public async Task<GraphExport> OpenAsync(ParseResult parsed, ExportRequest request, IGraphStore store, string scratch, CancellationToken cancellation)
    {
        var asked = await JsonOption.ReadAsync(parsed.GetValue(Filter), Filter.Name, cancellation);
        var askedOver = await JsonOption.ReadAsync(parsed.GetValue(OverFilter), OverFilter.Name, cancellation);
        try
        {
            if (asked is not null || askedOver is not null)
            {
                using var api = new GraphQLApi(invocation.Vocabulary, store, invocation.Settings.Limits);
                request = request with { Filter = await FilterAsync(api, "filter", asked), OverFilter = await FilterAsync(api, "overFilter", askedOver) };
            }

            return await GraphExport.OpenAsync(store, invocation.Vocabulary, request, scratch, cancellation);
        }
        catch (Exception e) when (e is FormatException or ExportRefusedException)
        {
            throw new BadInputException(e.Message);
        }
    }

    private static async Task<AskedFilter?> FilterAsync(GraphQLApi api, string argument, JsonElement? asked) =>
        asked is { } json ? new AskedFilter(await api.ReadProjectionFilterAsync(argument, json), json) : null;

    private static T OrBad<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or ExportRefusedException)
        {
            throw new BadInputException(e.Message);
        }
    }
}
