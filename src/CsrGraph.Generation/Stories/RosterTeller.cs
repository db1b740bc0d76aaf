using CsrGraph.Generation.Cast;
using CsrGraph.Model;

namespace CsrGraph.Generation.Stories;

/// <summary>What a roster counts, and in which words.</summary>
/// <param name="Role">The relation type of its members.</param>
/// <param name="Verb">The verb that is printed after the count.</param>
/// <param name="Unit">The measure word.</param>
/// <param name="Noun">What is counted.</param>
/// <param name="Description">Who is counted, in the curator's words.</param>
internal sealed record RosterSort(string Role, string Verb, string Unit, string Noun, string Description)
{
    public static RosterSort Signatories { get; } = new("SIGNED", "共同签署", "家", "企业", "firms that signed together");

    public static RosterSort Attendants { get; } = new("ATTENDED", "代表出席", "家", "单位", "bodies that were represented");

    public static RosterSort Audience { get; } = new("ATTENDED", "到场", "名", "代表", "those who were there");
}

/// <summary>Tells rosters: names, and how many there are.</summary>
internal sealed class RosterTeller(Story story)
{
    /// <summary>Names some of a larger number: <c>A、B、C等36家企业</c>. Nothing is told where there is no room for the roster and one member.</summary>
    /// <param name="article">The source.</param>
    /// <param name="initiative">What they took part in.</param>
    /// <param name="sort">How.</param>
    /// <param name="members">Who is named.</param>
    /// <param name="stated">How many the words state.</param>
    /// <param name="exact">True for a plain number, false for 余.</param>
    public void Open(Article article, Party initiative, RosterSort sort, IReadOnlyList<Party> members, int stated, bool exact)
    {
        members = Fitting(members);
        if (members.Count == 0) return;
        var count = exact ? new StatedCount(stated, stated, "EXACT") : new StatedCount(Round(stated), null, "MORE_THAN");
        var raw = exact ? $"{stated}{sort.Unit}{sort.Noun}" : $"{Round(stated)}余{sort.Unit}{sort.Noun}";
        Tell(article, new Roster(initiative.Id, sort.Role, raw, sort.Description, count, sort.Unit, "OPEN"), initiative, sort, members, "等");
    }

    /// <summary>Names all: <c>A、B、C共3家企业</c>.</summary>
    public void Closed(Article article, Party initiative, RosterSort sort, IReadOnlyList<Party> members)
    {
        members = Fitting(members);
        if (members.Count == 0) return;
        var count = new StatedCount(members.Count, members.Count, "EXACT");
        var raw = $"{members.Count}{sort.Unit}{sort.Noun}";
        Tell(article, new Roster(initiative.Id, sort.Role, raw, sort.Description, count, sort.Unit, "CLOSED"), initiative, sort, members, "共");
    }

    /// <summary>Counts without a name: <c>200余名代表</c>.</summary>
    public void Unnamed(Article article, Party initiative, RosterSort sort, int stated)
    {
        var raw = $"{Round(stated)}余{sort.Unit}{sort.Noun}";
        var count = new StatedCount(Round(stated), null, "MORE_THAN");
        var roster = new Roster(initiative.Id, sort.Role, raw, sort.Description, count, sort.Unit, "UNKNOWN");
        story.Tell(article, roster.ToClaim(), article.Quote(raw + sort.Verb), Grade.Verbatim);
        article.Say("。");
    }

    private IReadOnlyList<Party> Fitting(IReadOnlyList<Party> members) => members.Count < story.Free ? members : [.. members.Take(story.Free - 1)];

    private static int Round(int stated) => Math.Max(10, stated / 10 * 10);

    private void Tell(Article article, Roster roster, Party initiative, RosterSort sort, IReadOnlyList<Party> members, string before)
    {
        var names = new List<Printed>(members.Count);
        foreach (var member in members)
        {
            if (names.Count > 0) article.Say("、");
            names.Add(article.Quote(member.Short is not null && story.Chance.Percent(35) ? member.Short : member.Full));
        }

        var claim = roster.ToClaim();
        story.Tell(article, claim, article.Quote(before + roster.Raw + sort.Verb), Grade.Verbatim);
        article.Say("《").Say(initiative.Full).Say("》");
        var whole = sort.Role == "SIGNED" ? article.Since(article.Length - initiative.Full.Length - 4) : (Printed?)null;
        for (var i = 0; i < members.Count; i++) story.Relate(article, sort.Role, members[i], initiative, names[i], null, claim.Id, whole);
        article.Say("。\n");
    }
}
