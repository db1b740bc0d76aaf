using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CsrGraph.Telemetry;

/// <summary>What the product tells of its work to whoever listens; it costs nothing where nobody does. Names are OpenTelemetry's where it has some.</summary>
public static class Tracing
{
    /// <summary>The name of <see cref="Source"/> and of <see cref="Meter"/>.</summary>
    public const string Name = "CsrGraph";

    /// <summary>Where spans come from.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Where measurements come from.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Says by what a span's work failed; nothing where nobody listens.</summary>
    public static void Fail(this Activity? span, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        span?.SetTag("error.type", exception.GetType().Name).SetStatus(ActivityStatusCode.Error);
    }
}
