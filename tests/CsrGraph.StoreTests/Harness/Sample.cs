using CsrGraph.Model;
using CsrGraph.Store;
using static CsrGraph.StoreTests.Harness.Make;

namespace CsrGraph.StoreTests.Harness;

/// <summary>A small made graph that the suite's expectations are written against by hand.</summary>
internal static class Sample
{
    public static Entity Alpha { get; } = Organisation("org:alpha", "COMPANY", Full("Alpha"), Short("A1"));

    public static Entity Delta { get; } = Organisation("org:delta", null, Full("Delta")) with { Formerly = [new EntityId("org:old-delta")] };

    public static Entity Forum { get; } = Event("event:forum", "Forum", PartialDate.Of("2024-11-12"));

    public static Entity FirstReport { get; } =
        Document("doc-a", "First report", "2024-11-13", (DocumentProperty.Publisher, "org:gamma"), (DocumentProperty.Language, "zh"));

    public static IReadOnlyList<Entity> Entities { get; } =
    [
        Alpha,
        Organisation("org:beta", "COMPANY", Full("Beta")),
        Organisation("org:gamma", "ASSOCIATION", Full("Gamma")),
        Delta,
        Person("person:wang", "Wang"),
        Person("person:li", "Li"),
        Forum,
        Event("event:summit", "Summit", PartialDate.Of("2023-10")),
        Event("event:fair", "Fair"),
        Event("event:talk", "Talk", PartialDate.Of(null, "lately")),
        Pledge("pledge:green", "Green", "2018"),
        Pledge("pledge:blue", "Blue"),
        FirstReport,
        Document("doc-b", "Second report", "2018-03", (DocumentProperty.Language, "zh")),
        Document("doc-c", "Third note", null, (DocumentProperty.Publisher, "org:beta"), (DocumentProperty.Language, "en")),
    ];

    /// <summary>The claims under the names that expectations call them by, each with its day and rank.</summary>
    public static IReadOnlyDictionary<string, (Claim Claim, ClaimOrder Order)> Claims { get; } = new Dictionary<string, (Claim, ClaimOrder)>
    {
        ["alpha signed green"] = (Relation("org:alpha", "SIGNED", "pledge:green") with { When = PartialDate.Of("2018-05-01") }, Order(10, "2018-05-01")),
        ["gamma signed green"] = (Relation("org:gamma", "SIGNED", "pledge:green"), Order(15, "2018-01-01")),
        ["beta signed green"] = (Relation("org:beta", "SIGNED", "pledge:green"), Order(20, "2018-01-01")),
        ["gamma guided forum"] = (Relation("org:gamma", "GUIDED", "event:forum", ("certainty", "UNCERTAIN")), Order(5, "2024-11-12")),
        ["alpha chaired forum"] = (Relation("org:alpha", "ATTENDED", "event:forum", ("title", "Chair")), Order(30, "2024-11-12")),
        ["alpha hosted forum"] = (Relation("org:alpha", "ATTENDED", "event:forum", ("title", "Host")), Order(40, "2024-11-12")),
        ["beta attended forum"] = (Relation("org:beta", "ATTENDED", "event:forum"), Order(35, "2024-11-12")),
        ["delta attended forum"] = (Relation("org:delta", "ATTENDED", "event:forum", ("title", "Guest of Chair")), Order(36, "2024-11-12")),
        ["alpha attended fair"] = (Relation("org:alpha", "ATTENDED", "event:fair"), Order(50)),
        ["beta attended summit"] = (Relation("org:beta", "ATTENDED", "event:summit"), Order(60, "2023-10-01")),
        ["wang spoke"] = (Relation("person:wang", "SPOKE_AT", "event:forum", ("act", "ADDRESS")), Order(70, "2024-11-12")),
        ["li spoke"] = (Relation("person:li", "SPOKE_AT", "event:forum", ("act", "SPEECH")), Order(80, "2024-11-12")),
        ["wang was director"] = (Relation("person:wang", "HOLDS_POSITION", "org:gamma", ("state", "FORMER")), Order(90, "2010-01-01", "2019-12-31")),
        ["li is director"] = (Relation("person:li", "HOLDS_POSITION", "org:gamma", ("state", "CURRENT")), Order(100, "2020-01-01")),
        ["gamma same as delta"] = (Relation("org:gamma", "SAME_AS", "org:delta", ("status", "PROPOSED")), Order(110)),
        ["green roster"] = (new(ClaimKind.Roster, "SIGNED", new("pledge:green"), null, Qualifiers.Of(("min", "36")), null), Order(120, "2018-01-01")),
        ["alpha figure"] = (new(ClaimKind.Figure, "FIGURE", new("org:alpha"), null, Qualifiers.Of(("value", "7")), null), Order(130)),
        ["credit of li"] = (new(ClaimKind.Credit, "AUTHOR", new("doc-a"), new("person:li"), Qualifiers.None, null), Order(1, "2024-11-13")),
    };

