using CsrGraph.Generation.Agenda;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Chances;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>
/// One event's story: its sources in the making, and how many claims there is still room for. A claim counts once in all its sources.
/// </summary>
internal sealed class Story(Sector sector, int number, Edition edition)
{
    private readonly HashSet<ClaimId> told = [];
    private readonly int room = sector.ClaimsOf(number);
    private int kept;

    public Sector Sector => sector;

    public int Number => number;

    public Edition Edition => edition;

    /// <summary>True where the second edition mends something.</summary>
    public bool IsCorrected => Corrected(number);

    public Chance Chance { get; } = Chance.Of(sector.Seed, ChanceOf.Story, number);

    public Occasion Occasion { get; } = sector.Occasions[number];

    /// <summary>Who took part in one way or another, so that nobody does twice.</summary>
    public HashSet<EntityId> Engaged { get; } = [];

    /// <summary>True for the stories in which the second edition mends something.</summary>
    public static bool Corrected(int number) => number % 8 == 0;

    /// <summary>How many new claims may be told now.</summary>
    public int Free => room - told.Count - kept;

    /// <summary>Keeps a share of all room, in percent, for what is told later.</summary>
    public void Keep(int share) => kept = (int)((long)room * share / 100);

    /// <summary>Tells a claim; false where there is no room, or where this source told it before.</summary>
    public bool Tell(Article article, Claim claim, Printed words, Grade grade, string? note = null, ClaimId? roster = null) =>
        Tell(article, claim, new Evidence(article.Id, words.Quote, words.Span, grade, note, roster));

    /// <summary>Tells a relation, graded by the names that its words hold.</summary>
    /// <param name="article">The source.</param>
    /// <param name="type">The relation type.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="other">Its object.</param>
    /// <param name="words">The words that bear it.</param>
    /// <param name="qualifiers">What else it says.</param>
    /// <param name="roster">The roster whose words count it.</param>
    /// <param name="more">A second piece of words that bears it.</param>
    public bool Relate(
        Article article,
        string type,
        Party subject,
        Party other,
        Printed words,
        Qualifiers? qualifiers = null,
        ClaimId? roster = null,
        Printed? more = null)
    {
        var relation = Relation(type, subject, other, qualifiers);
        Evidence Piece(Printed printed) => new(article.Id, printed.Quote, printed.Span, Graded(printed.Quote, subject, other), null, roster);
        return more is { } second ? Tell(article, relation, Piece(words), Piece(second)) : Tell(article, relation, Piece(words));
    }

    /// <summary>Tells a relation that only follows from the words, or that they leave open.</summary>
    public bool Infer(Article article, string type, Party subject, Party other, Printed words, string note, Qualifiers? qualifiers = null) =>
        Tell(article, Relation(type, subject, other, qualifiers), words, Grade.Inferred, note);

    /// <summary>Tells that two may be one, which only a note bears.</summary>
    public bool Propose(Article article, Party one, Party other, string note)
    {
        var (first, second) = one.Id < other.Id ? (one, other) : (other, one);
        var claim = Relation("SAME_AS", first, second, Qualifiers.Of(("status", "PROPOSED")));
        return Tell(article, claim, new Evidence(article.Id, null, null, Grade.Inferred, note, null));
    }

    /// <summary>Tells an attribute, an activity or a finding, whose words its quote holds.</summary>
    public bool State(Article article, string type, Party subject, Printed words, Qualifiers qualifiers, PartialDate? when = null) =>
        Tell(article, new Claim(ClaimKind.Statement, type, subject.Id, null, qualifiers, when), words, Grade.Verbatim);

    private static Grade Graded(string quote, Party subject, Party other)
    {
        var (one, another) = (subject.HeldBy(quote), other.HeldBy(quote));
        var grade = one is null ? another : another is null ? one : (Grade)Math.Min((int)one, (int)another);
        return grade ?? throw new InvalidOperationException($"'{quote}' names neither {subject.Full} nor {other.Full}");
    }

    private static Claim Relation(string type, Party subject, Party other, Qualifiers? qualifiers) =>
        new(ClaimKind.Relation, type, subject.Id, other.Id, qualifiers ?? Qualifiers.None, null);

    private bool Tell(Article article, Claim claim, params Evidence[] evidence)
    {
        if (article.Holds(claim.Id) || (Free <= 0 && !told.Contains(claim.Id))) return false;
        told.Add(claim.Id);
        article.Add(claim, evidence);
        return true;
    }
}
