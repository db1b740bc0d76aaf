using System.Reflection;
using CsrGraph.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CsrGraph.Cli.Telemetry;

/// <summary>Sends traces and measurements to a collector, by OpenTelemetry's own environment variables; nothing where they name none.</summary>
internal sealed class Exporting : IDisposable
{
    private readonly TracerProvider traces;
    private readonly MeterProvider meters;

    private Exporting(TracerProvider traces, MeterProvider meters) => (this.traces, this.meters) = (traces, meters);

    /// <summary>Begins to send where an endpoint is named; null where none is.</summary>
    public static Exporting? Start(string endpoint) => endpoint.Length == 0
        ? null
        : new Exporting(
            Traces(Sdk.CreateTracerProviderBuilder()).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().ConfigureResource(Name).AddMeter(Tracing.Name)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime").AddOtlpExporter().Build());

    /// <summary>What is traced: requests over HTTP, those to Neo4j as well, and all between.</summary>
    public static TracerProviderBuilder Traces(TracerProviderBuilder builder) =>
        builder.ConfigureResource(Name).AddSource(Tracing.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation();

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces.Dispose();
        meters.Dispose();
    }

    // OTEL_SERVICE_NAME overrules it.
    private static void Name(ResourceBuilder resource) => resource
        .AddService("csrgraph", serviceVersion: typeof(Exporting).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();
}
