using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Telemetry;

namespace CsrGraph.GraphQL.Telemetry;

/// <summary>One operation as it is told of: as a span, a measurement and a report, each where somebody wants it.</summary>
internal readonly struct OperationSpan : IDisposable
{
    // A name is as long as its author likes.
    private const int LongestName = 100;

    private static readonly Histogram<double> Durations =
        Tracing.Meter.CreateHistogram<double>("csrgraph.operation.duration", "s", "How long an operation of GraphQL took, from its document to its answer.");

    private readonly ApiOptions options;
    private readonly Activity? span;
    private readonly bool isTold;
    private readonly long started;

    private OperationSpan(ApiOptions options)
    {
        this.options = options;
        span = Tracing.Source.StartActivity("GraphQL Operation", ActivityKind.Server);
        isTold = span is not null || options.OnOperation is not null || Durations.Enabled;
        if (isTold) started = options.Time.GetTimestamp();
    }

    public static OperationSpan Start(ApiOptions options) => new(options);

    public void Dispose() => span?.Dispose();

    /// <summary>Tells of the operation, which has been answered, with the first error's code.</summary>
    public void End(ApiRequest request, Root root, string? code)
    {
        if (!isTold) return;
        var took = options.Time.GetElapsedTime(started);
        var (type, name) = (root.Asked?.Operation.ToString().ToLowerInvariant(), NameOf(root));
        if (Durations.Enabled) Durations.Record(took.TotalSeconds, new TagList { { "graphql.operation.type", type }, { "error.type", code } });
        Describe(request, root, type, name, code);
        options.OnOperation?.Invoke(new OperationReport(type, name, HashOf(request.Query), took, root.Cost, root.Request.Had.Rows, root.Request.Had.Calls, code));
    }

    private void Describe(ApiRequest request, Root root, string? type, string? name, string? code)
    {
        if (span is not { IsAllDataRequested: true }) return;
        if (type is not null)
        {
            span.DisplayName = type;
            span.SetTag("graphql.operation.type", type);
        }

        span.SetTag("graphql.operation.name", name);
        if (options.TracesDocuments) span.SetTag("graphql.document", request.Query);
        span.SetTag("csrgraph.document.hash", HashOf(request.Query)).SetTag("csrgraph.cost", root.Cost);
        span.SetTag("csrgraph.store.rows", root.Request.Had.Rows).SetTag("csrgraph.store.calls", root.Request.Had.Calls);
        if (code is null) return;
        span.SetTag("error.type", code);
        span.SetStatus(ActivityStatusCode.Error);
    }

    private static string? NameOf(Root root) =>
        root.Asked?.Name?.StringValue is not { } name ? null : name.Length <= LongestName ? name : name[..LongestName];

    private static string HashOf(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}
