using CsrGraph.Generation.Cast;

namespace CsrGraph.Generation.Agenda;

/// <summary>What a story tells: an event, the series that it is an edition of, and what belongs to it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Series">The series, or null.</param>
/// <param name="Edition">Its number in the series, from 1 on.</param>
/// <param name="Year">The year that its name has.</param>
/// <param name="Place">Where it is held.</param>
/// <param name="Topic">What it is about.</param>
internal sealed record Occasion(Party Event, Party? Series, int Edition, int Year, Party Place, string Topic);
