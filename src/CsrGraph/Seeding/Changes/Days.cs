using CsrGraph.Model;

namespace CsrGraph.Seeding.Changes;

/// <summary>The first and the last day that a date may mean.</summary>
internal readonly record struct Days(DateOnly Earliest, DateOnly Latest)
{
    /// <summary>Those of a date; null where there is none that can be placed.</summary>
    public static Days? Of(PartialDate? date) => date is { Earliest: { } earliest, Latest: { } latest } ? new Days(earliest, latest) : null;
}
