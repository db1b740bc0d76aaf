using System.Globalization;
using CsrGraph.Generation.Cast;
using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;

namespace CsrGraph.Generation.Agenda;

/// <summary>What comes of events: pledges, reports, standards, programmes, cases, campaigns and columns, each of one story.</summary>
internal sealed class Outcomes(SectorPlan plan, Occasions occasions, int seed)
{
    public IEnumerable<Party> Pledges(int story) => Of(plan.Pledges, story, Pledge);

    public IEnumerable<Party> Reports(int story) => Of(plan.Reports, story, Report);

    public IEnumerable<Party> Standards(int story) => Of(plan.Standards, story, Standard);

    public IEnumerable<Party> Programmes(int story) => Of(plan.Programmes, story, Programme);

    public IEnumerable<Party> Cases(int story) => Of(plan.Cases, story, Case);

    public IEnumerable<Party> Campaigns(int story) => Of(plan.Campaigns, story, Campaign);

    public IEnumerable<Party> Columns(int story) => Of(plan.Columns, story, Column);

    /// <summary>All that a story tells beside its event, with their kinds.</summary>
    public IEnumerable<(Party Party, string Kind)> All(int story) =>
    [
        .. Pledges(story).Select(p => (p, "PLEDGE")), .. Reports(story).Select(p => (p, "REPORT")), .. Standards(story).Select(p => (p, "STANDARD")),
        .. Programmes(story).Select(p => (p, "PROGRAMME")), .. Cases(story).Select(p => (p, "CSR_CASE")),
        .. Campaigns(story).Select(p => (p, "CAMPAIGN")), .. Columns(story).Select(p => (p, "COLUMN")),
    ];

    private IEnumerable<Party> Of(int count, int story, Func<int, Occasion, Party> made)
    {
        var occasion = occasions[story];
        return plan.Share(count, story).Numbers.Select(number => made(number, occasion));
    }

    private Party Pledge(int number, Occasion occasion) =>
        Made(ChanceOf.Pledge, "pledge", number, c => $"{Year(occasion)}{occasion.Topic}企业{c.Of(StoryWords.Slogans)}{c.Of(StoryWords.Pledges)}");

    private Party Report(int number, Occasion occasion) =>
        Made(ChanceOf.Report, "report", number, c => $"{Year(occasion)}{occasion.Place.Short}{occasion.Topic}社会责任{c.Of(StoryWords.Reports)}");

    private Party Standard(int number, Occasion occasion) =>
        Made(ChanceOf.Standard, "standard", number, c => $"{occasion.Topic}企业社会责任{c.Of(StoryWords.Standards)}");

    private Party Programme(int number, Occasion occasion) =>
        Made(ChanceOf.Programme, "programme", number, c => $"{c.Of(StoryWords.Slogans)}{c.Of(StoryWords.Done)}{c.Of(StoryWords.Programmes)}");

    private Party Case(int number, Occasion occasion) =>
        Made(ChanceOf.Case, "case", number, c => $"“{c.Of(StoryWords.Slogans)}”{c.Of(StoryWords.Done)}案例");

    private Party Campaign(int number, Occasion occasion) =>
        Made(ChanceOf.Campaign, "campaign", number, c => $"{Year(occasion)}“{c.Of(StoryWords.Slogans)}”{c.Of(StoryWords.Done)}专项行动");

    private Party Column(int number, Occasion occasion) =>
        Made(ChanceOf.Column, "column", number, c => $"“{c.Of(StoryWords.Slogans)}”专栏");

    private Party Made(ChanceOf what, string prefix, int number, Func<Chance, string> name) =>
        new(MadeId.Of(prefix, number), name(Chance.Of(seed, what, number)));

    private static string Year(Occasion occasion) => occasion.Year.ToString(CultureInfo.InvariantCulture);
}
