using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Harness;

/// <summary>Short ways to write entities, claims and evidence down.</summary>
internal static class Make
{
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ClaimOrder Order(int rank, string? from = null, string? until = null) =>
        new(from is null ? null : Day(from).DayNumber, until is null ? null : Day(until).DayNumber, rank);

    public static Name Full(string text, bool isMatchable = true) => new(text, "zh-Hans", "FULL", isMatchable, null, null);

    public static Name Short(string text, bool isMatchable = true) => new(text, "zh-Hans", "SHORT", isMatchable, null, null);

    public static Entity Organisation(string id, string? category, params Name[] names) =>
        new(new EntityId(id), "ORGANISATION", category, names, [], Qualifiers.None, null);

    public static Entity Person(string id, string name) => new(new EntityId(id), "PERSON", null, [Full(name)], [], Qualifiers.None, null);

    public static Entity Event(string id, string name, PartialDate? date = null) =>
        new(new EntityId(id), "EVENT", null, [Full(name)], [], Qualifiers.None, date);

    public static Entity Pledge(string id, string name, string? date = null) =>
        new(new EntityId(id), "PLEDGE", null, [Full(name)], [], Qualifiers.None, date is null ? null : PartialDate.Of(date));

    public static Entity Document(string id, string title, string? date, params (string Name, string? Value)[] properties) =>
        new(new EntityId(id), "DOCUMENT", null, [Full(title)], [], Qualifiers.Of(properties), date is null ? null : PartialDate.Of(date));

    public static Claim Relation(string subject, string type, string other, params (string Name, string? Value)[] qualifiers) =>
        new(ClaimKind.Relation, type, new EntityId(subject), new EntityId(other), Qualifiers.Of(qualifiers), null);

    public static Evidence Words(string document, int start, int length = 2, ClaimId? roster = null) =>
        new(new EntityId(document), "words", new Span(start, start + length), Grade.Verbatim, null, roster);

    public static Evidence Note(string document, string note) => new(new EntityId(document), null, null, Grade.Inferred, note, null);
}