    public static IReadOnlyList<(string Claim, Evidence Evidence)> Evidence { get; } =
    [
        ("alpha signed green", Words("doc-b", 10, roster: Id("green roster"))),
        ("gamma signed green", Words("doc-b", 15, roster: Id("green roster"))),
        ("beta signed green", Words("doc-b", 20)),
        ("green roster", Words("doc-b", 120)),
        ("gamma guided forum", Words("doc-a", 5)),
        ("gamma guided forum", Words("doc-c", 7)),
        ("alpha chaired forum", Words("doc-a", 30)),
        ("alpha hosted forum", Words("doc-a", 40)),
        ("beta attended forum", Words("doc-a", 35)),
        ("delta attended forum", Words("doc-a", 36)),
        ("alpha attended fair", Words("doc-a", 50)),
        ("beta attended summit", Words("doc-c", 60)),
        ("wang spoke", Words("doc-a", 70)),
        ("li spoke", Words("doc-a", 80)),
        ("wang was director", Words("doc-a", 90)),
        ("li is director", Words("doc-a", 100)),
        ("gamma same as delta", Note("doc-c", "the names read alike")),
        ("alpha figure", Words("doc-c", 5)),
        ("alpha figure", Words("doc-a", 130)),
        ("alpha figure", Note("doc-a", "from the table")),
        ("credit of li", Words("doc-a", 1)),
    ];

    /// <summary>The change-set that brings it all.</summary>
    public static IEnumerable<Change> Changes =>
    [
        .. Entities.Select(e => new Change.EntityAdded(e)),
        .. Claims.Values.Select(c => new Change.ClaimAdded(c.Claim, c.Order)),
        .. Evidence.Select(e => new Change.EvidenceAdded(Id(e.Claim), e.Evidence)),
    ];

    public static Claim Claim(string name) => Claims[name].Claim;

    public static ClaimId Id(string name) => Claims[name].Claim.Id;

    public static string NameOf(Claim claim) => Claims.Where(c => c.Value.Claim == claim).Select(c => c.Key).FirstOrDefault() ?? claim.Id.ToString();

    /// <summary>The changes that take a claim away with all its evidence.</summary>
    public static IEnumerable<Change> Retracting(string name) =>
    [
        .. Evidence.Where(e => e.Claim == name).Select(e => new Change.EvidenceRetracted(Id(name), e.Evidence)),
        new Change.ClaimRetracted(Claim(name)),
    ];

    /// <summary>The changes that bring a claim with all its evidence.</summary>
    public static IEnumerable<Change> Adding(string name) =>
    [
        new Change.ClaimAdded(Claim(name), Claims[name].Order),
        .. Evidence.Where(e => e.Claim == name).Select(e => new Change.EvidenceAdded(Id(name), e.Evidence)),
    ];
}
