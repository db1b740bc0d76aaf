using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Words;
using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;

namespace CsrGraph.Generation.Stories;

/// <summary>Words that bear a claim, where they were printed.</summary>
internal readonly record struct Printed(string Quote, Span Span);

/// <summary>A source in the making: its text, and the claims that the words printed last bear.</summary>
internal sealed class Article
{
    private const int MaxTitle = 48;

    private readonly StringBuilder text = new();
    private readonly List<SeedClaim> claims = [];
    private readonly HashSet<ClaimId> held = [];
    private readonly string title;

    public Article(EntityId id, string headline, Party publisher, DateOnly? published)
    {
        (Id, Publisher, Published) = (id, publisher, published);
        title = $"{StoryWords.MadeUp}:{headline}";
        if (title.Length > MaxTitle) title = title[..MaxTitle];
        Say(title).Say("\n本文系程序生成，纯属虚构。\n");
    }

    public EntityId Id { get; }

    public Party Publisher { get; }

    /// <summary>The day that it gives of itself, or null.</summary>
    public DateOnly? Published { get; }

    /// <summary>Where the next words will stand.</summary>
    public int Length => text.Length;

    public int Claims => claims.Count;

    /// <summary>What it says beside its claims: the column it stood in, the document it was copied from.</summary>
    public IReadOnlyList<(string Name, string? Value)> Properties { get; init; } = [];

    /// <summary>Prints words that bear nothing.</summary>
    public Article Say(string words)
    {
        text.Append(words);
        return this;
    }

    /// <summary>Prints words that bear a claim; full-width punctuation has no place in them, for a quote has it folded.</summary>
    public Printed Quote(string words)
    {
        text.Append(words);
        return Since(text.Length - words.Length);
    }

    /// <summary>The words printed since a place, or as many of the last as a quote may have.</summary>
    public Printed Since(int start)
    {
        start = Math.Max(start, text.Length - Evidence.MaxQuote);
        return new Printed(text.ToString(start, text.Length - start), new Span(start, text.Length));
    }

    public bool Holds(ClaimId claim) => held.Contains(claim);

    public void Add(Claim claim, IReadOnlyList<Evidence> evidence)
    {
        if (!held.Add(claim.Id)) throw new InvalidOperationException($"{Id} says twice: {claim.Id}");
        claims.Add(new SeedClaim(claim, evidence, claims.Count + 1));
    }

    /// <summary>The source as it is then.</summary>
    public MadeDocument ToDocument()
    {
        var raw = text.ToString();
        var day = Published is { } published ? PartialDate.Of(published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
        var properties = Qualifiers.Of([
            (DocumentProperty.Publisher, Publisher.Id.Value),
            (DocumentProperty.Language, "zh-Hans"),
            (DocumentProperty.Published, day is null ? null : PartialDateCode.Encode(day)),
            (DocumentProperty.Licence, StoryWords.Licence),
            (DocumentProperty.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)))),
            .. Properties,
        ]);
        var record = new Entity(Id, KindDefinition.Document, null, [new Name(title, "zh-Hans", "FULL", true, null, null)], [], properties, day);
        return new MadeDocument(new SeedDocument(record, claims), raw);
    }
}
